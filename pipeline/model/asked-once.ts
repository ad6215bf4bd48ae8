/** Checks that one page answers for all that are like it: which one it is changes with the pages. */
export const askedOnce: ReadonlySet<string> = new Set([
  'browser/focus-visible',
  'browser/forced-colors',
  'browser/hover-content',
  'browser/narrow-menu',
  'browser/opened',
  'browser/state-contrast',
])
