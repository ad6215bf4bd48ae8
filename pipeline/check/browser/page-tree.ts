import type {PageBox, PageLook, PageMedia, PageNode, PageTree} from '../../model/page-tree.ts'
import {eyes} from './eyes.ts'
import {fixedSpacing} from './fixed-spacing.ts'
import {linkedFiles} from './linked-files.ts'
import {paintedCells} from './painted-cells.ts'
import {restlessText} from './restless-text.ts'
import {turnedParts} from './turned-parts.ts'

/** The part of axe-core that is used: it knows roles, names and what is hidden. */
interface Axe {
  setup(root: Element): unknown
  teardown(): void
  readonly utils: {getNodeFromTree(node: Element): unknown}
  readonly commons: {
    readonly aria: {getRole(node: unknown): string | null}
    readonly text: {accessibleTextVirtual(node: unknown): string}
    readonly table: {isDataTable(table: Element): boolean}
    readonly dom: {
      isVisibleToScreenReaders(node: unknown): boolean
      isVisibleOnScreen(node: unknown): boolean
      isFocusable(node: unknown): boolean
    }
  }
}

/** What `readPageTree` works with. */
export const treeTools = [eyes, turnedParts, fixedSpacing, restlessText, linkedFiles, paintedCells]

/** Runs in the page, beside axe-core and its tools. */
export async function readPageTree(): Promise<PageTree> {
  const {axe} = globalThis as unknown as {axe: Axe}
  const named =
    /^(link|button|heading|img|image|meter|progressbar|textbox|searchbox|combobox|listbox|checkbox|radio|switch|slider|spinbutton|region|dialog|group|radiogroup|form|table|tab|menuitem|option|graphics-document|graphics-symbol)$/
  const skipped = /^(script|style|noscript|template|head|meta|link|base)$/i
  const nodes: PageNode[] = []
  const indexes = new Map<Element, number>()
  const most = 20_000
  const hasLowButtons = [...document.querySelectorAll('button, [role=button]')].some(isLow)
  await Promise.all([...document.querySelectorAll('audio, video')].map(isLoaded))
  axe.setup(document.documentElement)
  try {
    walk(document.documentElement, -1)
  } finally {
    axe.teardown()
  }
  const scripts = [...document.scripts].map(({text}) => text)
  return {
    title: document.title,
    url: location.href,
    nodes,
    scripts: scripts
      .filter((text) =>
        /\bkey|\bcode\b|charCode|device(motion|orientation)|\bopen\s*\(|(fill|stroke)Text|\bsetTimeout\b[^]*\blocation\b|\bchange\b[^]*\b(location|submit|requestSubmit)\b|\blocation\b[^]*\b(on)?change\b|\b(on)?focus(in)?\b[^]*\b(location|submit|requestSubmit)\b|\b(on)?paste\b/i.test(
          text,
        ),
      )
      .map((text) => text.slice(0, 20_000)),
    turned: galleyTurned({nodes, indexes}),
    spaced: galleySpaced({nodes, indexes}),
    restless: await galleyRestless({nodes, indexes}),
    ...(await galleyLinked({nodes, indexes})),
  }

  function walk(element: Element, parent: number): void {
    if (nodes.length >= most) return
    const tag = element.localName
    const keepsWords = !skipped.test(tag)
    indexes.set(element, nodes.length)
    const index = nodes.push(keepsWords ? read(element, parent) : bare(element, parent)) - 1
    if (!keepsWords && tag !== 'head') return
    for (const child of childrenOf(element)) {
      if (child instanceof Element) walk(child, index)
      else if (tag !== 'head') readText(child, index)
    }
  }

  function childrenOf(element: Element): readonly Node[] {
    if (element.localName === 'slot' && element.getRootNode() instanceof ShadowRoot) {
      const assigned = (element as HTMLSlotElement).assignedNodes()
      if (assigned.length > 0) return assigned
    }
    return [...(element.shadowRoot ?? element).childNodes]
  }

  function bare(element: Element, parent: number): PageNode {
    const {localName: tag} = element
    const attributes = attributesOf(element)
    const isOfShadow = element.getRootNode() instanceof ShadowRoot || element.assignedSlot !== null
    return {
      parent,
      tag,
      attributes,
      role: '',
      seen: false,
      heard: false,
      focusable: false,
      ...(isOfShadow && {selector: globalThis.galleyEyes.selectorOf(element)}),
    }
  }

  function read(element: Element, parent: number): PageNode {
    const node = axe.utils.getNodeFromTree(element)
    const plain = bare(element, parent)
    if (!node) return plain
    const {aria, dom, text} = axe.commons
    const role = aria.getRole(node) ?? ''
    const tag = plain.tag
    const takesName =
      named.test(role) ||
      /^(iframe|input|select|textarea|img|svg|canvas|video|audio|fieldset)$/.test(tag)
    const styled = styledWords(element)
    return {
      ...plain,
      role,
      ...(takesName && {name: text.accessibleTextVirtual(node).replace(/\s+/g, ' ').trim()}),
      seen: dom.isVisibleOnScreen(node) && !isForEars(element),
      heard: dom.isVisibleToScreenReaders(node),
      focusable: dom.isFocusable(node) || isFocusableToo(element),
      ...(styled !== '' && {styled}),
      ...(isDot(element) && {dot: true as const}),
      ...drawnAs(element),
      ...columnsOf(element),
      ...(hasWords(element) && {look: lookOf(element)}),
      ...(tag === 'table' && {data: axe.commons.table.isDataTable(element)}),
      ...(element instanceof HTMLMediaElement && {media: mediaOf(element)}),
      ...(element instanceof HTMLIFrameElement && {shows: shownIn(element)}),
      ...sizeOf(element),
      ...boxOf(element),
      ...paintedIn(element),
      ...groundOf(element),
      ...wrongness(element),
      ...lostness(element),
    }
  }

  /** axe-core looks for a label by the id, and takes any element that has it. */
  function lostness(element: Element): {readonly lost?: true} {
    if (!element.matches('input, select, textarea') || element.id === '') return {}
    const labels = 'labels' in element && element.labels instanceof NodeList ? element.labels : []
    const isNamed = ['aria-label', 'aria-labelledby', 'title', 'placeholder'].some((name) =>
      element.getAttribute(name)?.trim(),
    )
    const isButton = element.matches(
      '[type=hidden], [type=submit], [type=button], [type=reset], [type=image]',
    )
    if (labels.length > 0 || isNamed || isButton) return {}
    const root = element.getRootNode() as Document | ShadowRoot
    const label = root.querySelector(`label[for="${CSS.escape(element.id)}"]`)
    const first = root.querySelector(`#${CSS.escape(element.id)}`)
    return label?.textContent?.trim() && first !== element ? {lost: true} : {}
  }

  /** As good as transparent, and a pointer goes through to what is drawn below: it stands for that, for screen readers. */
  function isForEars(element: Element): boolean {
    const {opacity, pointerEvents} = getComputedStyle(element)
    return Number(opacity) <= 0.01 && pointerEvents === 'none'
  }

  /** What axe-core leaves out, though Tab comes by: what can be written in, and players. */
  function isFocusableToo(element: Element): boolean {
    const written = '[contenteditable=""], [contenteditable=true], [contenteditable=plaintext-only]'
    return element.matches(`${written}, audio[controls], video[controls]`) && isShown(element)
  }

  function isShown(element: Element): boolean {
    return element.checkVisibility({visibilityProperty: true}) && !element.closest('[inert]')
  }

  /** What stands in a frame's document, where it is one of this site. */
  function shownIn(frame: HTMLIFrameElement): PageNode['shows'] {
    const {contentDocument: inner} = frame
    if (!inner?.body) return undefined
    const controls = 'a[href], button, input, select, textarea, summary, [tabindex]'
    const stops = [...inner.querySelectorAll<HTMLElement>(controls)].filter(
      (one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility(),
    ).length
    return {words: inner.body.innerText.replace(/\s+/g, ' ').trim().slice(0, 2000), stops}
  }

  /** How large a picture or a film is shown. */
  function sizeOf(element: Element): {readonly size?: number} {
    if (!/^(img|svg|canvas|video)$/.test(element.localName)) return {}
    const {width, height} = element.getBoundingClientRect()
    return {size: Math.round(Math.min(width, height))}
  }

  function isLow(element: Element): boolean {
    const {width, height} = element.getBoundingClientRect()
    return Math.min(width, height) > 0 && Math.min(width, height) < 20
  }

  function boxOf(element: Element): {readonly box?: PageBox} {
    const controls = 'a[href], button, input, select, textarea, summary, [tabindex], [role=button]'
    if (!hasLowButtons || !element.matches(controls)) return {}
    const {left, top, width, height} = element.getBoundingClientRect()
    const [x, y] = [left + scrollX, top + scrollY].map(Math.round)
    return {box: {left: x ?? 0, top: y ?? 0, width: Math.round(width), height: Math.round(height)}}
  }

  function paintedIn(element: Element): {readonly painted?: string} {
    const painted = element.localName === 'td' ? galleyPainted(element) : ''
    return painted === '' ? {} : {painted}
  }

  /** By what its author calls it, and by its frame; frameworks call a field so before it is touched. */
  function wrongness(element: Element): {readonly wrong?: true} {
    if (!element.matches('input, select, textarea')) return {}
    const isCalled = [...element.classList].some((one) =>
      /^(?!ng-)(.*[-_])?(invalid|errors?|wrong)$/i.test(one),
    )
    if (!isCalled) return {}
    const {borderTopColor, borderTopStyle} = getComputedStyle(element)
    const isRed = borderTopStyle !== 'none' && namedColour(borderTopColor).colour === 'red'
    return isRed ? {wrong: true} : {}
  }

  /** The colour behind a cell or its row, pale ones too: they are beside others. */
  function groundOf(element: Element): {readonly ground?: string} {
    if (element.localName !== 'td') return {}
    const grounds = [element, element.parentElement ?? element].map(
      (one) => getComputedStyle(one).backgroundColor,
    )
    const own = grounds.find((one) => one.startsWith('rgb(')) ?? ''
    const [red = 0, green = 0, blue = 0] = (own.match(/\d+/g) ?? []).map(Number)
    const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)]
    if (high - low < 20) return {}
    const middle = (red + green + blue - high - low - low) / (high - low)
    if (red === high && middle < 0.35) return {ground: 'red'}
    if (red === high && green > blue) return {ground: middle < 0.7 ? 'orange' : 'yellow'}
    if (green === high && middle < 0.7) return {ground: 'green'}
    return blue === high && middle < 0.8 ? {ground: 'blue'} : {}
  }

  function readText(node: Node, parent: number): void {
    if (node.nodeType !== Node.TEXT_NODE) return
    const above = nodes[parent]
    const value = node.nodeValue ?? ''
    const text = above?.tag === 'pre' ? value : value.replace(/[^\S\u00A0]+/g, ' ')
    if (text === '' || !above) return
    const {seen, heard} = above
    nodes.push({
      parent,
      tag: '#text',
      attributes: {},
      role: '',
      text,
      seen,
      heard,
      focusable: false,
    })
  }

  function attributesOf(element: Element): Record<string, string> {
    const found: Record<string, string> = {}
    // A form's own `attributes` are its field of that name.
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? ''
      if (name === 'style' || name === 'd' || name === 'class' || name.startsWith('data-')) continue
      found[name] = value.length > 2000 ? value.slice(0, 2000) : value
    }
    return found
  }

  function drawnAs(element: Element): {readonly drawn?: string} {
    const {display, position} = getComputedStyle(element)
    if (element instanceof HTMLCanvasElement)
      return position === 'static' && !isBlank(element) ? {drawn: 'canvas'} : {}
    const isPart = /^table-(row|cell)$/.test(display) && !/^t[hdr]$/.test(element.localName)
    return isPart ? {drawn: display} : {}
  }

  function columnsOf(element: Element): {readonly columns?: number} {
    const {display, gridTemplateColumns} = getComputedStyle(element)
    // Names of lines stand between the widths.
    const widths = gridTemplateColumns.split(' ').filter((one) => one.endsWith('px'))
    return display === 'grid' && widths.length > 1 ? {columns: widths.length} : {}
  }

  /** Nothing has been drawn on it, or it may not be read. */
  function isBlank(canvas: HTMLCanvasElement): boolean {
    const {width, height} = canvas
    if (width * height === 0 || width * height > 4_000_000) return true
    const pen = new OffscreenCanvas(width, height).getContext('2d', {willReadFrequently: true})
    try {
      pen?.drawImage(canvas, 0, 0)
      const pixels = pen?.getImageData(0, 0, width, height).data.buffer
      return pixels === undefined || new Uint32Array(pixels).every((pixel) => pixel === 0)
    } catch {
      return true
    }
  }

  function hasWords({childNodes}: Element): boolean {
    return [...childNodes].some(
      (child) => child.nodeType === Node.TEXT_NODE && /\S/.test(child.nodeValue ?? ''),
    )
  }

  function lookOf(element: Element): PageLook {
    const style = getComputedStyle(element)
    return {
      size: parseFloat(style.fontSize),
      bold: Number(style.fontWeight) >= 600,
      italic: style.fontStyle !== 'normal',
      underlined: style.textDecorationLine.includes('underline'),
      ...(style.textDecorationLine.includes('line-through') &&
        !element.closest('del, s, strike') && {struck: true as const}),
      capitals: style.textTransform === 'uppercase',
      justified: style.textAlign === 'justify',
      direction: style.direction,
      ...namedColour(style.color),
    }
  }

  /** Red, green or blue as anybody would say: one of the three far above the others, or below. */
  function namedColour(colour: string): {readonly colour?: string} {
    if (!colour.startsWith('rgb')) return {}
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
    const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)]
    if (high - low < 60) return {}
    if (red === high && green < red * 0.45 && blue < red * 0.45) return {colour: 'red'}
    if (green === high && red < green * 0.7) return {colour: 'green'}
    if (blue === high && red < blue * 0.6) return {colour: 'blue'}
    if (red === high && green > red * 0.45 && blue < red * 0.3) return {colour: 'orange'}
    return {}
  }

  function isDot(element: Element): boolean {
    if (!element.matches('[tabindex][aria-hidden=true]:empty')) return false
    const {width, height} = element.getBoundingClientRect()
    return width <= 1 && height <= 1
  }

  function styledWords(element: Element): string {
    const words = ['::before', '::after'].map((part) => {
      const {content} = getComputedStyle(element, part)
      const [, inner] = /^"((?:[^"\\]|\\.)*)"$/.exec(content) ?? []
      return inner ?? ''
    })
    return words.join(' ').trim()
  }

  function mediaOf(element: HTMLMediaElement): PageMedia {
    const {muted, paused, duration, currentSrc, src} = element
    const source = currentSrc || src || (element.querySelector('source')?.src ?? '')
    const sound = soundOf(element)
    return {muted, paused, duration: Number.isFinite(duration) ? duration : -1, source, sound}
  }

  /** Whether there is sound is known once the file begins to arrive. */
  async function isLoaded(media: Element): Promise<unknown> {
    const {readyState, networkState} = media as HTMLMediaElement
    if (readyState > 0 || networkState !== HTMLMediaElement.NETWORK_LOADING) return
    return new Promise((resolve) => {
      for (const event of ['loadedmetadata', 'error']) media.addEventListener(event, resolve)
      setTimeout(resolve, 1500)
    })
  }

  function soundOf(element: HTMLMediaElement): boolean | null {
    // `captureStream` is newer than the types.
    const {captureStream, readyState} = element as HTMLMediaElement & {
      readonly captureStream?: () => MediaStream
    }
    if (!captureStream || readyState === 0) return null
    try {
      const tracks = captureStream.call(element).getTracks()
      for (const track of tracks) track.stop()
      return tracks.length === 0 ? null : tracks.some(({kind}) => kind === 'audio')
    } catch {
      return null
    }
  }
}
