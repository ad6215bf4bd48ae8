import {en} from './en.ts'
import {ko} from './ko.ts'
import type {Language} from './language.ts'

/** The languages that have a file here. Any other one is checked by what holds in every language. */
const languages: Readonly<Record<string, Language>> = {en, ko}

/** What is known of a locale's language; nothing of one that has no file. */
export function knowledgeOf(locale: string): Language {
  const {language} = new Intl.Locale(locale)
  return Object.hasOwn(languages, language) ? (languages[language] ?? {}) : {}
}
