import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {
  brought,
  layoutAt,
  troubleFinding,
  troublesOn,
  type LayoutChange,
  type Trouble,
} from './layout-change.ts'
import {stuckBoxes} from './stuck-boxes.ts'

const about = {id: 'browser/reflow', criteria: ['1.4.10']}

/**
 * In a window of 320 CSS pixels, which is what a page enlarged four times has on a desktop, all
 * text wraps and none is lost, nor covered by what does not scroll with it. What a table or a picture needs two dimensions for may scroll, best
 * in a box of its own.
 */
export const reflow: BrowserCheck<LayoutChange> = {
  ...about,
  every: 'narrowest',
  probe: (tab) =>
    tab.perform(about.id, async (hands) => {
      const {before, after} =
        tab.view.width <= 320
          ? {before: [], after: await troublesOn(tab)}
          : await layoutAt(tab, hands, {width: 320, height: 640})
      await openEyes(hands)
      return {before, after: [...after, ...(await stuckBoxes(hands))]}
    }),
  judge: (change, seen) =>
    [...lasting(change), ...brought(change)]
      .filter(({kind}) => kind !== 'shortened')
      .map((trouble) => troubleFinding(about, trouble, seen)),
}

/** What reaches past the edge of a phone's window as well: it does not wrap in either. */
function lasting(change: LayoutChange): readonly Trouble[] {
  const isNew = new Set(brought(change))
  return change.after.filter(
    (trouble) =>
      /^(page|wide|concealed|flat|widened|scroller)$/.test(trouble.kind) && !isNew.has(trouble),
  )
}
