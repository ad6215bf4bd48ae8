import type {Finding, FoundOn} from '../../model/finding.ts'
import {grouped} from '../../model/grouped.ts'
import type {ParsedPage} from '../check.ts'
import {addressOf} from './address.ts'
import {defect, type Defect} from './defect.ts'
import {elementsOf} from './element.ts'
import {headingIn, titleIn, type Facts} from './facts.ts'
import {seriesOf} from './series.ts'

/** Pages of a release, as they are called. */
interface Named {
  readonly url: string
  readonly pages: readonly ParsedPage[]
  readonly factsOf: (page: ParsedPage) => Facts
}

export const namedAlike = {id: 'document/page-names', criteria: ['2.4.2', '2.4.6']}

/** What is alike in the titles or headings of several pages, once for all of them, by their paths. */
export function alikeNames(site: Named): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>()
  for (const finding of alike(site)) {
    for (const {file} of finding.pages ?? []) found.set(file, [...(found.get(file) ?? []), finding])
  }
  return found
}

function alike(site: Named): readonly Finding[] {
  const {factsOf} = site
  const languageOf = (page: ParsedPage) =>
    page.rendition.locale ?? factsOf(page).language.toLowerCase()
  const named = (page: ParsedPage, text: string | undefined, folder = '') =>
    text ? JSON.stringify([languageOf(page), text, folder]) : undefined
  const pages = site.pages.filter((page) => standsForItself(page, site))
  const inLanguage = grouped(pages, (page) => languageOf(page))
  const titled = grouped(pages, (page) => named(page, factsOf(page).title))
  // What lies in another folder is told apart by it: the same word in two chapters.
  const headed = grouped(pages, (page) => named(page, factsOf(page).heading, folderOf(page)))
  return [
    ...[...titled.values()]
      .map((group) => different(group, site))
      .flatMap((group) => told(group, 'title', site)),
    ...[...headed.values()]
      .map((group) => different(group, site))
      .flatMap((group) => {
        const [first] = group
        const all = first ? (inLanguage.get(languageOf(first))?.length ?? 0) : 0
        const titles = new Set(group.map((page) => factsOf(page).title))
        // Titles that are alike are told already; what most pages say is the name of the site.
        return titles.size < group.length || group.length > all / 2
          ? []
          : told(group, 'heading', site)
      }),
  ]
}

/** Pages that are one in a series, or say the same words, are one page here. */
function different(group: readonly ParsedPage[], {factsOf}: Named): readonly ParsedPage[] {
  const once = (pages: readonly ParsedPage[], key: (page: ParsedPage) => string) => [
    ...new Map(pages.toReversed().map((page) => [key(page), page])).values(),
  ]
  const apart = once(group, ({rendition}) => seriesOf(rendition.path))
  return once(apart, (page) => factsOf(page).likeness).toSorted((a, b) =>
    a.rendition.path < b.rendition.path ? -1 : 1,
  )
}

function told(
  group: readonly ParsedPage[],
  kind: 'title' | 'heading',
  {factsOf}: Named,
): readonly Finding[] {
  const [first, second] = group
  if (!first || !second) return []
  const all = elementsOf(first.tree)
  const isTitle = kind === 'title'
  const at = isTitle ? titleIn(all) : headingIn(all)
  const title = factsOf(first)[kind] ?? ''
  const found: Defect = {
    key: `${namedAlike.id}/${kind}`,
    values: {title, count: group.length},
    at,
    severity: isTitle ? 'error' : 'notice',
  }
  return [
    {
      ...defect({...namedAlike, criteria: [isTitle ? '2.4.2' : '2.4.6']}, first, found),
      locale: common(group, ({rendition}) => rendition.locale),
      article: common(group, ({rendition}) => rendition.article),
      pages: group.map(({rendition: {path, locale, article}}): FoundOn => ({
        file: path,
        locale,
        article,
        views: [],
        pictures: [],
      })),
    },
  ]
}

function common<Value>(
  pages: readonly ParsedPage[],
  of: (page: ParsedPage) => Value,
): Value | undefined {
  const values = new Set(pages.map(of))
  return values.size === 1 ? [...values][0] : undefined
}

function folderOf({rendition}: ParsedPage): string {
  return rendition.path.replace(/[^/]*(\/index\.html)?$/, '')
}

/** Pages that lead on, stand for another address, or say that there is none, need no name of theirs. */
function standsForItself(page: ParsedPage, site: Named): boolean {
  const {canonical, leadsOn} = site.factsOf(page)
  const {path, page: kind} = page.rendition
  const isNone = kind === 'not-found' || /(^|\/)(404|500)(\.html?|\/index\.html)$/.test(path)
  if (isNone || leadsOn) return false
  const own = addressOf(page.rendition, site)
  if (canonical === undefined || !URL.canParse(canonical, own)) return true
  // A site is built for another host, and another folder of it, than the one it is read from.
  const within = bare(new URL(own).pathname.slice(new URL(site.url).pathname.length))
  return bare(new URL(canonical, own).pathname).endsWith(within)
}

function bare(path: string): string {
  return path.replace(/(\/|^)(index)?(\.html?)?$|\.html?$/, '')
}
