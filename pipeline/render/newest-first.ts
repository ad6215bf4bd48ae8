import type {Brief} from '../model/brief.ts'

/** Newest first, then by slug; editions without a date come last. */
export function newestFirst(editions: readonly Brief[]): readonly Brief[] {
  const time = ({published}: Brief) => {
    const value = Date.parse(published ?? '')
    return Number.isNaN(value) ? -Infinity : value
  }
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return editions
    .map((edition) => ({edition, at: time(edition)}))
    .toSorted((a, b) =>
      a.at === b.at ? order(a.edition.slug, b.edition.slug) : b.at > a.at ? 1 : -1,
    )
    .map(({edition}) => edition)
}
