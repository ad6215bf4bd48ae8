import type {WordDefect} from './word-finding.ts'

const suffix = /_(zero|one|two|few|many|other)$/u

type Texts = Readonly<Record<string, string>>

/** The CLDR category that a key is the form for. */
export function categoryOf(key: string): string | undefined {
  return suffix.exec(key)?.[1]
}

/** The keys that have plural forms, without their category. */
export function pluralStems(...lists: readonly Texts[]): ReadonlySet<string> {
  const forms = lists.flatMap((texts) => Object.keys(texts)).filter((key) => key.endsWith('_other'))
  return new Set(forms.map((key) => key.replace(suffix, '')))
}

/** The key without its plural category, if it is one of those that have plural forms. */
export function stemOf(key: string, stems: ReadonlySet<string>): string {
  const stem = key.replace(suffix, '')
  return stems.has(stem) ? stem : key
}

/** A fault, with the key of the text that shows it. */
export interface PluralFault {
  readonly unit: string
  readonly defect: WordDefect
}

/**
 * Plural forms that the language does not have, and ones that it has and that are nowhere though
 * the file has others. `whole` is what the language has in all, the package's words among them.
 */
export function pluralFaults(
  file: Texts,
  whole: Texts,
  stems: ReadonlySet<string>,
  locale: string,
): readonly PluralFault[] {
  const rules = new Intl.PluralRules(locale)
  const known = new Set<string>(rules.resolvedOptions().pluralCategories)
  const forms = [...known].toSorted().join(', ')
  const keys = Object.keys(file).filter((key) => stemOf(key, stems) !== key)
  // i18next asks for a form of zero in every language.
  const wrong = keys.filter((key) => !known.has(categoryOf(key) ?? '') && !key.endsWith('_zero'))
  const begun = new Map(keys.map((key) => [stemOf(key, stems), key]))
  return [
    ...wrong.map((unit): PluralFault => {
      const values = {category: categoryOf(unit) ?? '', forms}
      return {unit, defect: {severity: 'error', key: 'translation/words/plural-wrong', values}}
    }),
    ...[...begun].flatMap(([stem, unit]) =>
      askedFor(rules)
        .filter((category) => (whole[`${stem}_${category}`] ?? '') === '')
        .map((category): PluralFault => {
          const values = {key: `${stem}_${category}`, category, forms}
          return {unit, defect: {severity: 'error', key: 'translation/words/plural-lacks', values}}
        }),
    ),
  ]
}

/** Categories that whole numbers of a size to be met with ask for: not the `many` of French millions. */
function askedFor(rules: Intl.PluralRules): readonly string[] {
  return [...new Set(Array.from({length: 201}, (_, count) => rules.select(count)))]
}
