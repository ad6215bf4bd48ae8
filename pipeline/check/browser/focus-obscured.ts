import type {BrowserCheck} from '../check.ts'
import {findingOn} from './finding.ts'
import type {Stop} from './keyboard-steps.ts'
import {drawnAround} from './focus-around.ts'
import {keyboardWalk} from './keyboard-walk.ts'

const id = 'browser/focus-obscured'

/** What has the focus is on the screen, and nothing lies over all of it. */
export const focusObscured: BrowserCheck<readonly Stop[]> = {
  id,
  criteria: ['2.4.7', '2.4.11'],
  every: 'widest',
  disturbs: true,
  probe: async (tab) => {
    const {stops} = await keyboardWalk(tab)
    const hidden = stops.filter(({seen, covered}) => !seen || covered === 1)
    const unseen = hidden.filter(({seen}) => !seen).map(({selector}) => selector)
    if (unseen.length === 0) return hidden
    const shown = await tab.perform(id, (hands) => drawnAround(hands, unseen))
    return hidden.filter(({selector}) => !shown.includes(selector))
  },
  judge: (stops, seen) =>
    stops.map(({selector, text, by, seen: isSeen}) => {
      const kind = !isSeen ? 'invisible' : by === '' ? 'outside' : 'covered'
      return findingOn(seen, {
        check: id,
        severity: 'error',
        message: {key: `${id}/${kind}`, values: {text, by}},
        selector,
        excerpt: text,
        criteria: isSeen ? ['2.4.11'] : ['2.4.7'],
      })
    }),
}
