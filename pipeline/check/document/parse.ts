import {LRUCache} from 'lru-cache'
import type {Root} from 'hast'
import type {Memory} from '../../model/memory.ts'
import type {PublicationConfig} from '../../model/publication.ts'
import type {Rendition} from '../../model/rendition.ts'
import type {ParsedPage, Site} from '../check.ts'
import type {Made} from '../evidence.ts'
import {readFacts, type Facts} from './facts.ts'
import {neighbours} from './neighbours.ts'
import {readHtml} from './read-html.ts'

/** A release with all its pages. */
export interface WholeSite extends Site {
  /** Those that are compared with each other. */
  readonly pages: readonly ParsedPage[]
  /** Reads of a page what the others may ask. */
  read(page: ParsedPage): void
}

/**
 * Every page of the release, parsed (WHATWG parsing, with positions), for all document checks. Where
 * these are a part of it (`isPart`), nothing is missing that is not among them. Where somebody asks
 * for some of them alone (`asked`, by path), the others are there to be led to, and no more.
 */
export function parseSite(
  renditions: readonly Rendition[],
  {url, locales}: Pick<PublicationConfig, 'url' | 'locales'>,
  memory: Memory,
  {isPart = false, asked}: Pick<Made, 'isPart' | 'asked'> = {},
): WholeSite {
  const all = renditions.filter(({page}) => page !== undefined).map(parsePage)
  const pages = all.filter(({rendition: {path}}) => asked?.has(path) ?? true)
  const known = new Map<ParsedPage, Facts>()
  const factsOf = (page: ParsedPage): Facts => {
    const facts =
      known.get(page) ??
      memory.recall('page-facts', [url, identityOf(page.rendition)], () => readFacts(page, url))
    known.set(page, facts)
    return facts
  }
  return {
    url,
    locales,
    pages,
    ask: neighbours({url, renditions, isPart, all, pages, factsOf}),
    read: (page) => void factsOf(page),
  }
}

/** All that a page's checks see of it, in short. */
export function identityOf({path, page, locale, article, sha256, content}: Rendition): unknown {
  return [path, page, locale, article, sha256 ?? content]
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

/** Characters of pages whose trees are kept: a tree takes some fifty times the room of its text. */
const ROOM = 1_500_000

/** The trees asked for last, by marks of their pages: a page of a build long past holds all of that build. */
const kept = new LRUCache<symbol, Root>({maxSize: ROOM})
const marks = new WeakMap<Rendition, symbol>()

function treeOf(rendition: Rendition): Root {
  const mark = marks.get(rendition) ?? Symbol(rendition.path)
  marks.set(rendition, mark)
  const known = kept.get(mark)
  if (known) return known
  const {content} = rendition
  const tree = readHtml(typeof content === 'string' ? content : new TextDecoder().decode(content))
  // One that is larger than all is kept alone: every check asks for it.
  kept.set(mark, tree, {size: Math.min(ROOM, content.length + 1)})
  return tree
}
