import type {BrowserCheck} from '../check.ts'
import type {Spot} from './deaf-to-keys.ts'
import {findingOn} from './finding.ts'
import {brought, layoutAt, troubleFinding, type LayoutChange} from './layout-change.ts'
import {stillText} from './still-text.ts'

const about = {id: 'browser/zoom', criteria: ['1.4.4']}

/** What a desktop window of 1280 × 1024 has left of it when a reader enlarges the page to 200 %. */
const enlarged = {width: 640, height: 512}

/**
 * Enlarged to 200 %, text is larger, and none is cut off, lost or drawn over other text; cut off
 * text counts also where it is cut off before, unless that may be meant.
 */
export const zoom: BrowserCheck<LayoutChange & {readonly still: readonly Spot[]}> = {
  ...about,
  every: 'widest',
  probe: (tab) =>
    tab.perform(about.id, async (hands) => {
      const still = await stillText(hands)
      return {...(await layoutAt(tab, hands, enlarged)), still}
    }),
  judge: (change, seen) => [
    ...[
      ...brought(change),
      ...change.after.filter(
        (one) => one.kind === 'cut' && one.kept !== true && !brought(change).includes(one),
      ),
    ]
      // A page that scrolls sideways loses nothing, and an ellipsis is meant.
      .filter(({kind}) => /^(cut|block|overlap|concealed)$/.test(kind))
      .filter(({meant}) => meant !== true)
      .map((trouble) => ({
        ...troubleFinding(about, trouble, seen),
        ...(trouble.kind === 'cut' && {act: ['59br37']}),
      })),
    ...change.still.map(({selector, text}) =>
      findingOn(seen, {
        check: about.id,
        severity: 'error',
        message: {key: `${about.id}/still`, values: {text}},
        selector,
        excerpt: text,
        criteria: about.criteria,
      }),
    ),
  ],
}
