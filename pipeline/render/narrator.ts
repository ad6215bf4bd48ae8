import type {Speaker} from '../words/speaker.ts'
import {quoteSetter, type SetQuotes} from './quotes.ts'
import {remember} from './remember.ts'
import type {Day, Name, SiteWords} from './view.ts'

/** All that depends on the language of a page: its words, its dates, its quotation marks. */
export interface Narrator extends SiteWords {
  readonly setQuotes: SetQuotes
  /** A date as the reader writes it; what is no date stays as it was written, and is no `time`. */
  day(iso: string): Day
  /** The name of a section or tag, in this language where it has one there. */
  topic(id: string): Name
  month(yearAndMonth: string): string
  /** What a language is called in this one. */
  language(tag: string): string
  /** Order names as this language does. */
  readonly compare: (a: string, b: string) => number
  /** As data it is its language: what it says there is data of the publication. */
  readonly toJSON: () => string
}

/** Speaks the site's words. It remembers what it looked up: every page asks for the same. */
export function narrator(speaker: Speaker, timeZone: string): Narrator {
  const plain = remember((key) => speaker.say('site', key))
  const known = new Map<string, string>()
  const filled = (key: string, values: Readonly<Record<string, string | number>>) => {
    const asked = JSON.stringify([key, values])
    const said = known.get(asked) ?? speaker.say('site', key, values)
    known.set(asked, said)
    return said
  }
  return {
    locale: speaker.locale,
    say: (key, values) => (values === undefined ? plain(key) : filled(key, values)),
    languageOf: remember((key) => speaker.languageOf('site', key)),
    list: (items) => speaker.list(items),
    language: remember((tag) => speaker.language(tag)),
    toJSON: () => speaker.locale,
    month: remember((yearAndMonth) => speaker.month(yearAndMonth)),
    topic: remember((id) => {
      // What nobody has named yet is called by its id, which is the source's word for it.
      const language = speaker.languageOf('topics', id)
      return {
        text: speaker.has('topics', id) ? speaker.say('topics', id) : id.replaceAll('-', ' '),
        lang: language === speaker.locale ? undefined : language,
      }
    }),
    compare: new Intl.Collator(speaker.locale, {numeric: true}).compare,
    setQuotes: quoteSetter(speaker),
    day: remember((iso) => ({
      iso: Number.isNaN(Date.parse(iso)) ? undefined : iso,
      text: speaker.date(iso, timeZone),
    })),
  }
}
