import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {openedFinding, pressEach, type Faulty} from './opened.ts'
import {openersBut} from './openers.ts'

const id = 'browser/narrow-menu'

/** A desktop's window. */
const wide = {width: 1280, height: 900}

/**
 * What a button opens that only a narrow window shows, as who enlarges a page four times has it: the
 * menu behind three lines. Held to the same as every other (`browser/opened`).
 */
export const narrowMenu: BrowserCheck<readonly Faulty[]> = {
  id,
  criteria: ['2.1.2', '2.4.3', '4.1.2', '4.1.3'],
  every: 'narrow template',
  disturbs: true,
  probe: (tab) =>
    tab.perform(id, async (hands) => {
      const {width, height} = tab.view
      await openEyes(hands)
      await hands.emulate({window: wide})
      const known = await hands.evaluate(shownNow, null)
      // Loaded anew in a narrow window, a menu may stand open that closes as the window becomes narrow.
      return pressEach(hands, async () => {
        await hands.emulate({window: wide})
        await hands.emulate({window: {width, height}})
        return openersBut(hands, known)
      })
    }),
  judge: (found, seen) => found.map((one) => openedFinding(id, one, seen)),
}

/** Runs in the page: everything that Tab comes by. */
function shownNow(): readonly string[] {
  const {selectorOf, stops} = globalThis.galleyEyes
  return stops().map((stop) => selectorOf(stop))
}
