import type {DocumentCheck, ParsedPage} from '../check.ts'
import {isHeldTogether} from '../rule/function-words.ts'
import {defect, type Defect} from './defect.ts'
import {attribute, elementsOf, type Standing} from './element.ts'
import {lettersOf, scriptsOf, weightOf} from './script.ts'
import {wordings} from './wording.ts'

const about = {id: 'document/language', criteria: ['3.1.1']}

/** Fewer letters than this say nothing about a language. */
const LEAST_LETTERS = 20

/** Names of files, properties and hosts keep their letters in every language. */
const JOINED = /[A-Za-z\d]+(?:[-./_:][A-Za-z\d]+)+/g

/** In a text in other letters, what begins with a capital or has one within is the name of something. */
const NAMES = /(?<![A-Za-z\d])(?:[A-Z][A-Za-z\d]*|[a-z]+[A-Z\d][A-Za-z\d]*)/g

/**
 * The page says which language it is in: a valid tag (BCP 47), the edition's own, and its text is
 * mostly written in that language's script.
 */
export const language: DocumentCheck = {
  ...about,
  judge: (page) => wrong(page).map((found) => defect(about, page, found)),
}

function wrong(page: ParsedPage): readonly Defect[] {
  const html = elementsOf(page.tree).find(({element}) => element.tagName === 'html')
  const lang = html && attribute(html.element, 'lang')
  const at = html && startTag(page, html)
  const values = {lang: lang ?? ''}
  if (!lang) {
    // A stranger's script may say it: axe-core asks the page as it is then.
    const isOurs = page.rendition.locale !== undefined
    const severity = isOurs ? {} : ({severity: 'warning'} as const)
    const isXml = html && attribute(html.element, 'xmlLang') !== undefined
    const key = isXml ? `${about.id}/missing-xml` : `${about.id}/missing`
    return [{key, values, at: html, ...at, ...severity}]
  }
  const tag = canonical(lang)
  if (tag === undefined) {
    // Its first part is known, and what it says of a region or script is not.
    const severity = isKnown(lang) ? ({severity: 'warning'} as const) : {}
    return [{key: `${about.id}/invalid`, values, at: html, ...at, ...severity}]
  }
  const expected = page.rendition.locale
  if (expected !== undefined && canonical(expected) !== tag) {
    return [
      {key: `${about.id}/other`, values: {lang, expected}, at: html, ...at, expected, actual: lang},
    ]
  }
  return otherScript(page, tag).map((script) => ({
    key: `${about.id}/script`,
    values: {lang, script},
    at: html,
    ...at,
  }))
}

/**
 * The language that a page says it is in, and the scripts (Unicode names) that it is written in
 * instead: an edition's own where it says another language, a stranger's by most of its text.
 * `undefined` where they agree: what then stands in another script is itself at fault.
 */
export function mistakenLanguage(
  page: ParsedPage,
): {readonly lang: string; readonly scripts: readonly string[]} | undefined {
  const html = elementsOf(page.tree).find(({element}) => element.tagName === 'html')
  const lang = html && attribute(html.element, 'lang')
  const tag = lang && canonical(lang)
  if (!tag) return undefined
  const own = page.rendition.locale
  const scripts =
    own === undefined ? otherScript(page, tag) : canonical(own) === tag ? [] : scriptsOf(own)
  return scripts === undefined || scripts.length === 0 ? undefined : {lang, scripts}
}

function otherScript(page: ParsedPage, tag: string): readonly string[] {
  const own = scriptsOf(tag)
  const text = wordings(page.tree).filter(({lang}) => lang !== undefined && canonical(lang) === tag)
  const named = text.map((wording) => wording.text.replace(JOINED, '')).join(' ')
  const isFramed = hasLettersOf(own, named)
  const counting = isFramed ? named.replace(NAMES, '') : named
  const counted = [...lettersOf(counting)]
  const letters = counted.map(([script, n]) => [script, n * weightOf(script)] as const)
  const all = letters.reduce((sum, [, count]) => sum + count, 0)
  const mine = letters.reduce((sum, [script, n]) => sum + (own?.includes(script) ? n : 0), 0)
  if (own === undefined || all < LEAST_LETTERS || mine * 2 >= all) return []
  // Names of things keep their letters: of a page that is all names, nobody can tell the language.
  const isNames = !text.some(({text: words}) => /(?<![\p{L}\p{N}])\p{Ll}{3}|\p{Lo}/u.test(words))
  if (isNames) return []
  const script = letters.toSorted(([, a], [, b]) => b - a)[0]?.[0]
  // Commands and identifiers in a frame of the page's language are no sentences of another.
  const words = counting.match(/(?<!\p{L})\p{Script=Latin}{2,}(?!\p{L})/gu) ?? []
  const isList = script === 'Latin' && isFramed && mine * 10 >= all && !isHeldTogether(words)
  return script === undefined || isList ? [] : [script]
}

function hasLettersOf(scripts: readonly string[] | undefined, text: string): boolean {
  const isLatin = scripts?.includes('Latin') === true
  return !isLatin && [...lettersOf(text).keys()].some((script) => scripts?.includes(script))
}

/** The tag alone: quoting the element would quote the page. */
function startTag(page: ParsedPage, {element}: Standing): {readonly excerpt?: string} {
  const {content} = page.rendition
  const from = element.position?.start.offset
  if (typeof content !== 'string' || from === undefined) return {}
  return {excerpt: content.slice(from, content.indexOf('>', from) + 1)}
}

function isKnown(tag: string): boolean {
  const [first = ''] = tag.split('-')
  return /^[a-z]{2}$/i.test(first) && canonical(first) !== undefined
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
