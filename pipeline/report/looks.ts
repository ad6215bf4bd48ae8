import type {Look} from '../model/declaration.ts'
import type {Finding} from '../model/finding.ts'

/**
 * Of which of an element's looks a finding speaks, so that the style sheet's own line can be shown. What
 * is wrong only on paper, or in a window of another size, is not asked about: other rules hold there.
 */
export function looksOf({check, message, criteria}: Finding): readonly Look[] {
  const {key} = message
  if (check === 'browser/focus-visible' || key === 'browser/forced-colors/focus') return ['ring']
  if (/^browser\/(clipped-text|zoom\/cut|text-spacing\/(cut|shortened))/.test(key))
    return ['clipping']
  if (/^browser\/overflow\/(wide|page|block|concealed)$/.test(key)) return ['width']
  if (key === 'browser/ground-contrast/drawn') return ['layer']
  const isOfEngine = !/^(browser|rule)\//.test(check)
  return isOfEngine && criteria.includes('1.4.3') ? ['colour', 'ground'] : []
}
