import {object, writtenAt, type Prose} from './prose.ts'
import type {Unit} from '../../model/catalog.ts'
import type {Edition} from '../../model/edition.ts'
import type {Finding, Fix, Severity, Stretch} from '../../model/finding.ts'

/** What a translation check has to say about one unit; the edition says the rest. */
export interface UnitDefect {
  readonly severity: Severity
  /** `translation/particles`, or a variant of it: the message's key. */
  readonly key: string
  readonly values?: Readonly<Record<string, string | number>>
  readonly excerpt?: string
  readonly expected?: string
  readonly actual?: string
  /** Where in the unit's text. */
  readonly within?: Stretch | undefined
  readonly fix?: Fix | undefined
}

/** A finding about a unit of the edition's locale file. */
export function unitFinding(
  {slug, locale}: Pick<Edition, 'slug' | 'locale'>,
  {key: unit, target}: Pick<Unit, 'key' | 'target'>,
  {key, severity, values = {}, excerpt = target, expected, actual, within, fix}: UnitDefect,
): Finding {
  return {
    check: key.split('/').slice(0, 2).join('/'),
    outcome: 'failed',
    severity,
    message: {key, values},
    place: {file: `locales/${locale}/${slug}.json`, unit, ...(within && {within})},
    locale,
    article: slug,
    criteria: [],
    engines: [],
    ...(excerpt === undefined ? {} : {excerpt: shortened(excerpt)}),
    ...(expected === undefined ? {} : {expected}),
    ...(actual === undefined ? {} : {actual}),
    ...(fix && {fix}),
  }
}

/** Where a part of the prose is written, with the words round it. */
export function placed(
  text: Prose,
  index: number,
  length: number,
): Pick<UnitDefect, 'excerpt' | 'within'> {
  return {excerpt: around(text.prose, index, length), within: writtenAt(text, index, length)}
}

/**
 * The correction of a part of the prose: none where the part is not written as it reads (markup
 * stands within it, or an escape), because then it is not certain what to write.
 */
export function correction(
  text: Prose & {readonly written: string},
  index: number,
  length: number,
  by: string,
): Fix | undefined {
  const at = writtenAt(text, index, length)
  if (at === undefined) return undefined
  const asRead = text.prose.slice(index, index + length)
  return text.written.slice(at.start, at.end) === asRead ? {...at, text: by} : undefined
}

/** The words round a place in a text; code and pictures are shown as □. */
export function around(text: string, index: number, length: number): string {
  const shown = text.replaceAll(object, '□')
  const [from, to] = [Math.max(0, index - 20), index + length + 20]
  return `${from > 0 ? '…' : ''}${visible(shown.slice(from, to))}${to < text.length ? '…' : ''}`
}

/** Characters that cannot be seen, or turn what follows round, by their code. */
function visible(text: string): string {
  return text.replace(
    /[\u200B\u200E\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu,
    (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  )
}

/** One line of at most 120 characters; a cut never splits a character. */
function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/gu, ' ').trim())
  return characters.length <= 120 ? characters.join('') : `${characters.slice(0, 119).join('')}…`
}
