import type {EngineIssue, Tab} from '../../model/tab.ts'
import {unrefuted} from './unrefuted.ts'

/**
 * What axe-core says of small targets, without links in text that no author has set: their size is the
 * browser's, which the criterion excepts (2.5.8, “User Agent Control”).
 */
export function authored(
  tab: Tab,
  issues: readonly EngineIssue[],
): Promise<readonly EngineIssue[]> {
  return unrefuted(tab, issues, ({code}) => code === 'target-size', plainAmong)
}

/** Runs in the page: which of these are links as a browser sets them, in a list or a text that is as bare. */
function plainAmong(selectors: readonly string[]): readonly boolean[] {
  const standard = '16px'
  return selectors.map((selector) => {
    const link = globalThis.galleyEyes.find(selector)
    const box = link?.parentElement
    if (!link?.matches('a[href]') || !box || !/[\p{L}\p{N}]/u.test(link.textContent ?? ''))
      return false
    return [link, box].every((one) => {
      const {fontSize, lineHeight, paddingTop, paddingBottom, marginTop, height} =
        getComputedStyle(one)
      const isText = one !== link || getComputedStyle(one).display === 'inline'
      return (
        isText &&
        fontSize === standard &&
        lineHeight === 'normal' &&
        [paddingTop, paddingBottom].every((space) => space === '0px') &&
        (one !== link || (marginTop === '0px' && height === 'auto'))
      )
    })
  })
}
