import {toString as wordsIn} from 'mdast-util-to-string'
import {SKIP, visit} from 'unist-util-visit'
import type {Edition} from '../model/edition.ts'
import type {Root} from 'hast'
import type {Filed} from '../model/brief.ts'
import type {Finding} from '../model/finding.ts'
import type {ImageRequest} from '../model/image.ts'
import type {Text} from '../model/memory.ts'
import {articlePath} from './addresses.ts'
import {renderBody, type BodyContext} from './body.ts'
import {searchWords} from '../words/search-words.ts'
import {fullText} from './full-text.ts'
import type {BodyInk} from './ink.ts'
import {translationsBeside} from './parallel-links.ts'
import {remember} from './remember.ts'
import type {Site} from './site.ts'
import type {SafeHtml} from './view.ts'
import {writtenBody} from './written-body.ts'

/** An article's rendered body, and what the rest of the site needs to know of it. */
export interface KeptBody {
  readonly html: Text<SafeHtml>
  /** The same as a tree, rendered again if need be. */
  readonly tree: () => Root
  /** As feeds carry it; `undefined` where no feed does. */
  readonly full: Text | undefined
  /** The words it is found by, each once; made when somebody asks. */
  readonly words: Text
  readonly minutes: number
  readonly ink: BodyInk
  readonly images: readonly ImageRequest[]
  readonly findings: readonly Finding[]
}

const nothing: Text = {sha256: undefined, read: () => ''}

/** The words of every block, each once; not of the links that the page adds. */
function foundBy(body: Edition['body']): string {
  const found = new Set<string>()
  visit(body, ['paragraph', 'heading', 'tableCell'], (block) => {
    for (const word of searchWords(wordsIn(block, {includeHtml: false}))) found.add(word)
    return SKIP
  })
  return [...found].join(' ')
}

/** The body of an edition: rendered now, or remembered. */
export function keptBody({brief, from, edition}: Filed, site: Site): KeptBody {
  const {ground, to} = site
  const siblings = site.editionsOf(brief.slug)
  const images = site.imagesOf(brief.slug)
  const marksOutdated = site.config.policy.stale[brief.locale] === 'blocks'
  const inputs = {
    from,
    siblings: siblings.map(({locale, headings}) => ({locale, headings})),
    images,
    marksOutdated,
    ground,
  }
  const context = {
    siblings,
    to,
    images,
    narratorOf: site.narratorOf,
    marksOutdated,
    languageOf: site.localeOf,
  }
  const made = remember(() => renderBody(edition(), context).tree)
  return {
    ...written({brief, from, edition}, context, inputs, site),
    // Held for as long as it is wanted again, and no longer.
    tree: () =>
      translationsBeside(brief.slug, site).length > 0
        ? made('')
        : renderBody(edition(), context).tree,
  }
}

/** All of it but the tree. A function of its own, so that nothing of what it works with is held. */
function written(
  {brief, edition}: Filed,
  context: BodyContext,
  inputs: unknown,
  {config, memory, to, isInFeeds, narratorOf}: Site,
): Omit<KeptBody, 'tree'> {
  const {images} = context
  const body = remember(() => writtenBody(edition(), context))
  const html = memory.text('body', inputs, () => body('').html)
  const {shown, ...known} = memory.recall('about-body', inputs, () => {
    const {minutes, ink, images: placed, findings} = body('')
    return {
      minutes,
      ink,
      shown: placed.map(({source, ...request}) => ({...request, source: source.path})),
      findings,
    }
  })
  return {
    ...known,
    html,
    words:
      config.search === true
        ? memory.text('found-by', inputs, () => foundBy(edition().body))
        : nothing,
    images: shown.flatMap((request) => {
      const source = images.find(({path}) => path === request.source)
      return source === undefined ? [] : {...request, source}
    }),
    full: isInFeeds(brief)
      ? memory.text('full-text', [inputs, brief], () =>
          fullText(body('').alone(to.absolute(articlePath(brief))), brief, narratorOf),
        )
      : undefined,
  }
}
