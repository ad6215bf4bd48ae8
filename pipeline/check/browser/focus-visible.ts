import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {findingOn} from './finding.ts'
import {faintFocus, type FaintFocus} from './focus-rings.ts'

const about = {id: 'browser/focus-visible', criteria: ['2.4.7']}

/** One can see what has the focus: pixels in it or around it change, and not only a little. */
export const focusVisible: BrowserCheck<readonly FaintFocus[]> = {
  ...about,
  every: 'template',
  disturbs: true,
  probe: (tab) =>
    tab.perform(about.id, async (hands) => {
      await openEyes(hands)
      return faintFocus(hands, () => true)
    }),
  judge: (found, seen) =>
    found.map(({selector, text, pixels}) =>
      findingOn(seen, {
        check: about.id,
        severity: 'error',
        message: {key: about.id, values: {text, pixels}},
        selector,
        excerpt: text,
        criteria: about.criteria,
        act: ['oj04fd'],
      }),
    ),
}
