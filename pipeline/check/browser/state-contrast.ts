import type {ElementState, Hands} from '../../model/hands.ts'
import type {Contrast} from '../../model/tab.ts'
import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {findingOn} from './finding.ts'
import {focusable} from './focus-rings.ts'

const about = {id: 'browser/state-contrast', criteria: ['1.4.3']}

type Pale = {
  readonly state: 'hover' | 'focus'
  readonly scheme: 'light' | 'dark'
  readonly selector: string
  readonly context: string
  readonly contrast: Contrast | null
}

/** Text of controls can still be read while a pointer is over them, and while they have the focus. */
export const stateContrast: BrowserCheck<readonly Pale[]> = {
  ...about,
  every: 'template',
  disturbs: true,
  probe: (tab) =>
    tab.perform(about.id, async (hands) => {
      await openEyes(hands)
      const first = await hands.evaluate(colours, null)
      const found = await inScheme(hands, tab.view.scheme)
      const other = tab.view.scheme === 'light' ? 'dark' : 'light'
      await hands.emulate({scheme: other})
      const isAlike = (await hands.evaluate(colours, null)) === first
      return isAlike ? found : [...found, ...(await inScheme(hands, other))]
    }),
  judge: (found, seen) =>
    found.filter(isFirst).map(({state, scheme, selector, context, contrast}) =>
      findingOn(seen, {
        check: about.id,
        severity: 'error',
        message: {key: `${about.id}/${state}-${scheme}`, values: {}},
        selector,
        excerpt: context,
        criteria: about.criteria,
        ...(contrast && {
          expected: `${contrast.least} : 1`,
          actual: `${contrast.ratio} : 1 (${contrast.ink}, ${contrast.ground})`,
        }),
      }),
    ),
}

/** What is too pale in light colours and in dark ones is told of once, in the words that name neither. */
function isFirst({state, scheme, selector}: Pale, _: number, found: readonly Pale[]): boolean {
  return (
    scheme === 'light' ||
    !found.some((one) => one.scheme === 'light' && one.state === state && one.selector === selector)
  )
}

async function inScheme(hands: Hands, scheme: Pale['scheme']): Promise<readonly Pale[]> {
  const handles = await focusable(hands)
  if (handles.length === 0) return []
  const found: Pale[] = []
  await hands.keepPaint()
  for (const state of ['hover', 'focus'] as const) {
    const states: readonly ElementState[] =
      state === 'hover' ? ['hover'] : ['focus', 'focus-visible', 'focus-within']
    await hands.force(handles, states)
    // What is painted as before can be read as before.
    if ((await hands.repainted()) === 0) continue
    for (const {selector, context, contrast = null} of await pale(hands)) {
      found.push({state, scheme, selector, context, contrast})
    }
  }
  await hands.force([], [])
  if (found.length === 0) return []
  // What cannot be read in any state is said already.
  const always = new Set((await pale(hands)).map(({selector}) => selector))
  return found.filter(({selector}) => !always.has(selector))
}

async function pale(hands: Hands) {
  const issues = await hands.contrast()
  return issues.filter(
    ({code, severity, needsReview}) =>
      code === 'color-contrast' && severity === 'error' && !needsReview,
  )
}

/** Runs in the page. */
function colours(): string {
  const {color, backgroundColor} = getComputedStyle(document.body)
  return [color, backgroundColor, getComputedStyle(document.documentElement).backgroundColor].join()
}
