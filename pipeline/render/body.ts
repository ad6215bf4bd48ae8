import type {Root as HtmlTree} from 'hast'
import type {Image, ImageReference, Nodes, Root} from 'mdast'
import {toHast} from 'mdast-util-to-hast'
import {visit} from 'unist-util-visit'
import type {Brief} from '../model/brief.ts'
import type {Edition} from '../model/edition.ts'
import type {Finding} from '../model/finding.ts'
import type {ImageRequest} from '../model/image.ts'
import type {BinaryFile} from '../model/publication.ts'
import {articlePath, type Addresses} from './addresses.ts'
import {finish} from './finish.ts'
import {findImage} from './images.ts'
import {inert} from './inert.ts'
import type {Narrator} from './narrator.ts'
import {removedMarkup} from './removed-markup.ts'
import {readRaw} from './read-raw.ts'
import {remember} from './remember.ts'
import {clean, idPrefix} from './sanitize.ts'
import {languageMark} from '../model/direction.ts'
import type {SectionLink, Surroundings} from './surroundings.ts'

/** What an article's body is rendered among. */
export interface BodyContext {
  readonly siblings: readonly Pick<Brief, 'slug' | 'locale' | 'headings'>[]
  readonly to: Addresses
  /** Those of the article's own folder. */
  readonly images: readonly BinaryFile[]
  readonly narratorOf: (tag: string) => Narrator
  /** Whether each block whose original has changed says so. */
  readonly marksOutdated: boolean
  readonly languageOf: (tag: string) => {
    readonly autonym: string
    readonly direction: 'ltr' | 'rtl'
  }
}

/** An article's body as a tree that is safe to serialise, with the images it shows. */
export interface Body {
  readonly tree: HtmlTree
  readonly images: readonly ImageRequest[]
  readonly findings: readonly Finding[]
}

/**
 * From Markdown to safe HTML in the one safe order: convert, read raw HTML, clean, and then
 * only transforms of our own.
 */
export function renderBody(edition: Edition, context: BodyContext): Body {
  const {setQuotes, say} = context.narratorOf(edition.locale)
  const {around, images, findings} = surroundingsOf(edition, context)
  const tree = clean(
    readRaw(
      toHast(setQuotes(edition.body), {
        allowDangerousHtml: true,
        handlers: inert,
        clobberPrefix: '',
        footnoteLabel: say('footnotes.label'),
        footnoteLabelProperties: {},
        // An arrow alone is no name that anything could be held against.
        footnoteBackContent: say('footnotes.again'),
        footnoteBackLabel: (index) => say('footnotes.back', {number: index + 1}),
      }),
    ),
    'body',
  )
  finish(tree, around)
  return {tree, images: images(), findings: [...findings(), ...removedMarkup(edition)]}
}

/** What a body's transforms ask for, and afterwards what they asked for and what was not there. */
export function surroundingsOf(
  edition: Edition,
  context: BodyContext,
): {
  readonly around: Surroundings
  readonly images: () => readonly ImageRequest[]
  readonly findings: () => readonly Finding[]
} {
  const {to} = context
  const {say, languageOf} = context.narratorOf(edition.locale)
  const shown = new Map<string, ImageRequest>()
  const missing = new Set<string>()
  const others = context.siblings.filter(({locale}) => locale !== edition.locale)
  const around: Surroundings = {
    image: remember((src) => {
      const image = findImage(context.images, edition.slug, src, to)
      if (image === undefined) missing.add(src)
      else for (const request of image.requests) shown.set(request.path, request)
      return image
    }),
    elsewhere: (id, lang) =>
      others.flatMap((sibling) => {
        if (sibling.locale === lang) return []
        const heading = Object.hasOwn(sibling.headings, id) ? sibling.headings[id] : undefined
        return heading === undefined ? [] : sectionLink(sibling, id, heading, context)
      }),
    locale: edition.locale,
    markOf: (key) => languageMark(languageOf(key), edition.locale),
    tableName: (number) => say('table.label', {number}),
    outdated: new Set(
      context.marksOutdated ? edition.units.flatMap(({key, stale}) => (stale ? key : [])) : [],
    ),
    outdatedNote: say('notice.block'),
    embedName: (kind, source) => say(`embed.${kind}`, {source}),
    embedNote: (host) => say('embed.leads', {host}),
    taskDone: say('task.done'),
    taskOpen: say('task.open'),
  }
  return {
    around,
    images: () => [...shown.values()],
    findings: () => [
      ...[...missing].map((src) => missingImage(edition, src)),
      ...withoutAlt(edition),
    ],
  }
}

