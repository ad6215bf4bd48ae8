import type {Hands} from '../../model/hands.ts'
import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {findingOn} from './finding.ts'
import {movingPictures} from './moving-pictures.ts'
import {turningSlides} from './turning-slides.ts'

const id = 'browser/motion'

type Moving = {
  readonly kind: 'endless' | 'blinking' | 'marquee' | 'video' | 'flashing' | 'picture' | 'slides'
  readonly selector: string
  readonly text: string
  /** How often a second it flashes. */
  readonly rate: number
}

const criteria = {
  endless: ['2.2.2', '2.3.3'],
  blinking: ['2.2.2'],
  marquee: ['2.2.2'],
  video: ['2.2.2'],
  picture: ['2.2.2'],
  slides: ['2.2.2'],
  flashing: ['2.3.1'],
}

/**
 * Nothing flashes more than three times a second (be it an animation or the frames of a picture; red is
 * not told apart), and, unless a button on the page stops it, no picture moves, no slides go on and no text blinks
 * without end, and nothing goes on moving for a reader whose system asks for less motion.
 */
export const motion: BrowserCheck<readonly Moving[]> = {
  id,
  criteria: ['2.2.2', '2.3.1', '2.3.3'],
  every: 'widest',
  disturbs: true,
  probe: (tab) => tab.perform(id, watch),
  judge: (found, seen) =>
    found.map(({kind, selector, text, rate}) =>
      findingOn(seen, {
        check: id,
        severity: 'error',
        message: {key: `${id}/${kind}`, values: {text, rate}},
        selector,
        excerpt: text,
        criteria: criteria[kind],
      }),
    ),
}

async function watch(hands: Hands): Promise<readonly Moving[]> {
  await openEyes(hands)
  const {pictures, canStop} = await movingPictures(hands)
  await hands.unfreeze()
  const flashing = await hands.evaluate(flashes, null)
  const blinking = canStop ? [] : await hands.evaluate(blinkingText, null)
  const slides = canStop ? [] : await hands.evaluate(turningSlides, null)
  await hands.emulate({motion: 'reduce'})
  const moving = canStop ? [] : await hands.evaluate(moves, null)
  return [
    ...pictures.flatMap(({isEndless, rate, ...spot}): readonly Moving[] => [
      ...(rate > 3 ? [{kind: 'flashing' as const, ...spot, rate}] : []),
      ...(isEndless ? [{kind: 'picture' as const, ...spot, rate: 0}] : []),
    ]),
    ...flashing,
    ...moving,
    ...slides.map((spot) => ({kind: 'slides' as const, ...spot, rate: 0})),
    // What blinks for those who asked for less motion, too, is told already.
    ...blinking.filter(({selector}) => !moving.some((one) => one.selector === selector)),
  ]
}

/** Runs in the page. */
function flashes(): readonly Moving[] {
  const {selectorOf, textOf} = globalThis.galleyEyes
  return document.getAnimations().flatMap((animation): readonly Moving[] => {
    const {effect} = animation
    if (!(effect instanceof KeyframeEffect) || !effect.target) return []
    const {duration, iterations = 1} = effect.getTiming()
    const length = typeof duration === 'number' ? duration / 1000 : 0
    if (length === 0) return []
    // One flash is a change to and fro; fewer than four of them are none.
    const frames = effect.getKeyframes()
    const turns = ['opacity', 'visibility', 'backgroundColor', 'filter'].map((property) => {
      const values = frames.flatMap((frame) => (property in frame ? [String(frame[property])] : []))
      return values.filter((value, index) => index > 0 && value !== values[index - 1]).length
    })
    const perRun = Math.max(...turns) / 2
    const rate = Math.round((perRun / length) * 10) / 10
    const {width, height} = effect.target.getBoundingClientRect()
    const isSmall = width * height < 21_824
    if (rate <= 3 || perRun * iterations <= 3 || isSmall) return []
    return [
      {kind: 'flashing', selector: selectorOf(effect.target), text: textOf(effect.target), rate},
    ]
  })
}

