import type {DocumentCheck, ParsedPage, Site} from '../check.ts'
import {addressOf, targetOf} from './address.ts'
import {defect, type Defect} from './defect.ts'
import {attribute} from './element.ts'
import {alternatesIn, headLinks} from './facts.ts'
import {placeOf} from './neighbours.ts'

const about = {id: 'document/alternates', criteria: []}

/**
 * Search engines and readers find each page in every language it is in: `hreflang` names every
 * edition, this one among them, is answered by the other side, and has an `x-default`; the
 * canonical address is the page's own.
 * https://developers.google.com/search/docs/specialty/international/localized-versions
 */
export const alternates: DocumentCheck = {
  ...about,
  judge(page, site) {
    if (unlisted.has(page.rendition.page)) return []
    const found =
      page.rendition.page === 'fallback'
        ? fallback(page, site)
        : [...canonicals(page, site), ...missing(page, site), ...wrong(page, site)]
    return found.map((one) => defect(about, page, one))
  },
}

/** Pages that are not to be found by search, and files that are no pages. */
const unlisted: ReadonlySet<ParsedPage['rendition']['page']> = new Set([
  'gone',
  'parallel',
  'search',
  'showcase',
  'not-found',
  undefined,
])

function canonicals(page: ParsedPage, site: Site): readonly Defect[] {
  const own = addressOf(page.rendition, site)
  const found = headLinks(page.tree, 'canonical')
  if (found.length === 0 && page.rendition.page !== 'root') {
    return [
      {key: `${about.id}/no-canonical`, values: {expected: own}, at: undefined, expected: own},
    ]
  }
  return found
    .filter(({element}) => found.length > 1 || attribute(element, 'href') !== own)
    .map((at) => {
      const actual = attribute(at.element, 'href') ?? ''
      return {
        key: `${about.id}/canonical`,
        values: {expected: own, actual},
        at,
        expected: own,
        actual,
      }
    })
}

/** A page that shows the original, or lists originals alone, is that one's to be found, and nobody's alternate. */
function fallback(page: ParsedPage, site: Site): readonly Defect[] {
  const originals = originalsOf(page, site).map((path) => addressOf({path}, site))
  const expected = originals.join(', ')
  const found = headLinks(page.tree, 'canonical')
  const named = found.map(({element}) => attribute(element, 'href') ?? '')
  const isRight = named.length === 1 && originals.includes(named[0] ?? '')
  const actual = named.join(', ')
  return [
    ...(isRight
      ? []
      : [
          {
            key: `${about.id}/canonical`,
            values: {expected, actual},
            at: found[0],
            expected,
            actual,
          },
        ]),
    ...alternatesIn(page).map(({hreflang, href, at}) => ({
      key: `${about.id}/fallback`,
      values: {locale: hreflang, href},
      at,
    })),
  ]
}

function originalsOf({rendition}: ParsedPage, site: Site): readonly string[] {
  if (rendition.article !== undefined) return site.ask('originals', rendition.article)
  const place = placeOf(rendition)
  const [same, first] = [place, place.replace(/page\/\d+\/(?=index\.html$)/, '')].map((one) =>
    site.ask('alike', 'list', one).map(({path}) => path),
  )
  return same?.length ? same : (first ?? [])
}

/** What the head ought to say: every edition of this page, and where everybody else goes. */
function missing(page: ParsedPage, site: Site): readonly Defect[] {
  const {rendition} = page
  const found = alternatesIn(page)
  const editions = site.ask('alike', rendition.page ?? '', placeOf(rendition))
  if (rendition.page === 'root' || (editions.length < 2 && found.length === 0)) return []
  const unnamed = editions
    .map(({locale, path}) => ({locale: locale ?? '', href: addressOf({path}, site)}))
    .filter(
      // Named by another language it is not left out: `wrong` tells of it where it is named.
      ({href}) => !found.some((one) => one.href === href && one.hreflang !== 'x-default'),
    )
    .map(({locale, href}) => ({
      key: locale === rendition.locale ? `${about.id}/no-self` : `${about.id}/missing`,
      values: {locale, href},
      at: undefined,
    }))
  const hasDefault = found.some(({hreflang}) => hreflang === 'x-default')
  return hasDefault
    ? unnamed
    : [...unnamed, {key: `${about.id}/no-default`, values: {}, at: undefined}]
}

function wrong(page: ParsedPage, site: Site): readonly Defect[] {
  const own = addressOf(page.rendition, site)
  return alternatesIn(page).flatMap(({hreflang, href, at}) => {
    const values = {locale: hreflang, href}
    const target = targetOf(href, page.rendition, site)
    const there = target.to === 'inside' ? site.ask('at', target.path) : null
    if (!there) return [{key: `${about.id}/dead`, values, at}]
    if (there.page === 'fallback') return [{key: `${about.id}/fallback`, values, at}]
    if (!URL.canParse(href)) return [{key: `${about.id}/relative`, values, at}]
    const {locale} = there
    if (hreflang !== 'x-default' && locale !== hreflang) {
      return [{key: `${about.id}/other-language`, values: {...values, actual: locale ?? ''}, at}]
    }
    // The default leads to a page for everybody, which need not know each of its guests.
    if (hreflang === 'x-default' || there.path === page.rendition.path) return []
    if (page.rendition.page === 'root' || there.alternates.includes(own)) return []
    return [{key: `${about.id}/one-way`, values: {...values, target: there.path}, at}]
  })
}
