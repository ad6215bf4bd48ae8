import type {Catalog} from '../model/catalog.ts'
import type {Finding} from '../model/finding.ts'
import type {Publication} from '../model/publication.ts'
import type {DraftOffer} from '../translate/draft/fill.ts'
import {draftsFromMemory} from '../translate/draft/from-memory.ts'
import {memoryEntries} from '../translate/memory/entries.ts'
import {memory} from '../translate/memory/memory.ts'
import type {ChosenCatalog} from './synced-catalogs.ts'

/** What drafts are made for, and from. */
export interface DraftOrder {
  readonly publication: Publication
  readonly root: string
  readonly chosen: readonly ChosenCatalog[]
  readonly all: readonly Catalog[]
  /** How alike a remembered text must be, in per cent. */
  readonly least: number
}

/** Offers for units, and what went wrong. */
export interface MadeDrafts {
  readonly offers: readonly (DraftOffer & {readonly article: string; readonly locale: string})[]
  readonly findings: readonly Finding[]
}

export type DraftOrigin = 'memory' | 'machine'

/** Where drafts come from. */
export const draftMakers: Readonly<
  Record<DraftOrigin, (order: DraftOrder) => Promise<MadeDrafts>>
> = {
  async memory({chosen, all, least}) {
    const locales = [...new Set(chosen.map(({catalog}) => catalog.locale))]
    const memories = new Map(
      locales.map((locale) => [
        locale,
        memory(memoryEntries(all.filter((catalog) => catalog.locale === locale))),
      ]),
    )
    return {
      findings: [],
      offers: chosen.flatMap(({article, catalog}) => {
        const own = memories.get(catalog.locale)
        const offers = own === undefined ? [] : draftsFromMemory(catalog, own, least)
        return offers.map((offer) => ({...offer, article: article.slug, locale: catalog.locale}))
      }),
    }
  },
  async machine() {
    return {offers: [], findings: []}
  },
}

export function isDraftOrigin(word: string): word is DraftOrigin {
  return Object.hasOwn(draftMakers, word)
}
