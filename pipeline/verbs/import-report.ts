import type {Imported} from '../translate/import/importers.ts'
import type {TakenIn} from '../translate/import/take-in.ts'

/** What an import came to, for a machine and in words. */
export function importReport(imported: Imported, {catalog, units, findings}: TakenIn) {
  const count = (outcome: string) => units.filter((unit) => unit.outcome === outcome).length
  const counts = {
    translated: count('translated'),
    drafts: count('draft'),
    same: count('same'),
    kept: count('kept'),
    replaced: count('replaced'),
    extras: imported.extras.length,
    untranslated: catalog.units.filter(({target}) => target === undefined).length,
  }
  const {slug: article, locale} = catalog
  const words: Readonly<Record<keyof typeof counts, string>> = {
    translated: 'translated',
    drafts: 'drafts, to be looked at',
    same: 'had this very translation',
    kept: 'kept the translation they had',
    replaced: 'got it in place of another',
    extras: 'texts without a unit, kept among the retired',
    untranslated: 'units are still without a translation',
  }
  const lines = Object.entries(words).flatMap(([name, says]) => {
    const number = name in counts ? counts[name as keyof typeof counts] : 0
    return number === 0 && name !== 'translated' ? [] : [`${String(number).padStart(6)}  ${says}`]
  })
  return {
    data: {article, locale, method: imported.method, counts, units, findings},
    text: [`locales/${locale}/${article}.json, ${methods[imported.method]}:`, ...lines].join('\n'),
  }
}

const methods: Readonly<Record<Imported['method'], string>> = {
  structure: 'matched by equal structure',
  history: 'matched by an earlier revision of the article',
  likeness: 'matched by likeness',
  keys: 'matched by keys',
}
