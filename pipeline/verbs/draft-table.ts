import type {Catalog} from '../model/catalog.ts'

/** A unit that was given a draft. */
export interface DraftRow {
  readonly article: string
  readonly locale: string
  readonly unit: string
  readonly origin: string
  /** Per cent of a match of the memory. */
  readonly match: number | undefined
  readonly source: string
  readonly target: string
}

/** The units that have a draft now and had no text before. */
export function rowsOf(before: Catalog, after: Catalog): readonly DraftRow[] {
  return after.units.flatMap(({key, source, target, origin = '', more}, index) => {
    if (target === undefined || before.units[index]?.target !== undefined) return []
    const match = typeof more?.['match'] === 'number' ? more['match'] : undefined
    const {slug: article, locale} = after
    return [{article, locale, unit: key, origin, match, source, target}]
  })
}

/** The drafts for a person to see, and how much is left. */
export function draftTable(rows: readonly DraftRow[], left: number): string {
  const files = [...new Set(rows.map(({locale, article}) => `locales/${locale}/${article}.json`))]
  const lists = files.map((file) => {
    const own = rows.filter(({locale, article}) => `locales/${locale}/${article}.json` === file)
    const lines = own.map(({match, unit, target}) => {
      const share = match === undefined ? '' : `${match} %`
      return `  ${share.padStart(5)}  ${unit.padEnd(20)}  ${shortened(target)}`
    })
    return [file, ...lines].join('\n')
  })
  const count = rows.length === 1 ? '1 draft' : `${rows.length} drafts`
  const rest = left === 1 ? '1 unit is' : `${left} units are`
  return [...lists, `${count}; ${rest} still to be translated.`].join('\n\n')
}

function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/gu, ' '))
  return characters.length <= 60 ? characters.join('') : `${characters.slice(0, 59).join('')}…`
}
