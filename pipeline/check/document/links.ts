import type {DocumentCheck, ParsedPage, Site} from '../check.ts'
import {targetOf} from './address.ts'
import {defect, type Defect} from './defect.ts'
import {attribute, elementsOf, type Standing} from './element.ts'

const about = {id: 'document/links', criteria: []}

/** Every link leads somewhere: to a file of the release, to a place that is on that page, in the language it says. */
export const links: DocumentCheck = {
  ...about,
  judge: (page, site) =>
    elementsOf(page.tree).flatMap((at) =>
      [
        ...addressesIn(at).flatMap((address) => wrong(address, page, site)),
        ...misnamed(at, page, site),
      ].map((found) => defect(about, page, {...found, at})),
    ),
}

/** A link that says which language it leads to leads there. */
function misnamed(
  {element}: Standing,
  page: ParsedPage,
  site: Site,
): readonly Omit<Defect, 'at'>[] {
  const said = attribute(element, 'hrefLang')
  if (element.tagName !== 'a' || !said) return []
  const target = targetOf(attribute(element, 'href') ?? '', page.rendition, site)
  if (target.to !== 'inside') return []
  const there = servedAt(target.path)
    .map((path) => site.ask('at', path)?.locale)
    .find((locale) => locale != null)
  if (there === undefined || languageOf(said) === languageOf(there)) return []
  return [{key: `${about.id}/language`, values: {said, there}}]
}

/** `ko` of `ko-KR`. */
function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? ''
}

const SAFE: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

function wrong(
  {href, isLoaded}: Address,
  page: ParsedPage,
  site: Site,
): readonly Omit<Defect, 'at'>[] {
  if (href.trim() === '') return [{key: `${about.id}/empty`, values: {}, severity: 'warning'}]
  const target = targetOf(href, page.rendition, site)
  const values = {href, page: page.rendition.path}
  switch (target.to) {
    case 'nowhere':
      return [{key: `${about.id}/malformed`, values}]
    case 'beside':
      // With its host written out it is a page of somebody else's; without, the base path was forgotten.
      return /^[a-z]+:/i.test(href) ? [] : [{key: `${about.id}/dead`, values}]
    case 'elsewhere':
      if (SAFE.has(target.scheme) || (isLoaded && target.scheme === 'data:')) return []
      return [{key: `${about.id}/scheme`, values: {...values, scheme: target.scheme}}]
    case 'inside': {
      const {fragment, written} = target
      const marks = [...new Set([written, fragment])]
      const served = servedAt(target.path).map((path) => ({
        path,
        isThere: site.ask('has', path),
        leads: marks.map((mark) => site.ask('leads', path, mark)).includes(true),
      }))
      const found = served.find(({isThere}) => isThere)
      if (found === undefined) return [{key: `${about.id}/dead`, values}]
      if (/^(top)?$/.test(fragment) || found.leads) return []
      return [{key: `${about.id}/fragment`, values: {...values, fragment, target: found.path}}]
    }
  }
}

/**
 * The files that servers of static pages answer with: a folder's page and a page's name go without
 * their ends, several slashes are one. What ends in a number, as `v1.2`, is a folder.
 */
function servedAt(written: string): readonly string[] {
  const path = written.replace(/\/{2,}/g, '/')
  return /\.[a-z]\w*$/i.test(path) ? [path] : [path, `${path}/index.html`, `${path}.html`]
}

interface Address {
  readonly href: string
  /** It is a picture's or a recording's, which may stand in the page itself. */
  readonly isLoaded: boolean
}

/** Addresses of what the page links to and of what it loads; language links have their own check. */
function addressesIn({element}: Standing): readonly Address[] {
  const rel = attribute(element, 'rel') ?? ''
  if (element.tagName === 'base' || /\b(alternate|canonical)\b/.test(rel)) return []
  const isLoaded =
    /^(img|source|audio|video|track|image)$/.test(element.tagName) || /\bicon\b/.test(rel)
  // A form without an address of its own is sent to the page it stands on, as is meant.
  const form = attribute(element, 'action') || undefined
  const single = ['href', 'src', 'poster', 'data'].map((name) => attribute(element, name))
  const folder =
    attribute(element, 'role') === 'search' ? attribute(element, 'dataIndex') : undefined
  // The page's script asks for it when somebody searches: no reader sees what it does not find.
  const searched = folder === undefined ? undefined : `${folder}articles-0.json`
  const several = attribute(element, 'srcSet')?.split(/,\s+/) ?? []
  return [
    ...single,
    form,
    searched,
    ...several.map((candidate) => candidate.trim().split(/\s+/)[0]),
  ].flatMap((href) => (href === undefined ? [] : [{href, isLoaded}]))
}
