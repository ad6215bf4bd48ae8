import {commandMachine} from '../io/machine.ts'
import type {Catalog} from '../model/catalog.ts'
import {PipelineError} from '../model/error.ts'
import type {Finding} from '../model/finding.ts'
import type {Publication} from '../model/publication.ts'
import type {DraftOffer} from '../translate/draft/fill.ts'
import {draftsFromMachine, machineFindings, unitsToDraft} from '../translate/draft/from-machine.ts'
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

/** What `--from` may name. */
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
  async machine({publication: {config}, root, chosen}) {
    if (config.machine === undefined) {
      throw new PipelineError(
        'usage',
        'No machine is set up here.',
        'Name its command in publication.json: "machine": {"command": ["program", "argument"]}.',
      )
    }
    const machine = commandMachine(config.machine, root)
    const offers: MadeDrafts['offers'][number][] = []
    const findings: Finding[] = []
    for (const {from, to, own} of byLanguages(chosen)) {
      const units = own.flatMap(({catalog}) => unitsToDraft(catalog))
      if (units.length === 0) continue
      const drafted = await machine(units, from, to)
      findings.push(...machineFindings(drafted.failures, to))
      for (const {article, catalog} of own) {
        const made = draftsFromMachine(article, catalog, drafted)
        findings.push(...made.findings)
        offers.push(...made.offers.map((offer) => ({...offer, article: article.slug, locale: to})))
      }
    }
    return {offers, findings}
  },
}

/** The catalogs by their two languages: a machine is asked once for each pair. */
function byLanguages(chosen: readonly ChosenCatalog[]) {
  const pairs = new Map<string, {from: string; to: string; own: ChosenCatalog[]}>()
  for (const one of chosen) {
    const [from, to] = [one.article.locale, one.catalog.locale]
    const pair = pairs.get(`${from} ${to}`) ?? {from, to, own: []}
    pair.own.push(one)
    pairs.set(`${from} ${to}`, pair)
  }
  return [...pairs.values()]
}

/** Whether `--from` may name this. */
export function isDraftOrigin(word: string): word is DraftOrigin {
  return Object.hasOwn(draftMakers, word)
}
