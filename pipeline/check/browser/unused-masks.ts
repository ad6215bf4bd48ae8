import type {Finding} from '../../model/finding.ts'
import type {PictureComparison} from '../../model/tab.ts'
import type {Mask} from '../../model/verdict.ts'

/** Masks that cover nothing on any page: what they hid is gone, or they never hid it. */
export function unusedMasks(
  masks: readonly Mask[],
  evidence: readonly PictureComparison[],
): readonly Finding[] {
  const used = evidence.flatMap((one) => one.masks ?? []).filter(({count}) => count > 0)
  return masks
    .filter(({selector}) => !used.some((one) => one.selector === selector))
    .map(({selector, file}) => ({
      check: 'visual/mask',
      outcome: 'failed',
      severity: 'warning',
      message: {key: 'visual/mask', values: {selector, pages: file}},
      place: {file: 'publication.json'},
      locale: undefined,
      article: undefined,
      criteria: [],
      engines: [],
      excerpt: selector,
    }))
}
