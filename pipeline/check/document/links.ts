import type {Root} from 'hast'
import type {DocumentCheck, ParsedPage, Site} from '../check.ts'
import {targetOf} from './address.ts'
import {defect, type Defect} from './defect.ts'
import {attribute, elementsOf, type Standing} from './element.ts'

const about = {id: 'document/links', criteria: []}

/** Every link leads somewhere: to a file of the release, to a place that is on that page. */
export const links: DocumentCheck = {
  ...about,
  judge: (page, site) =>
    elementsOf(page.tree).flatMap((at) =>
      addressesIn(at).flatMap((href) =>
        wrong(href, page, site).map((found) => defect(about, page, {...found, at})),
      ),
    ),
}

const SAFE: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

function wrong(href: string, page: ParsedPage, site: Site): readonly Omit<Defect, 'at'>[] {
  const target = targetOf(href, page.rendition, site)
  const values = {href, page: page.rendition.path}
  switch (target.to) {
    case 'nowhere':
      return [{key: `${about.id}/malformed`, values}]
    case 'beside':
      // With its host written out it is a page of somebody else's; without, the base path was forgotten.
      return /^[a-z]+:/i.test(href) ? [] : [{key: `${about.id}/dead`, values}]
    case 'elsewhere':
      if (SAFE.has(target.scheme)) return []
      return [{key: `${about.id}/scheme`, values: {...values, scheme: target.scheme}}]
    case 'inside': {
      if (!site.paths.has(target.path)) return [{key: `${about.id}/dead`, values}]
      const {path, fragment} = target
      const there = site.pages.find(({rendition}) => rendition.path === path)
      if (fragment === '' || fragment === 'top' || !there) return []
      if (idsOf(there.tree).has(fragment)) return []
      return [{key: `${about.id}/fragment`, values: {...values, fragment, target: path}}]
    }
  }
}

/** Addresses of what the page links to and of what it loads; language links have their own check. */
function addressesIn({element}: Standing): readonly string[] {
  const rel = attribute(element, 'rel') ?? ''
  if (element.tagName === 'base' || /\b(alternate|canonical)\b/.test(rel)) return []
  const single = ['href', 'src', 'poster', 'action', 'data'].map((name) => attribute(element, name))
  const several = attribute(element, 'srcSet')?.split(/,\s+/) ?? []
  return [...single, ...several.map((candidate) => candidate.trim().split(/\s+/)[0])].filter(
    (href) => href !== undefined,
  )
}

/** A page is asked for its ids once a link. */
const remembered = new WeakMap<Root, ReadonlySet<string>>()

function idsOf(tree: Root): ReadonlySet<string> {
  const known = remembered.get(tree)
  if (known) return known
  const ids = new Set(elementsOf(tree).flatMap(({element}) => attribute(element, 'id') ?? []))
  remembered.set(tree, ids)
  return ids
}
