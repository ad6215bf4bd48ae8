import type {Words} from '../model/publication.ts'
import {instance} from './instance.ts'
import {resolveParticles} from './particles.ts'

/** What a text's placeholders stand for. `count` also chooses the plural form. */
export type Values = Readonly<Record<string, string | number>>

/**
 * Says the words of pipeline and templates in one language. All it returns is plain text:
 * whoever writes HTML escapes it.
 */
export interface Speaker {
  /** The language it was asked to speak. */
  readonly locale: string
  /** The text of a key with its values put in; `[key]` where no language has it. */
  say(namespace: string, key: string, values?: Values): string
  /** The tag of the language the words are really in: the fallback's where ours has none. */
  languageOf(namespace: string, key: string): string
  has(namespace: string, key: string): boolean
  /**
   * The day of an ISO 8601 date or date-time, long form, in an IANA time zone. A date without a
   * time is that day everywhere. What is not a date comes back as it was written.
   */
  date(iso: string, timeZone: string): string
  /** A month, `YYYY-MM`, in long form. */
  month(yearAndMonth: string): string
  /** What a language is called in this one; its tag where that is none. */
  language(tag: string): string
  number(value: number): string
  /** `a, b, and c`. */
  list(items: readonly string[]): string
}

/** Speaks `locale`, and `fallback` where `locale` has no words. Plurals follow CLDR (`key_one`, `key_other`). */
export function speaker(words: Words, locale: string, fallback: string): Speaker {
  const i18next = instance(words, locale, fallback)
  const numbers = new Intl.NumberFormat(locale)
  const lists = new Intl.ListFormat(locale)
  const dates = longDates(locale)
  let languages: Intl.DisplayNames | undefined
  const found = (namespace: string, key: string) =>
    i18next.services.languageUtils
      .toResolveHierarchy(locale)
      .find((tag: string) => forms(words[tag]?.[namespace] ?? {}, key, tag))
  return {
    locale,
    say(namespace, key, values = {}) {
      const {count} = values
      const plural = typeof count === 'number' ? {count} : {}
      // `replace` keeps a value called `lng` or `context` from being taken for an option.
      const options = {ns: namespace, nest: false, replace: shielded(values), ...plural}
      return resolveParticles(i18next.t(key, options)).replaceAll(shield, '[[')
    },
    languageOf: (namespace, key) => found(namespace, key) ?? fallback,
    has: (namespace, key) => found(namespace, key) !== undefined,
    date: (iso, timeZone) => longDate(iso, dates, timeZone),
    month: (yearAndMonth) =>
      new Intl.DateTimeFormat(locale, {year: 'numeric', month: 'long', timeZone: 'UTC'}).format(
        new Date(`${yearAndMonth}-01T00:00:00Z`),
      ),
    language: (tag) => {
      try {
        languages ??= new Intl.DisplayNames(locale, {type: 'language'})
        return languages.of(tag) ?? tag
      } catch {
        // Pages call languages what they like.
        return tag
      }
    },
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
  }
}

/** Stands for `[[` in a value, which is a value's own and asks for no particle. */
const shield = '\u{F8FF}\u{F8FE}'

function shielded(values: Values): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('[[', shield) : value,
    ]),
  )
}

/** Whether a namespace has the key, plain or in the language's plural forms. */
function forms(texts: Readonly<Record<string, string>>, key: string, tag: string): boolean {
  const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
  return [key, ...categories.map((category) => `${key}_${category}`)].some(
    (form) => Object.hasOwn(texts, form) && texts[form] !== '',
  )
}

const dayAlone = /^\d{4}-\d{2}-\d{2}$/

function longDate(iso: string, formatIn: (timeZone: string) => Intl.DateTimeFormat, zone: string) {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return formatIn(dayAlone.test(iso) ? 'UTC' : zone).format(date)
}

/** The way a language writes dates in each time zone: costly to make, and the same for every page. */
function longDates(locale: string): (timeZone: string) => Intl.DateTimeFormat {
  const known = new Map<string, Intl.DateTimeFormat>()
  return (timeZone) => {
    const found =
      known.get(timeZone) ?? new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeZone})
    known.set(timeZone, found)
    return found
  }
}
