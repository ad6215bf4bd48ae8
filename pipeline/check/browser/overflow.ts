import type {BrowserCheck} from '../check.ts'
import {findingOn} from './finding.ts'
import {textLayoutOf, type TextLayout} from './text-layout.ts'
import {widest} from './widest.ts'

const id = 'browser/overflow'

/** A page wider than the window, text that sticks out of its box, text over text. */
export const overflow: BrowserCheck<Omit<TextLayout, 'clipped'>> = {
  id,
  criteria: ['1.4.10'],
  every: 'viewport',
  async probe(tab) {
    const {clipped: _, ...rest} = await textLayoutOf(tab)
    return rest
  },
  judge({viewport, spilled, overlapping, wide}, seen) {
    const named = new Set(spilled.map(({selector}) => selector))
    const spots = [
      ...spilled.map((spot) => ({
        ...spot,
        other: '',
        room: false,
        kind: spot.kind === 'page' ? 'page' : 'block',
      })),
      ...overlapping.map((spot) => ({...spot, room: false, kind: 'text-over-text'})),
      ...wide
        .filter(({selector}) => !named.has(selector))
        .map((spot) => ({...spot, other: '', kind: spot.concealed ? 'concealed' : 'wide'})),
    ]
    return widest(spots).map(({kind, selector, text, pixels, other, room}) =>
      findingOn(seen, {
        check: id,
        // Where nobody has to scroll to read, it is a blemish.
        severity: room ? 'warning' : 'error',
        message: {key: `${id}/${kind}`, values: {text, pixels, other, width: viewport}},
        selector,
        excerpt: text,
        criteria: kind === 'page' || kind === 'wide' || kind === 'concealed' ? ['1.4.10'] : [],
      }),
    )
  },
}
