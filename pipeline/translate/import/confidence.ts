import type {State} from '../../model/catalog.ts'
import type {Match} from './align-documents.ts'

/**
 * From what this confidence up a pair counts as translated; below it is a draft, and below the other
 * not even that. Measured: see `docs/translation-quality.md`.
 */
const least = {translated: 0.85, draft: 0.02}

/** How sure a pair is, from 0 to 1. */
export function confidenceOf({cost}: Match): number {
  return Math.round(100 / (1 + Math.exp((cost - 5) / 1.44))) / 100
}

/** Whether a pair is better than none. */
export function isWorthOffering(match: Match): boolean {
  return confidenceOf(match) >= least.draft
}

/** `translated` where one block goes with one, and surely. */
export function stateOf(match: Match): State {
  const isOneToOne = match.sources.length === 1 && match.targets.length === 1
  return isOneToOne && confidenceOf(match) >= least.translated ? 'translated' : 'draft'
}

/** Why a pair is a draft, for whoever looks at it; `undefined` where it is not. */
export function whyDoubtful(match: Match): string | undefined {
  if (stateOf(match) !== 'draft') return undefined
  const percent = Math.round(confidenceOf(match) * 100)
  if (match.targets.length > 1) return `Imported from two blocks that became one (${percent}%).`
  if (match.sources.length > 1)
    return `Imported; the text seems to translate the next unit, too (${percent}%).`
  return `Imported; it is not certain that the text belongs here (${percent}%).`
}
