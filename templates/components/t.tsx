import type {SiteKey, Words} from '../view.ts'

interface Said {
  readonly words: Words
  readonly k: SiteKey
  readonly values?: Readonly<Record<string, string | number>>
}

/** Words of the site; marked with their language where they are not in the page's. */
export function T({words, k, values}: Said) {
  const text = words.say(k, values)
  const language = words.languageOf(k)
  return language === words.locale ? <>{text}</> : <span lang={language}>{text}</span>
}
