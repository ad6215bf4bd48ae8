import type {Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toHtml} from 'hast-util-to-html'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {plainText} from '../markdown/plain.ts'
import type {Brief, Filed} from '../model/brief.ts'
import type {ImageRequest} from '../model/image.ts'
import {articlePath} from './addresses.ts'
import {linesOf} from './article-page.ts'
import {renderBody} from './body.ts'
import {fontPackages} from './faces.ts'
import {notices} from './notices.ts'
import {safeHtml} from './sanitize.ts'
import type {Site} from './site.ts'

/** An edition by itself: the document that an EPUB and a print are made of. */
export interface Book {
  readonly brief: Brief
  readonly title: string
  /** A whole HTML document; it names `style.css` and its images beside it. */
  readonly html: string
  readonly images: readonly BookImage[]
  readonly headings: readonly {readonly id: string; readonly depth: number; readonly text: string}[]
  /** All that it was made of. */
  readonly inputs: unknown
}

/** An image of a book, and the name it has there. */
export interface BookImage {
  readonly name: string
  readonly request: ImageRequest
}

/** The book of an edition: made now, or remembered. It knows of no other edition. */
export function bookOf({brief, from, edition}: Filed, site: Site): Book {
  const {memory, ground, to, templates} = site
  const images = site.imagesOf(brief.slug)
  const {hash, sheets} = templates
  const marksOutdated = site.config.policy.stale[brief.locale] === 'blocks'
  const inputs = {marksOutdated, from, images, ground, hash, sheets, fontPackages, format}
  const known = memory.recall('book', inputs, () => {
    const body = renderBody(edition(), {
      siblings: [],
      to,
      images,
      narratorOf: site.narratorOf,
      languageOf: site.localeOf,
      marksOutdated,
    })
    const narrator = site.narratorOf(brief.locale)
    const title = plainText(brief.headline.text)
    const origin = to.absolute(articlePath(brief))
    const document = fromHtml(
      templates.book({
        ...linesOf(brief, site),
        words: narrator,
        tag: brief.locale,
        direction: site.localeOf(brief.locale).direction,
        title,
        stylesheet: 'style.css',
        paper: narrator.say('paper.name'),
        origin,
        notices: notices(brief, [], site),
        body: safeHtml(body.tree),
      }),
    )
    const plain = new Map(body.images.map((one) => [to.link(one.path), one]))
    const shown = standAlone(document, origin, plain)
    return {
      title,
      html: toHtml(document, {characterReferences: {useNamedReferences: false}}),
      headings: headingsIn(body.tree),
      shown: shown.map(({source, ...request}) => ({...request, source: source.path})),
    }
  })
  return {
    brief,
    title: known.title,
    html: known.html,
    headings: known.headings,
    images: known.shown.flatMap((request) => {
      const source = images.find(({path}) => path === request.source)
      return source === undefined
        ? []
        : [{name: nameOf(request.path), request: {...request, source}}]
    }),
    inputs,
  }
}

/** Raised when the way books are made changes. */
const format = 1

function nameOf(path: string): string {
  return `images/${path.replace(/^.*\//, '')}`
}

/** Every address written out, and images in the one form that every reader has. Gives those shown. */
function standAlone(
  tree: Root,
  base: string,
  plain: ReadonlyMap<string, ImageRequest>,
): readonly ImageRequest[] {
  const shown = new Map<string, ImageRequest>()
  visit(tree, 'element', (node, index, parent) => {
    const {properties} = node
    const {href, src} = properties
    if (
      node.tagName === 'a' &&
      typeof href === 'string' &&
      !href.startsWith('#') &&
      URL.canParse(href, base)
    ) {
      properties['href'] = new URL(href, base).href
    }
    if (node.tagName === 'picture' && parent !== undefined && index !== undefined) {
      const image = node.children.at(-1)
      if (image !== undefined) parent.children.splice(index, 1, image)
      return index
    }
    if (node.tagName !== 'img' || typeof src !== 'string') return undefined
    delete properties['loading']
    delete properties['decoding']
    const request = plain.get(src)
    if (request === undefined) return undefined
    shown.set(request.path, request)
    properties['src'] = encodeURI(nameOf(request.path))
    return undefined
  })
  return [...shown.values()]
}

function headingsIn(tree: Root): Book['headings'] {
  const found: {id: string; depth: number; text: string}[] = []
  visit(tree, 'element', (node) => {
    const depth = /^h([2-6])$/.exec(node.tagName)?.[1]
    const {id} = node.properties
    const text = toString(node).trim()
    if (depth !== undefined && typeof id === 'string' && text !== '') {
      found.push({id, depth: Number(depth), text})
    }
  })
  return found
}
