import {cssSelector} from '../../model/css-selector.ts'
import type {EngineIssue} from '../../model/tab.ts'
import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {findingOn} from './finding.ts'
import {faintFocus, focusable, type FaintFocus} from './focus-rings.ts'

const id = 'browser/forced-colors'

type Forced = {
  readonly focus: readonly FaintFocus[]
  readonly bare: readonly {readonly selector: string; readonly text: string}[]
  readonly contrast: readonly Pick<EngineIssue, 'selector' | 'context'>[]
  readonly unseen: readonly {readonly selector: string; readonly text: string}[]
}

/**
 * A reader's own few colours replace the page's: backgrounds and shadows go, borders and outlines
 * stay. The focus can still be seen, buttons still have an edge, text can still be read.
 */
export const forcedColors: BrowserCheck<Forced> = {
  id,
  criteria: ['1.4.3', '1.4.11', '2.4.7'],
  every: 'template',
  disturbs: true,
  probe: (tab) =>
    tab.perform(id, async (hands) => {
      await openEyes(hands)
      await hands.emulate({forcedColors: 'active'})
      const handles = await focusable(hands)
      await hands.force(handles, ['focus', 'focus-visible', 'focus-within'])
      // An outline is always drawn in a colour that can be seen: no picture is needed.
      const outlined = new Set(await hands.evaluate(withOutline, null))
      await hands.force([], [])
      const focus = await faintFocus(hands, (index) => !outlined.has(index))
      const bare = await hands.evaluate(withoutEdge, null)
      const issues = (await hands.evaluate(optsOut, null)) ? await hands.contrast() : []
      const faint = issues
        .filter(({code, severity}) => code === 'color-contrast' && severity === 'error')
        .map(({selector, context}) => ({selector, context}))
      // The engine does not know which colours are forced: those are the reader's own choice.
      const own = await hands.evaluate(
        ofOwnColours,
        faint.map(({selector}) => cssSelector(selector)),
      )
      const contrast = faint.filter((_, index) => own[index])
      return {focus, bare, contrast, unseen: await hands.evaluate(inTheColourBehind, null)}
    }),
  judge({focus, bare, contrast, unseen}, seen) {
    const spots = [
      ...focus.map(({selector, text}) => ({selector, text, kind: 'focus', criterion: '2.4.7'})),
      ...bare.map((spot) => ({...spot, kind: 'edge', criterion: '1.4.11'})),
      ...contrast.map(({selector, context}) => ({
        selector,
        text: context,
        kind: 'contrast',
        criterion: '1.4.3',
      })),
      ...unseen.map((spot) => ({...spot, kind: 'contrast', criterion: '1.4.3'})),
    ]
    return spots.map(({selector, text, kind, criterion}) =>
      findingOn(seen, {
        check: id,
        severity: kind === 'edge' ? 'warning' : 'error',
        message: {key: `${id}/${kind}`, values: {text}},
        selector,
        excerpt: text,
        criteria: [criterion],
      }),
    )
  },
}

/** Runs in the page. */
function withOutline(): readonly number[] {
  return globalThis.galleyRings.flatMap((element, index) => {
    const {outlineStyle, outlineWidth, clipPath} = getComputedStyle(element)
    const isDrawn = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && clipPath === 'none'
    return isDrawn ? [index] : []
  })
}

/** Runs in the page: buttons that look like any other text. */
function withoutEdge() {
  const {all, isForEarsOnly, isSeen, selectorOf, textOf} = globalThis.galleyEyes
  const paper = getComputedStyle(document.body).backgroundColor
  return all('button, [role=button], input[type=submit], input[type=button]')
    .filter((element) => {
      const {borderTopWidth, borderBottomWidth, outlineStyle, backgroundColor, textDecorationLine} =
        getComputedStyle(element)
      const hasBorder = parseFloat(borderTopWidth) + parseFloat(borderBottomWidth) > 0
      const hasPicture = element.querySelector('svg, img') !== null
      return (
        isSeen(element) &&
        !isForEarsOnly(element) &&
        !hasBorder &&
        !hasPicture &&
        outlineStyle === 'none' &&
        textDecorationLine === 'none' &&
        (backgroundColor === paper || backgroundColor === 'rgba(0, 0, 0, 0)')
      )
    })
    .slice(0, 30)
    .map((element) => ({selector: selectorOf(element), text: textOf(element)}))
}

/** Runs in the page: which of these keep their own colours, or cannot be found to ask. */
function ofOwnColours(selectors: readonly string[]): readonly boolean[] {
  return selectors.map((selector) => {
    const element = globalThis.galleyEyes.find(selector)
    return element === null || getComputedStyle(element).forcedColorAdjust === 'none'
  })
}

/** Runs in the page: text in the colour that is behind it. A style sheet may ask for the reader's colours by name. */
function inTheColourBehind() {
  const {all, isForEarsOnly, isSeen, selectorOf, textOf} = globalThis.galleyEyes
  return all('body, body *')
    .filter((element) => {
      const {color, forcedColorAdjust} = getComputedStyle(element)
      const hasWords = [...element.childNodes].some(
        (node) => node instanceof Text && /[\p{L}\p{N}]/u.test(node.data),
      )
      return (
        hasWords &&
        forcedColorAdjust !== 'none' &&
        colourBehind(element) === color &&
        isSeen(element) &&
        !isForEarsOnly(element)
      )
    })
    .slice(0, 30)
    .map((element) => ({selector: selectorOf(element), text: textOf(element)}))

  /** None where a picture lies behind it. */
  function colourBehind(element: Element | null): string | undefined {
    if (element === null) return undefined
    const {backgroundColor, backgroundImage} = getComputedStyle(element)
    if (backgroundImage !== 'none') return undefined
    return /^rgba\(.*, 0\)$/.test(backgroundColor)
      ? colourBehind(element.parentElement)
      : backgroundColor
  }
}

/** Runs in the page: whether something keeps its own colours. */
function optsOut(): boolean {
  return globalThis.galleyEyes
    .all('body, body *')
    .some(
      (element) =>
        !(element instanceof SVGElement) && getComputedStyle(element).forcedColorAdjust === 'none',
    )
}
