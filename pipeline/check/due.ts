import {forgetful, type Memory} from '../model/memory.ts'
import type {Rendition} from '../model/rendition.ts'
import type {View} from '../model/view.ts'
import type {BrowserCheck} from './check.ts'
import {attribute, elementsOf, type Standing} from './document/element.ts'
import {identityOf, parsePage} from './document/parse.ts'
import {standForAll, type Stand, type StandOf} from './stand.ts'

/** Whether a browser check is due on this page in this view. */
export type Due = (
  check: Pick<BrowserCheck, 'every'>,
  page: Pick<Rendition, 'path'>,
  view: View,
) => boolean

/** When checks are due on these pages: the same for those who gather and for those who judge. */
export type DueOn = (
  renditions: readonly Rendition[],
  viewsOf: (path: string) => readonly View[],
) => Due

/** The same, with what a memory knows of the pages, and for whom they answer. */
export function dueBy(memory: Memory, standOf: StandOf): DueOn {
  return (renditions, viewsOf) => dueAmong(renditions, viewsOf, memory, standOf)
}

export const dueOn: DueOn = dueBy(forgetful, standForAll)

function dueAmong(
  renditions: readonly Rendition[],
  viewsOf: (path: string) => readonly View[],
  memory: Memory,
  standOf: StandOf,
): Due {
  const bearers = bearersAmong(renditions, memory, standOf)
  const extremes = new Map<readonly View[], readonly (View | undefined)[]>()
  return ({every}, {path}, view) => {
    if (every === 'view') return true
    const views = viewsOf(path)
    const [narrowest, widest] = extremes.get(views) ?? extremesOf(views)
    extremes.set(views, [narrowest, widest])
    if (every === 'narrowest') return view.name === narrowest?.name
    if (every === 'widest') return view.name === widest?.name
    if (every === 'template') {
      return view.name === widest?.name && bearers().has(path)
    }
    if (every === 'narrow template') {
      const isOther = narrowest !== undefined && narrowest.width !== widest?.width
      return isOther && view.name === narrowest.name && bearers().has(path)
    }
    const first = views.find(({width, height}) => width === view.width && height === view.height)
    return first?.name === view.name
  }
}

/** The first of the narrowest, and of the widest. */
function extremesOf(views: readonly View[]): readonly (View | undefined)[] {
  const byWidth = views.toSorted((a, b) => a.width - b.width)
  return [byWidth[0], views.toSorted((a, b) => b.width - a.width)[0]]
}

/** Which of these pages are asked what is asked of a kind of page once: of more than of the others. */
export function bearersOf(
  renditions: readonly Rendition[],
  standOf: StandOf,
): () => ReadonlySet<string> {
  return bearersAmong(renditions, forgetful, standOf)
}

/** Paths of the pages that show a kind of control, or a style sheet, that none before them shows. */
function bearersAmong(renditions: readonly Rendition[], memory: Memory, standOf: StandOf) {
  let bearers: ReadonlySet<string> | undefined
  return () => (bearers ??= readBearers(renditions, memory, standOf))
}

function readBearers(
  renditions: readonly Rendition[],
  memory: Memory,
  standOf: StandOf,
): ReadonlySet<string> {
  const known = new Set<string>()
  const bearers = renditions.filter((rendition) => {
    if (rendition.page === undefined) return false
    const before = known.size
    const {apart, part} = standOf(rendition)
    const kinds = part ? readKinds(rendition, elementsThat(part)) : kindsOn(rendition, memory)
    for (const kind of kinds) known.add(apart + kind)
    return known.size > before
  })
  return new Set(bearers.map(({path}) => path))
}

/** Reads a page's controls ahead, while it is read anyway. */
export function readControls(rendition: Rendition, memory: Memory): void {
  kindsOn(rendition, memory)
}

/** Who gathers and who judges ask the same of the same pages. */
const remembered = new WeakMap<Rendition, readonly string[]>()

function kindsOn(rendition: Rendition, memory: Memory): readonly string[] {
  const known = remembered.get(rendition)
  if (known) return known
  const kinds = memory.recall('controls', identityOf(rendition), () =>
    readKinds(rendition, elementsOf(parsePage(rendition).tree)),
  )
  remembered.set(rendition, kinds)
  return kinds
}

