import {plainText} from '../markdown/plain.ts'
import type {Brief} from '../model/brief.ts'
import type {Finding} from '../model/finding.ts'
import {grouped} from '../model/grouped.ts'
import type {Rendition} from '../model/rendition.ts'

/**
 * Findings on pages that many articles share (lists, front pages) that quote one article's headline
 * count against the editions which have that headline, and against no other. Where that was wrong, the
 * pages show the same without those editions, and what is found there then holds everything.
 */
export function ascribe(
  findings: readonly Finding[],
  briefs: readonly Brief[],
  renditions: readonly Rendition[],
): readonly Finding[] {
  const shared = new Map(
    renditions.flatMap(({path, page, article, locale}) =>
      page === undefined || article !== undefined ? [] : [[path, locale] as const],
    ),
  )
  const isOpen = ({article, severity, place}: Finding) =>
    article === undefined && severity !== 'notice' && shared.has(place.file)
  if (!findings.some(isOpen)) return findings
  const titles = briefs.map((brief) => ({brief, title: titleOf(brief)}))
  const byTitle = grouped(titles, ({title}) => title)
  return findings.flatMap((finding) => {
    const quoted = wordsIn(finding.excerpt ?? '')
    if (!isOpen(finding) || quoted === '') return [finding]
    const locale = shared.get(finding.place.file)
    const [, start] = quoted.length >= LONG ? (/^(.*?)…?$/s.exec(quoted) ?? []) : []
    const found =
      start === undefined
        ? (byTitle.get(quoted) ?? [])
        : titles.filter(({title}) => title.startsWith(start))
    const editions = found
      .map(({brief}) => brief)
      .filter((brief) => locale === undefined || brief.locale === locale)
    const isOne = new Set(editions.map(({slug}) => slug)).size === 1
    if (!isOne) return [finding]
    return editions.map((one) => ({...finding, article: one.slug, locale: one.locale}))
  })
}

/** Of longer ones only the beginning may be quoted. */
const LONG = 40

function titleOf({headline}: Brief): string {
  return plainText(headline.text)
}

/** What is quoted of an element, without its tag: `<a href="/en/story/">Story`. */
function wordsIn(excerpt: string): string {
  return excerpt
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
