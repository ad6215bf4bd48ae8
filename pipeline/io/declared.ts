import type {CDPSession} from 'playwright-core'
import type {Declaration, Look} from '../model/declaration.ts'
import {winnerOf, type Matched, type Said} from './cascade.ts'
import {familyOf, INHERITED} from './property-family.ts'

type Header = Readonly<
  Record<'styleSheetId' | 'sourceURL', string> &
    Record<'startLine' | 'startColumn', number> &
    Record<'isInline' | 'isMutable', boolean>
>

/** An element or one that it lies in: what is said of it, and what comes of that. */
interface Level {
  /** Asked for where it is needed: of a large sheet that takes long. */
  readonly matched: () => Promise<Matched>
  /** What is computed for a property; of what a browser does not know, an empty text. */
  readonly computed: (property: string) => string
  /** What a value comes to for a property of this element. */
  readonly resolve: (property: string, value: string) => Promise<string | undefined>
}

/** The element itself at 0, what it lies in at 1; `undefined` beyond the document. */
type Levels = (at: number) => Promise<Level | undefined>

/**
 * The declarations that give an element these looks, as the cascade settles it: its own, or those of
 * the nearest element around it from which it has the look. What no style sheet declares has none, and
 * neither has what comes to something else than is declared: by an animation, or a limit.
 *
 * @param selector as browsers take it
 */
export async function declared(
  session: CDPSession,
  selector: string,
  looks: readonly Look[],
): Promise<readonly Declaration[]> {
  const sheets = new Map<string, Header>()
  const parents = new Map<number, number>()
  const note = ({header}: {readonly header: Header}) => sheets.set(header.styleSheetId, header)
  // Looking for an element makes the browser tell of all that it lies in.
  const learn = ({parentId, nodes}: {parentId: number; nodes: {readonly nodeId: number}[]}) => {
    for (const {nodeId} of nodes) parents.set(nodeId, parentId)
  }
  session.on('CSS.styleSheetAdded', note)
  session.on('DOM.setChildNodes', learn)
  try {
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const {root} = await session.send('DOM.getDocument', {depth: 1})
    const {nodeId} = await session.send('DOM.querySelector', {nodeId: root.nodeId, selector})
    if (nodeId === 0) return []
    const chain = [nodeId]
    for (let at = parents.get(nodeId); at !== undefined && at !== root.nodeId; at = parents.get(at))
      chain.push(at)
    const states = looks.includes('ring') ? ['focus', 'focus-visible'] : []
    await session.send('CSS.forcePseudoState', {nodeId, forcedPseudoClasses: states})
    const levels = levelsOf(session, chain)
    const {cssLayoutViewport} = await session.send('Page.getLayoutMetrics')
    const found: (Said | undefined)[] = []
    for (const look of looks)
      found.push(...(await finderOf(look)(levels, cssLayoutViewport.clientWidth)))
    await session.send('CSS.forcePseudoState', {nodeId, forcedPseudoClasses: []})
    return found.flatMap((one) => (one && placed(one, sheets)) ?? [])
  } finally {
    session.off('CSS.styleSheetAdded', note)
    session.off('DOM.setChildNodes', learn)
    await session.send('CSS.disable')
    await session.send('DOM.disable')
  }
}

function levelsOf(session: CDPSession, chain: readonly number[]): Levels {
  const read = new Map<number, Promise<Level>>()
  return async (at) => {
    const nodeId = chain[at]
    if (nodeId === undefined) return undefined
    const known = read.get(nodeId) ?? levelOf(session, nodeId)
    read.set(nodeId, known)
    return known
  }
}

async function levelOf(session: CDPSession, nodeId: number): Promise<Level> {
  let matched: Promise<Matched> | undefined
  const {computedStyle} = await session.send('CSS.getComputedStyleForNode', {nodeId})
  const values = new Map(computedStyle.map(({name, value}) => [name, value]))
  return {
    matched: () => (matched ??= session.send('CSS.getMatchedStylesForNode', {nodeId})),
    computed: (property) => values.get(property) ?? '',
    async resolve(propertyName, value) {
      const asked = {nodeId, propertyName, values: [value]}
      const {results} = await session.send('CSS.resolveValues', asked)
      return results[0]
    },
  }
}

type Finder = (levels: Levels, windowWidth: number) => Promise<readonly (Said | undefined)[]>

function finderOf(look: Look): Finder {
  const [named, property] = look.split(' ')
  return property === undefined
    ? finders[named as keyof typeof finders]
    : async (levels) => [await saying(levels, property)]
}

/** Who says what a property of the element is. */
async function saying(levels: Levels, property: string): Promise<Said | undefined> {
  const own = await levels(0)
  const family = familyOf(property)
  if (property.startsWith('::')) {
    const {pseudoElements = []} = (await own?.matched()) ?? {}
    const part = pseudoElements.find(({pseudoType}) => `::${pseudoType}` === property)
    return part && winnerOf({matchedCSSRules: part.matches}, family)
  }
  if (INHERITED.test(property)) return inherited(levels, family)
  return own && winnerOf(await own.matched(), family)
}