/** What a style sheet can tell controls apart by, of every control of a page. */
function readKinds(rendition: Rendition, standing: readonly Standing[]): readonly string[] {
  const elements = withShadows(standing)
  const sheets = elements.filter(
    ({element}) =>
      element.tagName === 'style' ||
      (element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet'),
  )
  const sheet = sheets.map(({element}) => JSON.stringify([element.properties, textOf(element)]))
  // What a page's own scripts make of its controls, another page's may not.
  const scripts = elements.filter(({element}) => isScript(element))
  const opens = new Set(elements.flatMap((one) => attribute(one.element, 'role') ?? []).sort())
  const operable = elements.filter(isControl)
  const controls = operable.map(({element, ancestors}) => {
    const line = [...ancestors, element].slice(-4)
    const names = line.map((one) => [one.tagName, attribute(one, 'className') ?? ''].join('.'))
    return `${names.join('>')} ${ownLook(element)}`
  })
  return [
    `page ${rendition.page ?? ''}`,
    sheet.join('\n'),
    // What a script that two pages share opens may be a dialog on one of them alone.
    ...scripts.map(({element}) => `script ${[...opens, textOf(element)].join(' ')}`),
    ...new Set(controls),
    ...(operable.length <= few && elements.length <= small ? partsOf(elements) : []),
  ]
}

/** Controls that cost little to ask. */
const few = 6
/** Elements of a page that says little. */
const small = 80

/** What else a small page is built of, but for its words and its pictures: it may matter to its few controls. */
function partsOf(elements: readonly Standing[]): readonly string[] {
  const parts = elements.flatMap((one) => {
    const {tagName, properties} = one.element
    const isInBody = one.ancestors.some(({tagName: above}) => above === 'body')
    if (!isInBody || isControl(one) || isScript(one.element)) return []
    const said = Object.entries(properties).filter(([name]) => counting.test(name))
    return said.length === 0 ? [] : `part ${tagName} ${JSON.stringify(said)}`.replace(/\d+/g, '')
  })
  return [...new Set(parts)]
}

const counting = /^(?:className|role|aria[A-Z].*|style|hidden|inert|open|popover|contentEditable)$/

/** With what stands in shadow trees that are written in the page, styles of their own among it. */
function withShadows(elements: readonly Standing[]): readonly Standing[] {
  return elements.flatMap((one) => {
    const {tagName, properties, content} = one.element
    const isShadow = tagName === 'template' && content && 'shadowRootMode' in properties
    return isShadow ? [one, ...withShadows(elementsOf(content))] : [one]
  })
}

/** What counts on a page, and the head that is for all of it. */
function elementsThat({tree, counts}: NonNullable<Stand['part']>): readonly Standing[] {
  return elementsOf(tree).filter(
    ({element, ancestors}) => counts(element) || ancestors.some((one) => one.tagName === 'head'),
  )
}

function isControl({element}: Standing): boolean {
  return (
    /^(a|area|button|form|input|select|textarea|summary|iframe|audio|video)$/.test(
      element.tagName,
    ) ||
    attribute(element, 'tabIndex') !== undefined ||
    attribute(element, 'contentEditable') !== undefined
  )
}

/** One that stands in the page and runs. */
function isScript(element: Standing['element']): boolean {
  const type = attribute(element, 'type') ?? ''
  const runs = type === '' || type === 'module' || type.includes('javascript')
  return element.tagName === 'script' && runs && attribute(element, 'src') === undefined
}

/** What an element says itself of its looks and of what it answers. */
function ownLook({tagName, properties}: Standing['element']): string {
  const own = Object.entries(properties).flatMap(([name, value]) => {
    // A link's is often the page's own, and so is a number.
    if (name === 'id') return tagName === 'a' ? [] : [[name, String(value).replace(/\d+/g, '')]]
    if (/^(style|role|type|on[A-Z].*)$/.test(name)) return [[name, value]]
    // A script looks for it by that name; what it says is often the page's own.
    return /^(aria|data)[A-Z]/.test(name) ? [[name]] : []
  })
  return own.length === 0 ? '' : JSON.stringify(own)
}

function textOf(element: Standing['element']): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}
