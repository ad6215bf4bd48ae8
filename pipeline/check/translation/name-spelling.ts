import type {Term} from '../../model/term.ts'

/** The forms a language has for a term, the one to suggest first; none that is forbidden. */
export function formsIn(term: Term, locale: string): readonly string[] {
  const own = term.forms[locale] ?? term.forms[new Intl.Locale(locale).language]
  return own === undefined ? [] : [...own.preferred, ...own.allowed]
}

/**
 * Where a text has a word that is a form of a name but for one letter or syllable: 젤린스키 for
 * 젤렌스키. Words of fewer than three are too much alike to tell.
 */
export function misspelling(
  prose: string,
  form: string,
): {readonly index: number; readonly written: string} | undefined {
  const size = form.length
  if (size < 3) return undefined
  for (const {0: word, index} of prose.matchAll(/(?<!\p{L})\p{L}[\p{L} ]*/gu)) {
    for (let start = 0; start + size <= word.length; start++) {
      const isBeginning = start === 0 || word[start - 1] === ' '
      const written = word.slice(start, start + size)
      if (isBeginning && isNear(written, form)) return {index: index + start, written}
    }
  }
  return undefined
}

function isNear(a: string, b: string): boolean {
  let different = 0
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) different++
  // The first syllable carries too much: 러시아 and 루시아 may be two people.
  return different === 1 && a[0] === b[0] && !a.endsWith(' ')
}
