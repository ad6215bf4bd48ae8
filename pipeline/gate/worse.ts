import {toldRatio} from '../model/told-ratio.ts'
import type {Finding} from '../model/finding.ts'

/** The least contrast among findings, where one was measured; nothing to add otherwise. */
export function leastContrast(findings: readonly Finding[]): {readonly ratio?: number} {
  const ratios = findings.flatMap((finding) => toldRatio(finding) ?? [])
  return ratios.length > 0 ? {ratio: Math.min(...ratios)} : {}
}

/** Whether a text is harder to read than it was when the state was recorded. */
export function isWorse(finding: Finding, {ratio}: {readonly ratio?: number}): boolean {
  const now = toldRatio(finding)
  // Browsers round colours, and pictures behind a text move by a pixel.
  return ratio !== undefined && now !== undefined && now < ratio - 0.1
}
