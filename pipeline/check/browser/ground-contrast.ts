import type {Drawn, Hands} from '../../model/hands.ts'
import type {Tab} from '../../model/tab.ts'
import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {findingOn} from './finding.ts'
import {textsOnGrounds, withoutText, type Named, type OnGround} from './grounds.ts'
import {layeredTexts, withoutInk, type Layered} from './layered-texts.ts'
import {contrastOver, drawAround, inked, strongest, weakest} from './pixels.ts'

const about = {id: 'browser/ground-contrast', criteria: ['1.4.3']}

type Measured = {
  readonly selector: string
  readonly text: string
  readonly kind: OnGround['kind'] | 'drawn' | 'generated'
  /** What it should have. */
  readonly least: number
  /** What most of it has at best. */
  readonly ratio: number
  /** How much of its ground is too like it, in per cent. */
  readonly share: number
}

/**
 * Text over pictures and gradients, what stands in empty fields, and what layers or style sheets make of a
 * text can be read: by the pixels that are drawn.
 */
export const groundContrast: BrowserCheck<readonly Measured[]> = {
  ...about,
  every: 'view',
  probe: groundContrasts,
  judge: (found, seen) =>
    found.filter(isPoor).map(({selector, text, kind, least, ratio}) =>
      findingOn(seen, {
        check: about.id,
        severity: 'error',
        message: {key: `${about.id}/${kind}`, values: {text, ratio, least}},
        selector,
        excerpt: text,
        criteria: about.criteria,
        expected: String(least),
        actual: String(ratio),
      }),
    ),
}

/** What stands on pictures, gradients and in empty fields, measured once for all checks that ask. */
export function groundContrasts(tab: Tab): Promise<readonly Measured[]> {
  return tab.perform(about.id, async (hands) => {
    await openEyes(hands)
    const [first, isSettled] = await drawTexts(hands, null)
    // A page may fold a part away when it hears of the taller window that it is drawn in.
    const [drawn] = isSettled ? [first] : await drawTexts(hands, null)
    return [...drawn.map(([one, ground]) => measured(ground, one)), ...(await inLayers(hands))]
  })
}

/** Texts whose declared colours do not tell how they are drawn. */
async function inLayers(hands: Hands): Promise<readonly Measured[]> {
  const texts = await hands.evaluate(layeredTexts, null)
  if (texts.length === 0) return []
  const letters = new Map(await drawAround(hands, texts, ({boxes}) => boxes))
  await hands.evaluate(withoutInk, true)
  const grounds = await drawAround(hands, texts, ({boxes}) => boxes)
  await hands.evaluate(withoutInk, false)
  const places = new Set(
    (await hands.evaluate(layeredTexts, null)).map((one) => JSON.stringify(one)),
  )
  return grounds.flatMap(([text, ground]) => {
    const seen = places.has(JSON.stringify(text)) && letters.get(text)
    return seen ? drawnAs(text, ground, seen) : []
  })
}

/** No pixel of a letter has more than its ink; thin strokes have less, so that what is a little too pale is not told. */
function drawnAs(
  {ink, boxes, others, ...text}: Layered,
  ground: Drawn,
  letters: Drawn,
): readonly Measured[] {
  const least = leastOf(text)
  const told = {selector: text.selector, text: text.text, least}
  if (ink) {
    const places = inked(ground, letters, boxes, others)
    const ratios = places.flatMap(([x, y]) => contrastOver(ground, x, y, ink) ?? [])
    const ratio = Math.floor((median(ratios) ?? 21) * 100) / 100
    // What a style sheet says there settles nothing of what the page says.
    return ratios.length >= 4 && ratio < least
      ? [{...told, kind: 'generated', ratio, share: 100}]
      : []
  }
  const most = Math.max(1, ...boxes.map((box) => strongest(ground, letters, box)))
  const ratio = Math.floor(most * 100) / 100
  const thin = text.size < 16 ? 0.7 : 0.8
  if (ratio < 1.05) return []
  if (ratio < least * thin) return [{...told, kind: 'drawn', ratio, share: 100}]
  const isClear = (weakest(ground, letters, boxes) ?? 1) >= least
  return [{...told, kind: 'drawn', ratio, share: isClear ? 0 : 20}]
}

function leastOf({size, bold}: {readonly size: number; readonly bold: boolean}): number {
  return size >= 24 || (bold && size >= 18.66) ? 3 : 4.5
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}

/** A text, how it is drawn and what is behind it. */
type DrawnText = readonly [text: OnGround, ground: Drawn, letters: Drawn | undefined]

/**
 * Which of these elements say something that is drawn with contrast enough, whatever they stand on.
 * Where that is in doubt (something may lie over the letters) they are not among them.
 *
 * @returns selectors
 */
export async function clearTexts(tab: Tab, asked: readonly Named[]): Promise<readonly string[]> {
  return tab.perform(`${about.id} ${JSON.stringify(asked)}`, async (hands) => {
    await openEyes(hands)
    const [drawn] = await drawTexts(hands, asked)
    return drawn.flatMap(([text, ground, letters]) => {
      const {selector, least, ratio, share} = measured(ground, text)
      const seen = letters && weakest(ground, letters, text.boxes)
      // Thin letters are drawn paler than they are; what lies over them makes good ones pale.
      const isDrawn = seen !== undefined && seen > Math.min(least, 0.7 * ratio)
      return share <= 5 && isDrawn ? [selector] : []
    })
  })
}

/** The texts that stand where they stood when they were drawn, and whether all do. */
async function drawTexts(
  hands: Hands,
  asked: readonly Named[] | null,
): Promise<readonly [readonly DrawnText[], boolean]> {
  const texts = await hands.evaluate(textsOnGrounds, asked)
  if (texts.length === 0) return [[], true]
  const letters = asked && new Map(await drawAround(hands, texts, ({boxes}) => boxes))
  await hands.evaluate(withoutText, true)
  const drawn = await drawAround(hands, texts, ({boxes}) => boxes)
  await hands.evaluate(withoutText, false)
  const placeOf = ({selector, boxes}: OnGround) => JSON.stringify([selector, boxes])
  const places = new Set((await hands.evaluate(textsOnGrounds, asked)).map(placeOf))
  const still = drawn.filter(([text]) => places.has(placeOf(text)))
  return [
    still.map(([text, ground]) => [text, ground, letters?.get(text)]),
    still.length === drawn.length,
  ]
}

export function isPoor({share}: Measured): boolean {
  return share >= 40
}

function measured(
  raster: Drawn,
  {selector, text, kind, colour, size, bold, boxes}: OnGround,
): Measured {
  const least = leastOf({size, bold})
  const ratios: number[] = []
  for (const {left, top, right, bottom} of boxes) {
    // Of a line, the height of its small letters; in steps, as grounds do not change with each pixel.
    const rim = (bottom - top) * 0.2
    for (let y = top + rim; y < bottom - rim; y += 2) {
      for (let x = left + 1; x < right - 1; x += 2) {
        const ratio = contrastOver(raster, x, y, colour)
        if (ratio !== undefined) ratios.push(ratio)
      }
    }
  }
  const sorted = ratios.toSorted((a, b) => a - b)
  const poor = sorted.filter((ratio) => ratio < least).length
  return {
    selector,
    text,
    kind,
    least,
    ratio: Math.floor((sorted[sorted.length >> 1] ?? 21) * 100) / 100,
    share: sorted.length === 0 ? 0 : Math.round((poor / sorted.length) * 100),
  }
}
