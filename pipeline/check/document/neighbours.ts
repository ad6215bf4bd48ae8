import type {Finding} from '../../model/finding.ts'
import {grouped} from '../../model/grouped.ts'
import type {Rendition} from '../../model/rendition.ts'
import type {ParsedPage} from '../check.ts'
import {alikeNames} from './alike-names.ts'
import type {Facts, Menu} from './facts.ts'

/** What the checks of a page may ask about the others, and the plain answers. */
export interface Answers {
  /** Path: whether there is such a file, or may be one. */
  readonly has: boolean
  /** Path, fragment: whether it leads to a place on that page; of what is no page nothing is known. */
  readonly leads: boolean
  /** Path: the page there. */
  readonly at: Neighbour | null
  /** Kind of page, place within its language: the pages that are one another's translation. */
  readonly alike: readonly Pick<Neighbour, 'path' | 'locale'>[]
  /** Article: the paths of its own pages. */
  readonly originals: readonly string[]
  /** Path: what is alike in the names of that page and of others; the same finding for each of them. */
  readonly named: readonly Finding[]
  /** Language, name: the menu as the first page of the language has it. */
  readonly menu: {readonly path: string; readonly links: Menu['links']} | null
  /** Language, address of a way to get help: the first page of the language that has it, and all that it has. */
  readonly help: {readonly path: string; readonly help: Facts['help']} | null
}

export interface Neighbour {
  readonly path: string
  readonly page: Rendition['page'] | null
  readonly locale: string | null
  /** Addresses of its other languages. */
  readonly alternates: readonly string[]
}

export type Ask = <Kind extends keyof Answers>(
  kind: Kind,
  ...about: readonly string[]
) => Answers[Kind]

/** A question that was asked, as it can be asked again. */
export type Question = readonly [kind: keyof Answers, ...about: readonly string[]]

/** Answers questions about the pages of a release, each from what is gone through once. */
export function neighbours({
  url,
  renditions,
  isPart,
  all,
  pages,
  factsOf,
}: {
  readonly url: string
  readonly renditions: readonly Rendition[]
  readonly isPart: boolean
  readonly all: readonly ParsedPage[]
  /** Those of them that are compared with each other. */
  readonly pages: readonly ParsedPage[]
  readonly factsOf: (page: ParsedPage) => Facts
}): Ask {
  const paths = new Set(renditions.map(({path}) => path))
  const byPath = once(() => grouped(all, ({rendition: {path}}) => path))
  const byPlace = once(() =>
    grouped(pages, ({rendition}) => keyOf(rendition.page, placeOf(rendition))),
  )
  const byArticle = once(() =>
    grouped(pages, ({rendition: {page, article}}) => (page === 'article' ? article : undefined)),
  )
  const named = once(() => alikeNames({url, pages, factsOf}))
  const menus = once(() => firstMenus(pages, factsOf))
  const helps = once(() => firstHelp(pages, factsOf))
  const answers: {
    readonly [Kind in keyof Answers]: (one: string, other: string) => Answers[Kind]
  } = {
    has: (path) => isPart || paths.has(path),
    leads(path, fragment) {
      const [there] = byPath().get(path) ?? []
      return there === undefined || factsOf(there).ids.includes(fragment)
    },
    at(path) {
      const [there] = byPath().get(path) ?? []
      if (there === undefined) return null
      const {page = null, locale = null} = there.rendition
      return {path, page, locale, alternates: factsOf(there).alternates}
    },
    alike: (kind, place) =>
      (byPlace().get(keyOf(kind, place)) ?? []).map(({rendition: {path, locale = null}}) => ({
        path,
        locale,
      })),
    originals: (article) => (byArticle().get(article) ?? []).map(({rendition}) => rendition.path),
    named: (path) => named().get(path) ?? [],
    menu: (language, name) => menus().get(keyOf(language, name)) ?? null,
    help: (language, address) => helps().get(keyOf(language, address)) ?? null,
  }
  return (kind, one = '', other = '') => answers[kind](one, other)
}

/** Where a page stands within its language: the same for what is one another's translation. */
export function placeOf({path, locale}: Pick<Rendition, 'path' | 'locale'>): string {
  return locale === undefined ? '' : path.slice(locale.length)
}

/**
 * The menus as the pages with the shortest paths have them: as more than two links, where one has
 * that, else as two.
 */
function firstMenus(pages: readonly ParsedPage[], factsOf: (page: ParsedPage) => Facts) {
  const found = new Map<string, NonNullable<Answers['menu']>>()
  // The shortest path is the front page's.
  const inOrder = pages.toSorted((a, b) => a.rendition.path.length - b.rendition.path.length)
  for (const page of inOrder) {
    const {language, menus} = factsOf(page)
    for (const {name, links} of menus) {
      const key = keyOf(language, name)
      const known = found.get(key)?.links.length ?? 1
      if (links.length > known && known < 3) found.set(key, {path: page.rendition.path, links})
    }
  }
  return found
}

/** Every way to get help, as the page with the shortest path has it. */
function firstHelp(pages: readonly ParsedPage[], factsOf: (page: ParsedPage) => Facts) {
  const found = new Map<string, NonNullable<Answers['help']>>()
  const inOrder = pages.toSorted((a, b) => a.rendition.path.length - b.rendition.path.length)
  for (const page of inOrder) {
    const {language, help} = factsOf(page)
    for (const {address} of help) {
      const key = keyOf(language, address)
      if (!found.has(key)) found.set(key, {path: page.rendition.path, help})
    }
  }
  return found
}

function keyOf(...parts: readonly (string | undefined)[]): string {
  return JSON.stringify(parts)
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}
