import {toString as wordsIn} from 'mdast-util-to-string'
import {SKIP, visit} from 'unist-util-visit'
import type {Root} from 'hast'
import type {Brief, Filed} from '../model/brief.ts'
import type {Edition} from '../model/edition.ts'
import type {Finding} from '../model/finding.ts'
import type {ImageRequest} from '../model/image.ts'
import type {Text} from '../model/memory.ts'
import type {BinaryFile} from '../model/publication.ts'
import {searchWords} from '../words/search-words.ts'
import {articlePath} from './addresses.ts'
import {renderBody, type BodyContext} from './body.ts'
import {fullText} from './full-text.ts'
import type {Ground} from './ground.ts'
import type {BodyInk} from './ink.ts'
import type {SafeHtml} from './view.ts'
import {writtenBody, type WrittenBody} from './written-body.ts'

/**
 * An article's rendered body, and what the rest of the site needs to know of it. Everything is made
 * or recalled when it is asked for, and nothing of the edition is held.
 */
export interface KeptBody {
  /** All that it is made of. */
  readonly from: object
  readonly html: () => Text<SafeHtml>
  /** The same as a tree, rendered again. */
  readonly tree: () => Root
  /** As feeds carry it. */
  readonly full: () => Text
  /** The words it is found by, each once. */
  readonly words: () => Text
  readonly about: () => AboutBody
  /** Of what there is to know of it what its page says; it alone is held. */
  readonly minutes: () => number
}

/** What is known of a body beside its words. */
export interface AboutBody {
  readonly minutes: number
  readonly ink: BodyInk
  /** The images it shows. */
  readonly shown: readonly ShownImage[]
  readonly findings: readonly Finding[]
}

/** An image that a page wants, and the path of the article's file that it is made of. */
export type ShownImage = Omit<ImageRequest, 'source'> & {readonly source: string}

/** What bodies are rendered on. */
export interface BodyGround extends Ground {
  /** The images in an article's folder. */
  readonly imagesOf: (slug: string) => readonly BinaryFile[]
  /** Editions of one article, in the order of the languages; not those of which nothing is translated. */
  readonly editionsOf: (slug: string) => readonly Brief[]
}

/** The body of an edition: rendered now, or remembered. */
export function keptBody({brief, from: edited, edition}: Filed, on: BodyGround): KeptBody {
  const {ground, to, memory, narratorOf} = on
  const siblings = on.editionsOf(brief.slug)
  const images = on.imagesOf(brief.slug)
  const marksOutdated = on.config.policy.stale[brief.locale] === 'blocks'
  const from = {edited, siblings, images, marksOutdated, ground}
  const context: BodyContext = {
    siblings,
    to,
    images,
    narratorOf,
    marksOutdated,
    languageOf: on.localeOf,
  }
  const write = () => writtenBody(edition(), context)
  const html = (made: () => WrittenBody) => memory.text('body', from, () => made().html)
  let minutes: number | undefined
  const about = (made: () => WrittenBody) => {
    const told = memory.recall('about-body', from, () => aboutOf(made()))
    minutes = told.minutes
    return told
  }
  const body: KeptBody = {
    from,
    tree: () => renderBody(edition(), context).tree,
    // Whatever is made first brings along what is made of the same.
    html: () =>
      html(() => {
        const made = write()
        about(() => made)
        return made
      }),
    about: () =>
      about(() => {
        const made = write()
        html(() => made)
        return made
      }),
    full: () =>
      memory.text('full-text', [from, brief], () => {
        const made = write()
        html(() => made)
        about(() => made)
        return fullText(made.alone(to.absolute(articlePath(brief))), brief, narratorOf)
      }),
    minutes: () => minutes ?? body.about().minutes,
    words: () => memory.text('found-by', from, () => foundBy(edition().body)),
  }
  return body
}

/** The images of a body as they are asked for, with the files they are made of. */
export function requestsOf(
  shown: readonly ShownImage[],
  images: readonly BinaryFile[],
): readonly ImageRequest[] {
  return shown.flatMap((request) => {
    const source = images.find(({path}) => path === request.source)
    return source === undefined ? [] : {...request, source}
  })
}

function aboutOf({minutes, ink, images, findings}: WrittenBody): AboutBody {
  const shown = images.map(({source, ...request}) => ({...request, source: source.path}))
  return {minutes, ink, shown, findings}
}

/** The words of every block, each once; not of the links that the page adds. */
function foundBy(body: Edition['body']): string {
  const found = new Set<string>()
  visit(body, ['paragraph', 'heading', 'tableCell'], (block) => {
    for (const word of searchWords(wordsIn(block, {includeHtml: false}))) found.add(word)
    return SKIP
  })
  return [...found].join(' ')
}
