/** In a selector as findings name elements, between a shadow tree's host and what stands in the tree. */
export const intoShadow = '::shadow > '

/**
 * A selector as findings name elements (pa11y's own form: an id or a tag name as it is, places
 * among siblings, `>`), as one that browsers take: ids have dots and colons, tags of Word have too.
 * Of what stands in shadow trees it is one for each tree, joined by `intoShadow`: no browser takes that.
 */
export function cssSelector(selector: string): string {
  return selector
    .split(intoShadow)
    .map((tree) => tree.split(' > ').map(stepOf).join(' > '))
    .join(intoShadow)
}

function stepOf(step: string): string {
  if (step.startsWith('#')) return `[id=${JSON.stringify(step.slice(1))}]`
  const [, tag = '', place = ''] = /^(.*?)(:nth-child\(\d+\))?$/su.exec(step) ?? []
  return tag.replaceAll(/[^\w\u0080-\u{10ffff}-]/gu, '\\$&') + place
}
