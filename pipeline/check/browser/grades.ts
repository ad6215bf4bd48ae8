/**
 * Rules of axe-core that are best practice there, or leave a criterion out, and fail it by the
 * standard's own words (a technique's failure, an ACT rule): with the criteria that fail. They are
 * errors.
 */
export const proven: ReadonlyMap<string, readonly string[]> = new Map([
  ['area-alt', ['1.1.1', '2.4.4', '4.1.2']],
  ['empty-heading', ['1.3.1']],
  ['empty-table-header', ['1.3.1']],
  ['scope-attr-valid', ['1.3.1']],
  ['presentation-role-conflict', ['1.1.1']],
  ['skip-link', ['2.4.1']],
  ['tabindex', ['2.4.3']],
  ['aria-dialog-name', ['4.1.2']],
  ['aria-treeitem-name', ['4.1.2']],
  ['aria-text', ['4.1.2']],
])

/** Rules about a whole page, which say nothing about the document in a frame. */
export const pageLevel: ReadonlySet<string> = new Set([
  'bypass',
  'landmark-one-main',
  'page-has-heading-one',
  'region',
  'meta-viewport',
  'meta-viewport-large',
  'landmark-banner-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-complementary-is-top-level',
  'landmark-main-is-top-level',
])
