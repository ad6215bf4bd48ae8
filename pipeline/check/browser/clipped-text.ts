import type {BrowserCheck} from '../check.ts'
import {findingOn} from './finding.ts'
import {textLayoutOf, type TextLayout} from './text-layout.ts'
import {widest} from './widest.ts'

const id = 'browser/clipped-text'

/**
 * Text that a box cuts off, so that nobody can read it. Meant to be short (an ellipsis): a warning.
 * What a carousel will show when its turn comes is not cut off, nor are words that a picture stands for.
 */
export const clippedText: BrowserCheck<Pick<TextLayout, 'clipped'>> = {
  id,
  criteria: ['1.4.4'],
  every: 'viewport',
  async probe(tab) {
    const {clipped} = await textLayoutOf(tab)
    return {clipped}
  },
  judge({clipped}, seen) {
    const told = clipped.filter(
      ({kind, meant, slide}) => slide !== true && !(kind === 'hidden' && meant === true),
    )
    // Of a text that a box cuts in the middle of a line, the lines below are lost, which says more.
    const placeOf = ({selector, by}: (typeof told)[number]) => JSON.stringify([selector, by])
    const lost = new Set(told.filter(({kind}) => kind === 'hidden').map(placeOf))
    const worst = told.filter((spot) => spot.kind !== 'cut' || !lost.has(placeOf(spot)))
    return widest(worst.map((spot) => ({...spot, other: spot.by}))).map(
      ({kind, selector, text, pixels, by}) =>
        findingOn(seen, {
          check: id,
          severity: kind === 'shortened' ? 'warning' : 'error',
          message: {key: `${id}/${kind}`, values: {text, pixels, by}},
          selector,
          excerpt: text,
          criteria: kind === 'shortened' ? [] : ['1.4.4'],
        }),
    )
  },
}
