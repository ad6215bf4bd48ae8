import type {Brief} from '../model/brief.ts'

/** What articles are listed by, in the order a reader is shown it. */
export const listingKinds = ['section', 'tag', 'author', 'archive'] as const
export type ListingKind = (typeof listingKinds)[number]

/** Editions of one language that have something in common, newest first. */
export interface Listing {
  readonly kind: ListingKind
  /** Id of the section, tag or author; `2026-11` for a month. */
  readonly id: string
  readonly editions: readonly Brief[]
}

/**
 * Every listing of one language's editions: by section, tag, author and month of publication, in
 * the order their first article is met. Only what has an article is a listing.
 *
 * @param editions of one language, newest first
 * @param monthOf the month of a date in the publication's time zone, `YYYY-MM`
 */
export function listings(
  editions: readonly Brief[],
  monthOf: (iso: string) => string | undefined,
): readonly Listing[] {
  const found = new Map<string, Listing & {readonly editions: Brief[]}>()
  const put = (kind: ListingKind, id: string | undefined, edition: Brief) => {
    if (id === undefined) return
    const listing = found.get(`${kind}/${id}`) ?? {kind, id, editions: []}
    found.set(`${kind}/${id}`, listing)
    listing.editions.push(edition)
  }
  for (const edition of editions) {
    const {section, tags, authors} = edition.facts
    put('section', section, edition)
    for (const tag of tags) put('tag', tag, edition)
    for (const author of new Set(authors)) put('author', author, edition)
    put('archive', edition.published && monthOf(edition.published), edition)
  }
  return [...found.values()]
}
