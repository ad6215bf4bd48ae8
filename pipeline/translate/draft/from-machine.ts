import {labelsOf} from '../../markdown/labels.ts'
import {marksOf, placeholder, strayMarkup} from '../../markdown/marks.ts'
import type {Article} from '../../model/article.ts'
import type {Catalog, Unit} from '../../model/catalog.ts'
import type {Drafted, DraftUnit, MachineFailure} from '../../model/draft.ts'
import type {Finding} from '../../model/finding.ts'
import {localeFile, syncFinding} from '../own-findings.ts'
import type {DraftOffer} from './fill.ts'

/** The units of a catalog that a machine may be asked for: those without a translation. */
export function unitsToDraft({slug, units}: Catalog): readonly DraftUnit[] {
  return units.flatMap(({key, source, target}) =>
    target === undefined ? [{id: `${slug}/${key}`, text: source}] : [],
  )
}

/** What a machine offers for a catalog, and what of it cannot be taken. */
export interface MachineDrafts {
  readonly offers: readonly DraftOffer[]
  readonly findings: readonly Finding[]
}

/**
 * Take a machine's texts for a catalog. A text that lost or added protected markup (links,
 * pictures, code, notes, HTML, placeholders), or whose markup came apart, is rejected and said so.
 */
export function draftsFromMachine(
  article: Article,
  {slug, locale, units}: Catalog,
  {texts, failures}: Drafted,
): MachineDrafts {
  const labels = labelsOf(article.body)
  const file = localeFile(slug, locale, 'texts')
  const offers: DraftOffer[] = []
  const findings: Finding[] = []
  for (const unit of units.filter(({target}) => target === undefined)) {
    const {key, source} = unit
    const id = `${slug}/${key}`
    const reject = (variant: string, detail: string) =>
      findings.push(
        syncFinding('warning', `draft/${variant}`, file, {unit: key}, {unit: key, detail}),
      )
    const refused = failures.find((failure) => failure.unit === id)
    const target = texts.get(id)?.trim()
    if (target === undefined) reject(refused ? 'refused' : 'unanswered', refused?.detail ?? '')
    else {
      const fault = faultOf(unit, target, labels)
      if (fault === undefined)
        offers.push({key, target, source, origin: 'machine', match: undefined})
      else reject(fault.variant, fault.detail)
    }
  }
  return {offers, findings}
}

/** What went wrong with the machine as a whole; of its faults the first few are enough. */
export function machineFindings(
  failures: readonly MachineFailure[],
  locale: string,
): readonly Finding[] {
  return failures
    .filter(({unit}) => unit === undefined)
    .slice(0, 5)
    .map(({what, detail}) => ({
      ...syncFinding(
        'error',
        `draft/machine/${what}`,
        {path: 'publication.json', locale, article: ''},
        {},
        {detail},
      ),
      article: undefined,
    }))
}

interface DraftFault {
  readonly variant: 'empty' | 'block' | 'lost' | 'added' | 'stray'
  readonly detail: string
}

function faultOf(
  {kind, source}: Unit,
  target: string,
  labels: readonly string[],
): DraftFault | undefined {
  if (target === '') return {variant: 'empty', detail: ''}
  if (/\n\s*\n/u.test(target)) return {variant: 'block', detail: ''}
  const isPlain = kind === 'alt' || kind === 'title'
  const marks = (text: string) =>
    isPlain ? [...text.matchAll(placeholder)].map(([found]) => found) : marksOf(text, labels)
  const [wanted, there] = [marks(source), marks(target)]
  const [lost] = without(wanted, there)
  if (lost !== undefined) return {variant: 'lost', detail: lost}
  const [added] = without(there, wanted)
  if (added !== undefined) return {variant: 'added', detail: added}
  const [stray] = isPlain ? [] : without(strayMarkup(target, labels), strayMarkup(source, labels))
  return stray === undefined ? undefined : {variant: 'stray', detail: stray}
}

/** The first list without what the second has, each as often as it is there. */
function without(marks: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others]
  return marks.filter((mark) => {
    const index = rest.indexOf(mark)
    if (index >= 0) rest.splice(index, 1)
    return index < 0
  })
}
