import type {Edition} from './edition.ts'

/** What an edition says of itself to all pages but its own: everything but its text. */
export interface Brief extends Omit<Edition, 'body' | 'units'> {
  /** Itself in a sentence or two, for search and sharing. */
  readonly lead: string
  /** The text of each heading by its id; not of those still in the source's language. */
  readonly headings: Readonly<Record<string, string>>
  /** Some of it stands in the language it was written in. */
  readonly showsSource: boolean
}

/** An edition on file: its text is fetched when its page has to be made. */
export interface Filed {
  readonly brief: Brief
  /** All that the edition was made of, or the edition itself. */
  readonly from: unknown
  readonly edition: () => Edition
}