const finders = {
  async colour(levels) {
    const fill = '-webkit-text-fill-color'
    const own = await levels(0)
    const isFilled = own?.computed(fill) !== own?.computed('color')
    return [
      await inherited(levels, isFilled ? [fill] : ['color']),
      await nearest(levels, (level) => (level.computed('opacity') === '1' ? [] : ['opacity'])),
    ]
  },
  async ground(levels) {
    const found = await nearest(levels, (level) => {
      if (!isClear(level.computed('background-color'))) return ['background-color', 'background']
      return level.computed('background-image') === 'none' ? [] : ['background-image', 'background']
    })
    return [found]
  },
  async width(levels, windowWidth) {
    const box = await wideBox(levels, windowWidth)
    if (box !== undefined) return [box]
    const own = await levels(0)
    const isBroken = own?.computed('text-wrap-mode') !== 'nowrap'
    return isBroken ? [] : [await inherited(levels, ['text-wrap-mode', 'text-wrap', 'white-space'])]
  },
  async clipping(levels) {
    const isCut = (value: string) => /^(hidden|clip)/.test(value)
    const found = await nearest(levels, (level) => {
      if (isCut(level.computed('overflow-y'))) return ['overflow', 'overflow-y', 'overflow-block']
      if (isCut(level.computed('overflow-x'))) return ['overflow', 'overflow-x', 'overflow-inline']
      if (level.computed('clip-path') !== 'none') return ['clip-path']
      return /paint|strict|content/.test(level.computed('contain')) ? ['contain'] : []
    })
    return [found]
  },
  async ring(levels) {
    const own = await levels(0)
    if (own === undefined) return []
    const isNone = own.computed('outline-style') === 'none'
    const isThin = own.computed('outline-width') === '0px'
    const part = isNone ? 'style' : isThin ? 'width' : 'color'
    return [winnerOf(await own.matched(), ['outline', `outline-${part}`])]
  },
  async hiding(levels) {
    const found = await nearest(levels, (level) => {
      if (level.computed('display') === 'none') return ['display']
      if (level.computed('opacity') === '0') return ['opacity']
      if (level.computed('font-size') === '0px') return familyOf('font-size')
      return level.computed('content-visibility') === 'hidden' ? ['content-visibility'] : []
    })
    return [found ?? (await inherited(levels, ['visibility']))]
  },
  async layer(levels) {
    const found = await nearest(levels, (level) => {
      if (level.computed('filter') !== 'none') return ['filter']
      if (level.computed('mix-blend-mode') !== 'normal') return ['mix-blend-mode']
      if (level.computed('backdrop-filter') !== 'none') return ['backdrop-filter']
      return level.computed('background-clip') === 'text' ? familyOf('background-clip') : []
    })
    return [found]
  },
} satisfies Readonly<Record<Exclude<Look, `property ${string}`>, Finder>>

/** What is said of the first element, from the inside, that has any of the properties set which decide. */
async function nearest(
  levels: Levels,
  deciding: (level: Level) => readonly string[],
): Promise<Said | undefined> {
  for (let at = 0; ; at++) {
    const level = await levels(at)
    if (level === undefined) return undefined
    const family = deciding(level)
    if (family.length > 0) return winnerOf(await level.matched(), family)
  }
}

/** Who gives an element a value that it may have from those around it. @param family the property itself first */
async function inherited(levels: Levels, family: readonly string[]): Promise<Said | undefined> {
  const [property = ''] = family
  for (let at = 0; ; at++) {
    const level = await levels(at)
    if (level === undefined) return undefined
    const value = level.computed(property)
    const winner = winnerOf(await level.matched(), family)
    if (winner !== undefined && !/^(inherit|unset|currentcolor)\b/i.test(winner.value)) {
      const isItself = winner.property === property
      const plain = winner.value.replace(/\s*!important$/i, '')
      return !isItself || (await level.resolve(property, plain)) === value ? winner : undefined
    }
    if ((await levels(at + 1))?.computed(property) !== value) return undefined
  }
}

/** What makes the element, or one it lies in, wider than what it lies in; of the latter only those wider than the window. */
async function wideBox(levels: Levels, windowWidth: number): Promise<Said | undefined> {
  for (let at = 0; ; at++) {
    const level = await levels(at)
    if (level === undefined) return undefined
    const width = parseFloat(level.computed('width'))
    const around = parseFloat((await levels(at + 1))?.computed('width') ?? String(windowWidth))
    if (!(width > around + 1) || (at > 0 && width <= windowWidth + 1)) continue
    const isLeast = parseFloat(level.computed('min-width')) === width
    const winner = winnerOf(
      await level.matched(),
      isLeast ? ['min-width', 'min-inline-size'] : ['width', 'inline-size'],
    )
    if (winner !== undefined && /\d|\(|content/.test(winner.value)) return winner
  }
}

function isClear(colour: string): boolean {
  return colour === 'transparent' || /(,|\/) ?0\)$/.test(colour)
}

/** `undefined` for what is said by the browser itself, the element's own markup, or a sheet that scripts have made. */
function placed(
  {property, value, selector, range, sheet}: Said,
  sheets: ReadonlyMap<string, Header>,
): Declaration | undefined {
  const header = sheet === undefined ? undefined : sheets.get(sheet)
  if (header === undefined || header.sourceURL === '' || range === undefined) return undefined
  // Where scripts have put rules into it, what stands where is not what was sent.
  if (header.isInline && header.isMutable) return undefined
  const line = header.startLine + range.startLine
  const column = (range.startLine === 0 ? header.startColumn : 0) + range.startColumn
  return {
    property,
    value,
    selector,
    place: {file: header.sourceURL, line: line + 1, column: column + 1},
  }
}
