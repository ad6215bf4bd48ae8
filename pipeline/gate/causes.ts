import fnv1a from '@sindresorhus/fnv1a'
import {askedOnce} from '../model/asked-once.ts'
import type {Finding} from '../model/finding.ts'
import {grouped} from '../model/grouped.ts'
import {withoutMadeUp, withoutNumbers} from '../model/made-up.ts'
import type {KnownCause, KnownFinding} from '../model/verdict.ts'
import {isWorse, leastContrast} from './worse.ts'

/**
 * What templates and style sheets do wrong, of findings that are being recorded: what was found of
 * the same element, at the same place, on every page of a folder; or on most, where it is a matter
 * of looks (and pages have their own words). At least three pages, or three elements of one look
 * on a page of their own; one finding where one page was asked for all.
 *
 * @param pages paths of all pages that were judged, with and without findings
 * @param before what was known; what concerns something `unsought` stays so
 */
export function causesIn(
  findings: readonly Finding[],
  pages: readonly string[],
  before: readonly KnownCause[],
  unsought: readonly KnownFinding[],
): readonly KnownCause[] {
  const sizes = new Map([...grouped(pages, folderOf)].map(([of, own]) => [of, own.length]))
  const known = [...grouped(findings, keyOf).values()].flatMap((alike): readonly KnownCause[] => {
    const [first] = alike
    if (first === undefined) return []
    const {check, place} = first
    const cause = causeOf(first)
    const counts = [...grouped(alike, (one) => one.place.file)]
    const most = Math.max(...counts.map(([, own]) => own.length))
    const on = counts.length
    const least = leastContrast(alike)
    if (askedOnce.has(check)) return [{cause, check, pages: everywhere, on, most, ...least}]
    const folder = folderOf(place.file)
    const of = sizes.get(folder) ?? 0
    const isTheirs = isOfLooks(first) ? on * 2 > of : on === of
    if (isTheirs && on >= enough) return [{cause, check, pages: folder, on, most, ...least}]
    if (!isOfLooks(first)) return []
    return counts.flatMap(([file, its]) =>
      its.length >= enough
        ? [{cause, check, pages: file, on: 1, most: its.length, ...leastContrast(its)}]
        : [],
    )
  })
  const key = ({pages: of, check, cause}: KnownCause) => JSON.stringify([of, check, cause])
  const found = new Set(known.map(key))
  const stays = before.filter(
    (one) =>
      !found.has(key(one)) &&
      unsought.some(({file, check}) => check === one.check && isOf(one, file)),
  )
  return [...known, ...stays].toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/**
 * Says which known cause a finding has that was not there when the state was recorded. A look is
 * its style sheet's doing wherever it comes back, unless it is worse there; what markup says is known of pages that are new,
 * and no more often than it stood on one before.
 *
 * @param recorded files that something is known of
 */
export function causeSought(
  causes: readonly KnownCause[],
  recorded: ReadonlySet<string>,
): (finding: Finding) => KnownCause | undefined {
  const byCause = grouped(causes, ({cause}) => cause)
  const used = new Map<string, number>()
  return (finding) => {
    const {file} = finding.place
    const own = causes.length === 0 ? [] : (byCause.get(causeOf(finding)) ?? [])
    const known = own.find((one) => isOf(one, file) && !isWorse(finding, one))
    if (known === undefined || isOfLooks(finding)) return known
    // Which page was asked for all is no page's own: there it is counted over all.
    const isAnyones = known.pages === everywhere
    if (!isAnyones && recorded.has(file)) return undefined
    const spot = JSON.stringify([known.cause, isAnyones || file])
    const count = (used.get(spot) ?? 0) + 1
    used.set(spot, count)
    return count > known.most ? undefined : known
  }
}

/** A coincidence is no template. */
const enough = 3

const everywhere = '**'

/** Contrast, focus, size of targets: what a style sheet alone decides. */
const ofLooks: ReadonlySet<string> = new Set(['1.4.3', '1.4.11', '2.4.7', '2.5.8'])

/** What a picture lies behind is the page's own, and so is a style that stands in the element. */
function isOfLooks({check, criteria, excerpt = '', place}: Finding): boolean {
  if (check === 'browser/ground-contrast' || place.selector === undefined) return false
  if (/^<[^>]*\s(style|color|bgcolor)=/.test(excerpt)) return false
  return criteria.length > 0 && criteria.every((one) => ofLooks.has(one))
}

/** Pages that one template is likely to make: those beside it, `2024` and `2025` being one folder. */
export function folderOf(file: string): string {
  const address = file.replace(/(^|\/)index\.html?$/, '')
  if (address === '') return file
  const folders = address.split('/').slice(0, -1)
  return [...folders.map((one) => (/^\d+$/.test(one) ? '#' : one)), '*'].join('/')
}

function isOf({pages}: KnownCause, file: string): boolean {
  return [everywhere, folderOf(file), file].includes(pages)
}

function keyOf(finding: Finding): string {
  const scope = askedOnce.has(finding.check) ? everywhere : folderOf(finding.place.file)
  return JSON.stringify([causeOf(finding), scope])
}

/** 16 hex digits for what was found, the element's place without numbers, and its make or its markup. */
function causeOf(finding: Finding): string {
  const {check, message, criteria, place, excerpt = ''} = finding
  const path = withoutNumbers(place.selector ?? '').replace(/(?<=#[^ >]*)\d+/g, '#')
  const {views: _, ...values} = message.values
  const about = isOfLooks(finding) ? makeOf(excerpt) : [withoutMadeUp(excerpt), values]
  const identity = JSON.stringify([check, message.key, criteria, path, about])
  return fnv1a(identity, {size: 64}).toString(16).padStart(16, '0')
}

/** Tag and classes of markup; of words, nothing: each page has its own. */
function makeOf(excerpt: string): readonly string[] {
  const [, tag, rest = ''] = /^<([a-z][\w-]*)([^>]*)/i.exec(excerpt) ?? []
  if (tag === undefined) return []
  const [, classes = ''] = /\sclass="([^"]*)"/.exec(withoutMadeUp(rest)) ?? []
  return [tag, ...classes.split(/\s+/).filter(Boolean).toSorted()]
}
