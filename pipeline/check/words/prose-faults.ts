import {blankEdition} from '../../model/blank-edition.ts'
import type {Edition} from '../../model/edition.ts'
import type {Finding} from '../../model/finding.ts'
import type {WordFile} from '../../model/publication.ts'
import type {House, TranslationCheck} from '../check.ts'
import {balance} from '../translation/balance.ts'
import {doubled} from '../translation/doubled.ts'
import {numbers} from '../translation/numbers.ts'
import {particles} from '../translation/particles.ts'
import {spacing} from '../translation/spacing.ts'
import {untranslated} from '../translation/untranslated.ts'

/** What is asked of an article's texts and can be asked of sentences that stand alone. */
const asked: readonly TranslationCheck[] = [
  numbers,
  particles,
  spacing,
  balance,
  doubled,
  untranslated,
]

/**
 * Faults of the prose in a file of template words, found as in an article's translation:
 * figures that differ from the original's, particles, quotation marks, what was left untranslated.
 * `originalsOf` gives the texts that a key translates; a key without any is not compared.
 */
export function proseFaults(
  {path, locale, namespace, words}: WordFile,
  sourceLocale: string,
  originalsOf: (key: string) => readonly string[],
): readonly Finding[] {
  const units = Object.entries(words).flatMap(([key, target]): Edition['units'] => {
    const source = originalsOf(key).join('\n')
    if (source === '' || target === '') return []
    // A title is read as it stands: words of the templates are not Markdown.
    const text = {key, kind: 'title', source, target, state: 'translated'} as const
    return [{...text, stale: false, previousSource: undefined, origin: undefined, note: undefined}]
  })
  const edition = {...blankEdition, slug: namespace, locale, sourceLocale, units}
  return (
    asked
      .flatMap((check) => check.judge(edition, house))
      // Square brackets mark particles here, which is asked elsewhere.
      .filter(({message}) => !['[', ']'].includes(String(message.values['mark'])))
      .map((finding) => ({
        ...finding,
        article: undefined,
        place: {...finding.place, file: path},
      }))
  )
}

const house: House = {terms: [], originals: 'any'}
