import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {findingOn} from './finding.ts'
import {faintFocus, type FaintFocus} from './focus-rings.ts'

const about = {id: 'browser/focus-visible', criteria: ['2.4.7']}

type FocusLooks = {
  readonly faint: readonly FaintFocus[]
  /** How many controls were left out, of very many. */
  readonly unlooked: number
}

/** One can see what has the focus: pixels in it or around it change, and not only a little. */
export const focusVisible: BrowserCheck<FocusLooks> = {
  ...about,
  every: 'template',
  disturbs: true,
  probe: (tab) =>
    tab.perform(about.id, async (hands) => {
      await openEyes(hands)
      const faint = await faintFocus(hands, () => true)
      return {faint, unlooked: await hands.evaluate(() => globalThis.galleyUnlooked, null)}
    }),
  judge: ({faint, unlooked}, seen) => [
    ...faint.map(({selector, text, pixels, isRingOfBrowser}) =>
      findingOn(seen, {
        check: about.id,
        // The browser's own ring is enough (WCAG's technique G149); others draw it in other colours.
        ...(isRingOfBrowser && {outcome: 'cantTell'}),
        severity: isRingOfBrowser ? 'warning' : 'error',
        message: {key: isRingOfBrowser ? `${about.id}/ring` : about.id, values: {text, pixels}},
        selector,
        excerpt: text,
        criteria: about.criteria,
        act: ['oj04fd'],
      }),
    ),
    ...(unlooked > 0
      ? [
          findingOn(seen, {
            check: about.id,
            outcome: 'cantTell',
            severity: 'notice',
            message: {key: `${about.id}/many`, values: {unlooked}},
            criteria: about.criteria,
          }),
        ]
      : []),
  ],
}
