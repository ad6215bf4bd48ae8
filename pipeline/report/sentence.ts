import type {Declaration} from '../model/declaration.ts'
import type {Finding} from '../model/finding.ts'
import {endless, type KnownCause, type Waiver} from '../model/verdict.ts'
import type {Speaker} from '../words/speaker.ts'
import {clean} from './clean.ts'
import {roleInWords, sizedInWords} from './part-in-words.ts'
import {shortened} from './shortened.ts'

/** A text and the language it is really in. */
export interface Said {
  readonly text: string
  readonly locale: string
}

/**
 * What a finding says. Engines' own rules have no words of ours: then it is the engine's, in English.
 *
 * @param most characters of a text of the page that it quotes
 */
export function sentenceOf(finding: Finding, speaker: Speaker, most?: number): Said {
  const {check, message} = finding
  const words = said(keyOf(finding, speaker), message.values, speaker, most)
  if (words) return words
  const text = clean(String(message.values['message'] ?? message.key))
  return {text: text === '' ? check : shortened(text, most), locale: 'en'}
}

/** What to do about a finding, where something is known. */
export function adviceOf(finding: Finding, speaker: Speaker): Said | undefined {
  return said(`${keyOf(finding, speaker)}.advice`, finding.message.values, speaker)
}

/** Some sentences are others where they are about several pages at once. */
function keyOf({message: {key}, pages = []}: Finding, speaker: Speaker): string {
  return pages.length > 1 && speaker.has('findings', `${key}/shared`) ? `${key}/shared` : key
}

function said(
  key: string,
  values: Finding['message']['values'],
  speaker: Speaker,
  most?: number,
): Said | undefined {
  if (!speaker.has('findings', key)) return undefined
  const short = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? shortened(clean(worded(name, value, speaker)), most) : value,
  ])
  const text = speaker.say('findings', key, Object.fromEntries(short))
  return {text, locale: speaker.languageOf('findings', key)}
}

/** Parts of pages in words: `heading 2 “Troops”` as “heading level 2 “Troops””. */
function worded(name: string, value: string, speaker: Speaker): string {
  if (!/^(parts|sourceParts)$/.test(name)) return value
  return value.replace(aPart, (_, role: string, number?: string, columns?: string) => {
    const given = number === undefined ? null : Number(number)
    const size = role === 'heading' ? {level: given, count: null} : {level: null, count: given}
    const wide = columns === undefined ? {} : {columns: Number(columns)}
    return sizedInWords(roleInWords(role, speaker), {...size, ...wide}, speaker)
  })
}

const aPart = /(?<=^| · )([a-z]+)(?: (\d+)(?:×(\d+))?)?(?= “| · |$)/g

/** The views a finding was seen in, in order; none where it is not about a view. */
export function viewsOf({message, place}: Finding): readonly string[] {
  const {views} = message.values
  if (views !== undefined) return String(views).split(', ')
  return place.view === undefined ? [] : [place.view]
}

/**
 * The file that people edit which a finding points at, with its line where it is known; `undefined`
 * where only the page is known.
 */
export function sourceOf({
  place,
}: Finding): Pick<Finding['place'], 'file' | 'line' | 'column'> | undefined {
  if (place.source !== undefined) return place.source
  return isSource(place.file) ? place : undefined
}

/** Whether a file is one that people edit, and not the site's. */
export function isSource(file: string): boolean {
  return /^(articles|locales|templates)\/|^publication\.json$/.test(file)
}

/** `articles/x/article.md:3:5`, or with the unit: `locales/ko/x.json p3`. */
export function placeOf({file, line, column, unit, source}: Finding['place']): string {
  if (source !== undefined) return `${placeOf({file})} ← ${placeOf(source)}`
  const at = [file, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':')
  return unit === undefined ? at : `${at} ${unit}`
}

/** The place of what was found at several, and how many more there are: “a.html:3:5 and 2 more pages · 1 more element like it”. */
export function placesOf({place, pages = []}: Finding, alike: number, words: Speaker): string {
  const others = pages.length < 2 ? '' : words.say('report', 'also-on', {count: pages.length - 1})
  const like = alike > 0 ? ` · ${words.say('report', 'alike', {count: alike})}` : ''
  return `${placeOf(place)}${others}${like}`
}

/** `.colophon { color: #a9a9a9 }`, and where it stands. */
export function declarationOf({property, value, selector, place}: Declaration): {
  readonly rule: string
  readonly place: string
} {
  return {
    rule: clean(`${shortened(selector)} { ${property}: ${shortened(value)} }`),
    place: clean(placeOf(place)),
  }
}

/** What the sentence on a waiver says of it. */
export function waiverValues({expires, owner, reason}: Waiver): Finding['message']['values'] {
  return {expires: expires ?? '', owner, reason}
}

/** The key of the sentence that tells of a waiver: one without a last day has its own. */
export function waiverKey({expires}: Waiver): 'waived' | 'waived.open' {
  return expires === undefined || expires === endless ? 'waived.open' : 'waived'
}

/** What the sentence on a known cause says: on how many pages it was, and on which. */
export function causeValues({on, pages}: KnownCause): Finding['message']['values'] {
  return {count: on, pages}
}