/** Runs in the page: text that goes and comes back, again and again: WCAG's failures F4 and F47. */
function blinkingText(): readonly Moving[] {
  const {selectorOf, textOf} = globalThis.galleyEyes
  return document.getAnimations().flatMap(({effect, playState}): readonly Moving[] => {
    const target = effect instanceof KeyframeEffect && !effect.pseudoElement ? effect.target : null
    if (target === null || playState !== 'running') return []
    if (!/[\p{L}\p{N}]/u.test(target.textContent ?? '')) return []
    const {duration, iterations} = effect?.getComputedTiming() ?? {}
    if (iterations !== Infinity || !(Number(duration) <= 5000)) return []
    const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : []
    const shown = (frame: ComputedKeyframe) =>
      frame['visibility'] === 'hidden' ? 0 : Number(frame['opacity'] ?? 1)
    const isThere = target.parentElement?.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
    })
    const goes = frames.some((frame) => shown(frame) < 0.1)
    const isBack = frames.some((frame) => shown(frame) > 0.5)
    const isWaiting = target.closest('[role=status], [role=progressbar], [aria-busy=true]') !== null
    if (isThere !== true || !goes || !isBack || isWaiting) return []
    return [{kind: 'blinking', selector: selectorOf(target), text: textOf(target), rate: 0}]
  })
}

/** Runs in the page: what still moves for those who asked for less motion. */
function moves(): readonly Moving[] {
  const {all, isSeen, selectorOf, textOf} = globalThis.galleyEyes
  const found = new Map<Element, Moving['kind']>()
  for (const element of all('marquee, blink')) found.set(element, 'marquee')
  for (const element of all('video[autoplay]')) {
    const isLong = element instanceof HTMLVideoElement && !(element.duration <= 5)
    if (isLong && !element.hasAttribute('controls')) found.set(element, 'video')
  }
  for (const {effect, playState} of document.getAnimations()) {
    const target = effect instanceof KeyframeEffect ? effect.target : null
    const pseudo = effect instanceof KeyframeEffect ? effect.pseudoElement : null
    const {endTime, iterations} = effect?.getComputedTiming() ?? {}
    const isLong = iterations === Infinity || Number(endTime ?? 0) > 5000
    // What blinks may be out of sight just now.
    const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : []
    const blinks = frames.some((frame) => 'visibility' in frame || 'opacity' in frame)
    const isThere = target && (isSeen(target) || (blinks && isOutOfSightNow(target)))
    const isMoving = isThere && playState === 'running' && isLong && !areAlike(frames)
    if (isMoving && !saysToWait(target, pseudo)) found.set(target, 'endless')
  }
  // What moves in something that moves is one thing.
  const outer = [...found].filter(
    ([element]) => ![...found.keys()].some((one) => one !== element && one.contains(element)),
  )
  return outer.map(([element, kind]) => ({
    kind,
    selector: selectorOf(element),
    text: textOf(element),
    rate: 0,
  }))

  /** From the first to the last frame nothing changes. */
  function areAlike(frames: readonly ComputedKeyframe[]): boolean {
    const [first, last] = [frames[0], frames.at(-1)]
    if (first?.computedOffset !== 0 || last?.computedOffset !== 1) return false
    const own = /^(offset|computedOffset|easing|composite)$/
    const looks = frames.map((frame) =>
      JSON.stringify(Object.entries(frame).filter(([key]) => !own.test(key))),
    )
    const isAdding = frames.some(({composite}) => /^(add|accumulate)$/.test(composite))
    return !isAdding && new Set(looks).size === 1
  }

  /** It alone is hidden, and not what it stands in. */
  function isOutOfSightNow(element: Element): boolean {
    const {parentElement: box} = element
    return (
      element.checkVisibility() &&
      box?.checkVisibility({opacityProperty: true, visibilityProperty: true}) === true
    )
  }

  /** By the name that it, or what it is all of, has for those who cannot see it. */
  function isNamedSo(element: Element): boolean {
    const named = element.closest('[aria-label], [title]')
    const name = named?.getAttribute('aria-label') ?? named?.getAttribute('title') ?? ''
    return (
      !named?.textContent?.trim() &&
      /\b(loading|sending|saving|waiting|please wait)\b|(불러오|보내|저장하|처리하)는 중|로딩|기다려/i.test(
        name,
      )
    )
  }

  /** The small wheel that turns while something is loading is what says so (2.2.2, note 4). */
  function saysToWait(element: Element, pseudo: string | null): boolean {
    const drawn = getComputedStyle(element, pseudo)
    const own = pseudo
      ? {width: parseFloat(drawn.width), height: parseFloat(drawn.height)}
      : element.getBoundingClientRect()
    const waiting = element.closest(
      '[role=status], [role=progressbar], progress, [aria-busy=true], button:disabled',
    )
    // What turns has a larger box than what it turns in.
    const boxes = waiting ? [own, waiting.getBoundingClientRect()] : isNamedSo(element) ? [own] : []
    return boxes.some(({width, height}) => width <= 100 && height <= 100)
  }
}
