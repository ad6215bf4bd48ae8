import type {Features} from './features.ts'
import type {Lexicon} from './lexicon.ts'

/** How many characters a translation has to one of the source, and how that varies. */
export interface Proportion {
  readonly ratio: number
  readonly variance: number
}

/** What it costs to take one item for the translation of the other; below 0 for what is surely one. */
export function pairCost(
  a: Features,
  b: Features,
  proportion: Proportion,
  lexicon: Lexicon | undefined,
): number {
  const form =
    (a.kind === b.kind ? 0 : bothProse(a, b) ? 3 : 8) +
    (a.tag === b.tag ? 0 : 2) +
    (a.container === b.container ? 0 : 1.5)
  if (isSilent(a) || isSilent(b)) {
    if (a.text === b.text) return form - 3
    return form + 4 * (0.6 - jaccard(a.latin, b.latin))
  }
  if (a.text === b.text && a.text !== '') return form - 2
  return (
    form +
    0.6 * Math.min(10, lengthCost(a.length, b.length, proportion)) +
    anchor(a.code, b.code, 3) +
    anchor(a.addresses, b.addresses, 3) +
    anchor(a.numbers, b.numbers, 1.5) +
    contained(a.latin, b.latin, 2.5) +
    (lexicon === undefined ? 0 : lexicon.cost(a, b))
  )
}

function isSilent({kind}: Features): boolean {
  return ['code', 'html', 'thematicBreak', 'mdxjsEsm', 'image'].includes(kind)
}

const prose: ReadonlySet<string> = new Set(['paragraph', 'item', 'caption', 'cell', 'footnote'])

function bothProse(a: Features, b: Features): boolean {
  return prose.has(a.kind) && prose.has(b.kind)
}

/** Gale and Church: how surprising these two lengths are for one and the same sense. */
function lengthCost(source: number, target: number, proportion: Proportion): number {
  const {ratio, variance} = proportion
  if (source === 0 && target === 0) return 0
  const mean = (source + target / ratio) / 2
  const delta = Math.abs(target - source * ratio) / Math.sqrt(variance * Math.max(1, mean))
  return -Math.log(Math.max(1e-12, 2 * (1 - normal(delta))))
}

/** The normal distribution function (Abramowitz and Stegun, 26.2.17). */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * x)
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * poly
}

function anchor(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: number): number {
  return a.size === 0 && b.size === 0 ? 0 : weight * (0.6 - jaccard(a, b))
}

/** Latin words of the translation should come from the source; those of the source need not stay. */
function contained(
  source: ReadonlySet<string>,
  target: ReadonlySet<string>,
  weight: number,
): number {
  if (target.size === 0) return 0
  const shared = [...target].filter((word) => source.has(word)).length
  return weight * (0.6 - shared / target.size)
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((one) => b.has(one)).length
  return shared / Math.max(1, a.size + b.size - shared)
}
