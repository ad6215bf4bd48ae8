import type {Catalog} from '../../model/catalog.ts'

/** A text that somebody other than a person offers for a unit. */
export interface DraftOffer {
  readonly key: string
  readonly target: string
  /** The source it was made from. */
  readonly source: string
  readonly origin: 'memory' | 'machine'
  /** How alike the two sources are, in per cent; `undefined` where there is only one. */
  readonly match: number | undefined
}

/**
 * Put offers into the units that have no translation, as drafts. A unit that has one keeps it. A
 * text made from another source is stale from the beginning, so that the two can be compared.
 */
export function fill(catalog: Catalog, offers: readonly DraftOffer[]): Catalog {
  const byKey = new Map(offers.map((offer) => [offer.key, offer]))
  return {
    ...catalog,
    units: catalog.units.map((unit) => {
      const offer = byKey.get(unit.key)
      if (offer === undefined || unit.target !== undefined || offer.target.trim() === '')
        return unit
      const {target, source, origin, match} = offer
      const stale = source !== unit.source
      return {
        ...unit,
        target,
        state: 'draft',
        stale,
        previousSource: stale ? source : undefined,
        origin,
        // It goes when a person writes the text anew.
        ...(match === undefined ? {} : {more: {...unit.more, match}}),
      }
    }),
  }
}
