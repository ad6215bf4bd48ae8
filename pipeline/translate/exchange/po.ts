import {po as gettext, type GetTextTranslation, type GetTextTranslations} from 'gettext-parser'
import type {Unit} from '../../model/catalog.ts'
import {readStamp, stamp} from './base.ts'
import {articlePath, slugIn} from './document.ts'
import type {
  ExchangeArticle,
  ExchangeFault,
  ExchangeFormat,
  ReadExchange,
  ReadUnit,
} from './formats.ts'

/** gettext PO. Texts are Markdown, as they stand in the locale file; the context is the unit's key. */
export const po: ExchangeFormat = {
  name: 'po',
  endings: ['.po'],
  holds: 'units',
  knowsReviewed: false,
  recognises: () => true,
  write: ([article]) => (article === undefined ? '' : fileOf(article)),
  read,
}

function fileOf({slug, sourceLocale, locale, units}: ExchangeArticle): string {
  const plural = pluralForms(locale)
  const file = gettext.compile({
    charset: 'utf-8',
    headers: {
      'Project-Id-Version': slug,
      'Language-Team': 'none',
      'Last-Translator': 'none',
      Language: locale.replace('-', '_'),
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Transfer-Encoding': '8bit',
      ...(plural === undefined ? {} : {'Plural-Forms': plural}),
      'X-Generator': 'Galley',
      'X-Source-Language': sourceLocale,
      'X-Galley-Article': articlePath(slug),
    },
    // One context a unit, and one text in it: contexts begin with a letter, so that their order stays.
    translations: Object.fromEntries(
      units.map((unit) => [unit.key, Object.fromEntries([[unit.source, messageOf(unit)]])]),
    ),
  })
  // The library writes the charset in lower case; some tools look for gettext's own spelling.
  return file.toString('utf8').replace('charset=utf-8', 'charset=UTF-8')
}

function messageOf(unit: Unit): GetTextTranslation {
  const {key, kind, source, target = '', state, stale, previousSource, note} = unit
  return {
    msgctxt: key,
    msgid: source,
    msgstr: [target],
    comments: {
      ...(note === undefined ? {} : {translator: note}),
      extracted: `${kind}\n${mark} ${stamp(unit)}`,
      ...(state === 'draft' || stale ? {flag: 'fuzzy'} : {}),
      ...(previousSource === undefined ? {} : {previous: asMessage(previousSource)}),
    },
  }
}

const mark = 'galley:'

/** `msgid "…"` as the library writes it, for the previous source. */
function asMessage(text: string): string {
  const translations = {'': {[text]: {msgid: text, msgstr: ['']}}}
  const file = gettext.compile({charset: 'utf-8', headers: {}, translations}).toString('utf8')
  const start = file.lastIndexOf('\nmsgid ') + 1
  return file.slice(start, file.lastIndexOf('\nmsgstr '))
}

/** Only languages without plural forms: our texts have none, and a rule of one form is always right. */
function pluralForms(locale: string): string | undefined {
  const {pluralCategories} = new Intl.PluralRules(locale).resolvedOptions()
  return pluralCategories.length === 1 ? 'nplurals=1; plural=0;' : undefined
}

function read(text: string): ReadExchange {
  const file = parsed(text)
  if ('variant' in file) return {articles: [], fault: file}
  const {headers = {}, translations = {}} = file
  const locale = headers['Language']?.replace('_', '-')
  const spots = spotsOf(text)
  const units = Object.values(translations)
    .flatMap((context) => Object.values(context))
    .filter(({msgid}) => msgid !== '')
    .map((message) => readUnit(message, spots))
  const slug = slugIn(headers['X-Galley-Article'] ?? '')
  if (file.headers === undefined && units.length === 0)
    return {articles: [], fault: {variant: 'shape', line: 1, column: 1}}
  return {articles: [{slug, locale: locale === '' ? undefined : locale, units}], fault: undefined}
}

/**
 * Parsed strictly, so that a cut-off file is not taken for a whole one. The library's later checks
 * take a text such as `constructor` for a double: what only they object to is taken.
 */
function parsed(text: string): Partial<GetTextTranslations> | ExchangeFault {
  try {
    return gettext.parse(text, {validation: true})
  } catch (error) {
    const line = error instanceof Error && 'lineNumber' in error ? error.lineNumber : undefined
    if (typeof line === 'number') return {variant: 'syntax', line, column: 1}
    return gettext.parse(text)
  }
}

function readUnit(
  {msgctxt, msgid, msgstr, comments}: Partial<GetTextTranslation>,
  spots: ReadonlyMap<string, number>,
): ReadUnit {
  const [target = ''] = msgstr ?? []
  const isFuzzy = /\bfuzzy\b/u.test(comments?.flag ?? '')
  const extracted = (comments?.extracted ?? '').split('\n')
  const stamped = extracted.find((line) => line.startsWith(mark))
  return {
    key: msgctxt,
    source: msgid ?? '',
    target: target === '' ? undefined : target,
    standing: target === '' ? 'untranslated' : isFuzzy ? 'attention' : 'translated',
    note: comments?.translator,
    base: readStamp(stamped?.slice(mark.length).trim()),
    line: spots.get(msgctxt ?? '') ?? 1,
    column: 1,
  }
}

/** The line of each context, by its text. */
function spotsOf(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n')
  return new Map(
    lines.flatMap((line, index): readonly (readonly [string, number])[] => {
      const key = /^msgctxt "(.*)"\s*$/u.exec(line)?.[1]
      return key === undefined ? [] : [[key, index + 1]]
    }),
  )
}