/** A link in the other edition's own language, of which only that language's name is seen. */
function sectionLink(
  sibling: Pick<Brief, 'slug' | 'locale'>,
  id: string,
  heading: string,
  {to, narratorOf, languageOf}: BodyContext,
): SectionLink {
  const {autonym, direction} = languageOf(sibling.locale)
  const narrator = narratorOf(sibling.locale)
  // A link is in one language: a sentence that nobody has translated does without its words.
  const isTranslated = narrator.languageOf('section.read') === sibling.locale
  const words = isTranslated
    ? narrator.say('section.read', {language: autonym, heading})
    : `${heading} (${autonym})`
  const at = words.lastIndexOf(autonym)
  const split = at === -1 ? 0 : at
  return {
    href: `${to.link(articlePath(sibling))}#${encodeURIComponent(idPrefix + id)}`,
    tag: sibling.locale,
    direction,
    before: words.slice(0, split),
    visible: at === -1 ? words : autonym,
    after: at === -1 ? '' : words.slice(split + autonym.length),
  }
}

function missingImage(edition: Edition, src: string): Finding {
  const {slug, locale, units} = edition
  // A translation of an image that the source does not have there.
  const own = units.find(
    ({target, source}) => target?.includes(src) === true && !source.includes(src),
  )
  return {
    check: 'document/missing-image',
    outcome: 'failed',
    severity: 'error',
    message: {key: 'document/missing-image', values: {src, folder: `articles/${edition.slug}/`}},
    place:
      own && locale !== edition.sourceLocale
        ? {file: `locales/${locale}/${slug}.json`, unit: own.key}
        : placeOf(
            edition,
            imagesIn(edition.body).find(({node}) => 'url' in node && node.url === src) ??
              htmlWith(edition.body, src),
          ),
    locale: edition.locale,
    article: edition.slug,
    criteria: [],
    engines: [],
    excerpt: src,
  }
}

/** The raw HTML that an address stands in. */
function htmlWith(body: Root, address: string): Placed | undefined {
  let found: Placed | undefined
  visit(body, 'html', (node) => {
    if (node.value.includes(address)) found ??= {node, around: node}
  })
  return found
}

/**
 * Images that nothing stands for where they cannot be seen. What is only for looks is written as
 * `<img alt="">`; Markdown's `![](…)` says nothing of the kind.
 */
function withoutAlt(edition: Edition): readonly Finding[] {
  return imagesIn(edition.body).flatMap((placed): readonly Finding[] => {
    const {node} = placed
    if ((node.alt ?? '').trim() !== '') return []
    const src = node.type === 'image' ? node.url : node.identifier
    return [
      {
        check: 'image/no-alt',
        outcome: 'failed',
        severity: 'error',
        message: {key: 'image/no-alt', values: {src}},
        place: placeOf(edition, placed),
        locale: edition.locale,
        article: edition.slug,
        criteria: ['1.1.1'],
        engines: [],
        excerpt: src,
      },
    ]
  })
}

interface PlacedImage extends Placed {
  readonly node: Image | ImageReference
}

interface Placed {
  readonly node: Nodes
  /** The outermost thing around it whose place is known; in a translation that is the article's. */
  readonly around: Nodes
}

/** Where an image stands in the article. A translation's text was read anew, its blocks were not. */
function placeOf(
  {slug, locale, sourceLocale}: Edition,
  image: Placed | undefined,
): Finding['place'] {
  const own = locale === sourceLocale ? image?.node.position?.start : undefined
  const at = own ?? image?.around.position?.start
  return {
    file: `articles/${slug}/article.md`,
    ...(at && {line: at.line, column: at.column}),
  }
}

/** In order. A walk of our own: every body is asked. */
function imagesIn(body: Root): readonly PlacedImage[] {
  const found: PlacedImage[] = []
  const look = (node: Nodes, outer: Nodes | undefined) => {
    const around = outer ?? (node.position && node)
    if (node.type === 'image' || node.type === 'imageReference')
      found.push({node, around: around ?? node})
    else if ('children' in node) for (const child of node.children) look(child, around)
  }
  look({...body, position: undefined}, undefined)
  return found
}
