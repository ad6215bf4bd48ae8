import {cssSelector} from '../../model/css-selector.ts'
import type {Finding} from '../../model/finding.ts'
import type {Hands, Size} from '../../model/hands.ts'
import type {Tab} from '../../model/tab.ts'
import type {Seen} from '../check.ts'
import {findingOn} from './finding.ts'
import {eyes} from './eyes.ts'
import {sideways, wideners} from './sideways.ts'
import {textLayoutOf, type TextLayout} from './text-layout.ts'
import {widest} from './widest.ts'

/** Something that keeps text from being read. */
export type Trouble = {
  readonly kind:
    | 'cut'
    | 'shortened'
    | 'page'
    | 'block'
    | 'overlap'
    | 'wide'
    | 'concealed'
    | 'scroller'
    | 'flat'
    | 'widened'
    | 'stuck'
    | 'buried'
  readonly selector: string
  readonly text: string
  readonly pixels: number
  /** What cuts it off, or lies over it. */
  readonly other: string
  /** It is cut off on purpose, or may be shown some other way. */
  readonly meant?: true
  readonly kept?: true
  readonly page?: true
  /** Nothing but room lies past the edge: nobody has to scroll there to read. */
  readonly room?: boolean
}

/** What was wrong with a page's text before it was looked at in another way, and then. */
export type LayoutChange = {
  readonly before: readonly Trouble[]
  readonly after: readonly Trouble[]
}

/**
 * How the text is laid out in a window of another size. Resizing is cheap and tells nearly all;
 * where it shows something and the page has scripts, the page is loaded anew to confirm it.
 */
export async function layoutAt(tab: Tab, hands: Hands, window: Size): Promise<LayoutChange> {
  const before = await troublesOn(tab)
  await hands.emulate({window})
  const after = await troublesOn(hands)
  const isSure = brought({before, after}).length === 0 || !(await hands.evaluate(hasScripts, null))
  if (isSure) return {before, after}
  await hands.reload()
  return {before, after: await troublesOn(hands)}
}

/** Everything that is wrong with the page's text as it stands; of a tab's as it was loaded, known once. */
export async function troublesOn(page: Pick<Hands, 'evaluate'>): Promise<readonly Trouble[]> {
  const layout = await textLayoutOf(page)
  const wide = [...layout.wide, ...layout.spilled].map(({selector}) => selector)
  const {scrollers, flat} = await page.evaluate(sideways, wide.map(cssSelector), [eyes])
  const planes = new Map(wide.map((selector, index) => [selector, flat[index]]))
  const troubles = troublesIn(layout).map((trouble): Trouble => {
    const plane = /page|wide/.test(trouble.kind) && planes.get(trouble.selector)
    return plane ? {...trouble, kind: 'flat', selector: plane} : trouble
  })
  return [
    ...scrollers.map((spot) => ({...spot, kind: 'scroller' as const, other: ''})),
    ...(await withWideners(page, troubles)).filter(isWidest),
  ]
}

/** Text that runs past the edge because a table or a picture beside it does is that one's fault. */
async function withWideners(
  page: Pick<Hands, 'evaluate'>,
  troubles: readonly Trouble[],
): Promise<readonly Trouble[]> {
  const planes = [...new Set(troubles.filter(isFlat).map(({selector}) => selector))]
  const pushed = troubles.filter(({kind}) => kind === 'page' || kind === 'wide')
  if (planes.length === 0 || pushed.length === 0) return troubles
  const selectors = pushed.map(({selector}) => cssSelector(selector))
  const found = await page.evaluate(wideners, {selectors, planes: planes.map(cssSelector)})
  return troubles.map((trouble) => {
    const plane = planes.find((one) => cssSelector(one) === found[pushed.indexOf(trouble)])
    if (plane === undefined) return trouble
    return {...trouble, kind: trouble.room ? 'flat' : 'widened', selector: plane}
  })
}

const isFlat = ({kind}: Trouble) => kind === 'flat'

/** A table is told of once, by what reaches furthest: of its cells, or else of the text that it pushes. */
function isWidest(trouble: Trouble, _: number, all: readonly Trouble[]): boolean {
  const {kind, selector} = trouble
  if (kind !== 'flat' && kind !== 'widened') return true
  const about = all.filter((one) => /flat|widened/.test(one.kind) && one.selector === selector)
  const worst = about.filter((one) => one.kind === 'widened')
  const rivals = worst.length > 0 ? worst : about
  const most = Math.max(...rivals.map(({pixels}) => pixels))
  return rivals.find(({pixels}) => pixels === most) === trouble
}

/** What was not there before. */
export function brought({before, after}: LayoutChange): readonly Trouble[] {
  const nameOf = ({kind, selector, other}: Trouble) => `${kind}\n${selector}\n${other}`
  const known = new Set(before.map(nameOf))
  return after.filter((trouble) => !known.has(nameOf(trouble)))
}

/** The finding on one trouble; the sentence is the check's own. */
export function troubleFinding(
  {id, criteria}: {readonly id: string; readonly criteria: readonly string[]},
  {kind, selector, text, pixels, other, page, room}: Trouble,
  seen: Seen,
): Finding {
  // No box of the page's could grow.
  const said = kind === 'cut' && page ? 'concealed' : kind
  return findingOn(seen, {
    check: id,
    severity: room || /^(flat|block|stuck)$/.test(kind) ? 'warning' : 'error',
    message: {key: `${id}/${said}`, values: {text, pixels, other}},
    selector,
    excerpt: text,
    criteria,
  })
}

function troublesIn({clipped, spilled, overlapping, wide}: TextLayout): readonly Trouble[] {
  const named = new Set([...clipped, ...spilled].map(({selector}) => selector))
  return widest([
    // Of the slides of a row, the next is shown by a button.
    ...clipped
      .filter(({slide}) => slide !== true)
      .map(({kind, by, ...spot}) => ({
        ...spot,
        kind: kind === 'shortened' ? kind : ('cut' as const),
        other: by,
      })),
    ...spilled.map((spot) => ({...spot, other: ''})),
    ...overlapping.map((spot) => ({...spot, kind: 'overlap' as const})),
    ...wide
      .filter(({selector}) => !named.has(selector))
      .map(({concealed, ...spot}) => ({
        ...spot,
        kind: concealed ? ('concealed' as const) : ('wide' as const),
        other: '',
      })),
  ])
}

/** Runs in the page. */
function hasScripts(): boolean {
  return document.scripts.length > 0
}
