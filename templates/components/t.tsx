import type {ComponentChildren} from 'preact'
import type {Name, SiteKey, Words} from '../view.ts'

interface Said {
  readonly words: Words
  readonly k: SiteKey
  /** What is put into the words; a text is in the page's language, a name in its own. */
  readonly values?: Readonly<Record<string, string | number | Name>>
}

/**
 * Words of the site; marked with their language where they are not in the page's. What is put into
 * them keeps its own.
 */
export function T({words, k, values = {}}: Said) {
  const texts = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === 'object' ? value.text : value,
  ])
  const text = words.say(k, Object.fromEntries(texts))
  const language = words.languageOf(k)
  if (language === words.locale) return <>{text}</>
  const names = Object.values(values).flatMap((value) => nameOf(value, words.locale))
  const foreign = names.filter(({lang}) => lang !== language)
  return <span lang={language}>{withNames(text, foreign)}</span>
}

/** What has letters is in a language: a size or a number is in none. */
function nameOf(value: string | number | Name, locale: string): readonly Name[] {
  const {text, lang} = typeof value === 'object' ? value : {text: String(value), lang: undefined}
  return /\p{L}/u.test(text) ? [{text, lang: lang ?? locale}] : []
}

function withNames(text: string, [name, ...others]: readonly Name[]): ComponentChildren {
  if (name === undefined) return text
  const at = text.indexOf(name.text)
  if (at === -1) return withNames(text, others)
  return [
    withNames(text.slice(0, at), others),
    <span lang={name.lang}>{name.text}</span>,
    withNames(text.slice(at + name.text.length), others),
  ]
}
