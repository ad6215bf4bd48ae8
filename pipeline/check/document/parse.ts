import type {Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString} from 'hast-util-to-string'
import type {PublicationConfig} from '../../model/publication.ts'
import type {Rendition} from '../../model/rendition.ts'
import type {ParsedPage, Site} from '../check.ts'
import {attribute, elementsOf, isHidden, type Standing} from './element.ts'

/** Every page of the release, parsed (WHATWG parsing, with positions), for all document checks. */
export function parseSite(
  renditions: readonly Rendition[],
  {url, locales}: Pick<PublicationConfig, 'url' | 'locales'>,
): Site {
  return {
    url,
    locales,
    pages: renditions.filter(({page}) => page !== undefined).map(parsePage),
    paths: new Set(renditions.map(({path}) => path)),
  }
}

/** A page with its tree, which is made when it is asked for, and again when it was let go meanwhile. */
export function parsePage(rendition: Rendition): ParsedPage {
  return {
    rendition,
    get tree() {
      return treeOf(rendition)
    },
  }
}

/** What other pages ask of a page: it is kept when its tree is not. */
export interface Facts {
  /** The text of its title element; `undefined` where there is none. */
  readonly title: string | undefined
  /** What a fragment can lead to: ids, and the names that places have on old pages. */
  readonly ids: ReadonlySet<string>
  /** What its document says it is in, in lower case. */
  readonly language: string
  /** The words of its main heading; empty where there is none. */
  readonly heading: string
  /** The address that it says its words are to be found at. */
  readonly canonical: string | undefined
  /** It leads on to another page by itself. */
  readonly leadsOn: boolean
  /** Two pages of which this is the same have the same words. */
  readonly likeness: string
}

export function factsOf(page: ParsedPage): Facts {
  const known = facts.get(page.rendition)
  if (known) return known
  const read = readFacts(page.tree)
  facts.set(page.rendition, read)
  return read
}

const facts = new WeakMap<Rendition, Facts>()

function readFacts(tree: Root): Facts {
  const all = elementsOf(tree)
  const title = titleIn(all)
  const html = all.find(({element}) => element.tagName === 'html')
  const heading = headingIn(all)
  const canonical = all.find(({element}) => attribute(element, 'rel') === 'canonical')
  return {
    title: title && textOfTitle(title),
    language: html ? (attribute(html.element, 'lang') ?? '').toLowerCase() : '',
    heading: heading ? textOfTitle(heading) : '',
    canonical: canonical && attribute(canonical.element, 'href'),
    leadsOn: all.some(({element}) => attribute(element, 'httpEquiv')?.toLowerCase() === 'refresh'),
    likeness: likenessOf(all),
    ids: new Set(
      all.flatMap(({element}) => {
        const names = ['id', ...(element.tagName === 'a' ? ['name'] : [])]
        return names.flatMap((name) => attribute(element, name) ?? [])
      }),
    ),
  }
}

/** The page's title element; a drawing's is not one. */
export function titleIn(all: readonly Standing[]): Standing | undefined {
  return all.find(
    ({element, ancestors}) =>
      element.tagName === 'title' && ancestors.every((node) => node.tagName !== 'svg'),
  )
}

/** The first heading of level 1 of the content, or else of the page: above it stands the site's name. */
export function headingIn(all: readonly Standing[]): Standing | undefined {
  const headings = all.filter((one) => one.element.tagName === 'h1' && !isHidden(one))
  const inContent = headings.find(({ancestors}) =>
    ancestors.some(({tagName}) => tagName === 'main'),
  )
  return inContent ?? headings[0]
}

/** How long the words of its content are, and some from their middle. */
function likenessOf(all: readonly Standing[]): string {
  const content =
    all.find(({element}) => element.tagName === 'main') ??
    all.find(({element}) => element.tagName === 'body')
  const text = content ? toString(content.element).replace(/\s+/g, ' ') : ''
  const middle = Math.floor(text.length / 2)
  return `${text.length} ${text.slice(Math.max(0, middle - 100), middle + 100)}`
}

export function textOfTitle({element}: Standing): string {
  return toString(element).replace(/\s+/g, ' ').trim()
}

/** Characters of pages whose trees are kept: a tree takes some fifty times the room of its text. */
const ROOM = 6_000_000

/** The trees asked for last, the oldest first. */
const kept = new Map<Rendition, Root>()
let room = 0

function treeOf(rendition: Rendition): Root {
  const known = kept.get(rendition)
  if (known) {
    kept.delete(rendition)
    kept.set(rendition, known)
    return known
  }
  const {content} = rendition
  const tree = fromHtml(typeof content === 'string' ? content : new TextDecoder().decode(content))
  kept.set(rendition, tree)
  if (!facts.has(rendition)) facts.set(rendition, readFacts(tree))
  room += content.length
  for (const oldest of kept.keys()) {
    if (room <= ROOM || oldest === rendition) break
    kept.delete(oldest)
    room -= oldest.content.length
  }
  return tree
}
