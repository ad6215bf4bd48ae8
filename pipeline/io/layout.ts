import type {Box, Layout} from '../model/layout.ts'

/** Everything that can be seen of an element, as far as its style decides it. */
const properties = [
  ...wordsOf(`
    font-size font-family font-weight font-style font-variant font-stretch font-feature-settings
    font-variation-settings font-kerning -webkit-text-fill-color -webkit-text-stroke-width
    text-emphasis-style line-height letter-spacing word-spacing color text-align text-indent text-transform text-shadow
    text-decoration-line text-decoration-color text-decoration-style text-decoration-thickness
    text-underline-offset text-overflow text-wrap white-space word-break overflow-wrap hyphens
    writing-mode direction list-style-type list-style-image list-style-position vertical-align
    background-color background-image background-size background-position background-repeat
    background-clip border-image-source border-collapse border-spacing opacity backdrop-filter zoom box-shadow filter mix-blend-mode clip-path mask-image
    transform translate rotate scale clip display position z-index float overflow-x overflow-y
    min-width max-width min-height max-height column-count column-gap row-gap flex-direction flex-wrap flex-grow order justify-content
    align-items align-self justify-self object-fit
    object-position outline-style outline-width outline-color`),
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => [
    `padding-${side}`,
    `border-${side}-width`,
    `border-${side}-style`,
    `border-${side}-color`,
  ]),
  ...['top-left', 'top-right', 'bottom-right', 'bottom-left'].map(
    (corner) => `border-${corner}-radius`,
  ),
]

/** As they are specified: what a browser makes of them follows from everything around. */
const specified = wordsOf(`
    width height aspect-ratio flex-basis margin-top margin-right margin-bottom margin-left
    top right bottom left grid-template-columns grid-template-rows grid-column-start grid-row-start`)

function wordsOf(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}

/** What `readLayout` is given. */
export type LayoutQuestion = {
  readonly properties: readonly string[]
  readonly specified: readonly string[]
  /** Selectors of what is masked. */
  readonly masks: readonly string[]
}

/** The question about a page of which these parts are masked. */
export function layoutQuestion(masks: readonly string[]): LayoutQuestion {
  return {properties, specified, masks}
}

/** Runs in the page, by itself. Leaves no trace. */
export function readLayout({properties: names, specified: sizes, masks}: LayoutQuestion): Layout {
  const boxes: Box[] = []
  const selectors: string[] = []
  const hidden = new Map<string, string>()
  const styles = new Map<string, number>()
  const values: (readonly string[])[] = []
  const most = 8000
  const parts = ['::before', '::after', '::marker', '::first-letter', '::first-line']
  const placed = ['::before', '::after']
  const covered = new Set(masks.flatMap((mask) => [...document.querySelectorAll(mask)]))
  visit(document.documentElement, -1, 'html')
  const loaded = [...document.fonts].filter(({status}) => status === 'loaded')
  return {
    properties: [...names, ...sizes, ...parts, 'picture', ...placed.map((part) => `${part} place`)],
    styles: values,
    fonts: [...new Set(loaded.map(({family}) => family.replace(/^["']|["']$/g, '')))].sort(),
    boxes,
    ...(hidden.size > 0 && {hidden: [...hidden.keys()].sort()}),
    selectors,
    hiddenAt: Object.fromEntries(hidden),
  }

  function visit(element: Element, parent: number, path: string): void {
    if (/^(head|script|style|template|noscript|title)$/i.test(element.localName)) return
    const style = getComputedStyle(element)
    if (boxes.length >= most) return
    const isSeen = element.checkVisibility({opacityProperty: true, visibilityProperty: true})
    const {left, top, width, height} = element.getBoundingClientRect()
    const masked = covered.has(element)
    let own = parent
    const text = masked ? '' : textOf(element)
    if ((isSeen || masked) && width > 0 && height > 0) {
      own = boxes.length
      selectors.push(path)
      boxes.push({
        parent,
        tag: element.localName,
        // A form's own `id` is its field of that name.
        id: element.getAttribute('id') ? `#${element.getAttribute('id')}` : '',
        text: toldOf(element, text).slice(0, 400),
        hash: /^(img|svg)$/.test(element.localName) || text === '' ? '' : hashOf(text),
        style: styleOf(element, style),
        x: Math.round(left + scrollX),
        y: Math.round(top + scrollY),
        w: Math.round(width),
        h: Math.round(height),
        ...(masked && {masked: true as const}),
      })
    } else if (text !== '' && hidden.size < most) {
      hidden.set(`${element.localName} ${hashOf(text)}`, path)
    }
    if (masked || element.localName === 'svg') return
    for (const [index, child] of [...element.querySelectorAll(':scope > *')].entries()) {
      const {localName} = child
      const id = child.getAttribute('id') ?? ''
      // Some are never found by their id, or not alone.
      const isNamed = /^[^\s>]+$/.test(id) && document.getElementById(id) === child
      visit(child, own, isNamed ? `#${id}` : `${path} > ${localName}:nth-child(${index + 1})`)
    }
  }

  function textOf(element: Element): string {
    if (element instanceof HTMLImageElement) return element.alt
    if (element.localName === 'svg') return element.getAttribute('aria-label') ?? ''
    return ownWords(element).join(' ').replace(/\s+/g, ' ').trim()
  }

  /** As people are told it: with a mark where other elements' words stand between. */
  function toldOf(element: Element, text: string): string {
    if (text === '' || /^(img|svg)$/.test(element.localName)) return text
    const words = [...element.childNodes].map((node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? ''
      return node instanceof Element && isRead(node) ? '…' : ' '
    })
    return words.join('').replace(/\s+/g, ' ').trim()
  }

  function isRead(element: Element): boolean {
    const {width, height} = element.getBoundingClientRect()
    return element.textContent.trim() !== '' && Math.min(width, height) > 1
  }

  function ownWords(element: Element): readonly string[] {
    return [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.nodeValue ?? '')
  }

  function styleOf(element: Element, style: CSSStyleDeclaration): number {
    const map = element.computedStyleMap()
    const list = [
      ...names.map((name) => style.getPropertyValue(name)),
      ...sizes.map((name) => String(map.get(name) ?? '')),
      ...parts.map((part) => generated(element, part, style)),
      pictureOf(element),
      ...placed.map((part) => placeOf(element, part)),
    ]
    const key = list.join('\n')
    const known = styles.get(key)
    if (known !== undefined) return known
    styles.set(key, values.length)
    values.push(list)
    return values.length - 1
  }

  /** What a style sheet puts before or behind an element's own, and how it sets off parts of that. */
  function generated(element: Element, pseudo: string, own: CSSStyleDeclaration): string {
    const isMarker = pseudo === '::marker'
    if (isMarker && own.display !== 'list-item') return ''
    const style = getComputedStyle(element, pseudo)
    const {content} = style
    const looks = ['color', 'background-color', 'background-image', 'width', 'height', 'font-size']
    if (/^::(before|after)$/.test(pseudo)) {
      if (content === 'none' || content === 'normal' || style.display === 'none') return ''
      return [content, ...looks.map((name) => style.getPropertyValue(name))].join(' ')
    }
    const others = ['color', 'background-color', 'font-size', 'font-weight'].filter(
      (name) => style.getPropertyValue(name) !== own.getPropertyValue(name),
    )
    const said = others.map((name) => `${name} ${style.getPropertyValue(name)}`)
    return [...(isMarker && content !== 'normal' ? [content] : []), ...said].join(' ')
  }

  /** Where a style sheet puts it, and how it sets it off, as far as that is not what it is anyway. */
  function placeOf(element: Element, pseudo: string): string {
    const style = getComputedStyle(element, pseudo)
    const {content, position, display} = style
    if (content === 'none' || content === 'normal' || display === 'none') return ''
    const sides = ['top', 'right', 'bottom', 'left']
    const edges = sides.flatMap((side) => [
      `margin-${side}`,
      `padding-${side}`,
      `border-${side}-width`,
      `border-${side}-style`,
    ])
    const set = 'transform translate rotate scale opacity order float border-radius'.split(' ')
    const usual = /^(auto|none|0px|0|1)$/
    const place = position === 'static' ? [] : sides
    return [
      ...(position === 'static' ? [] : [`position:${position}`]),
      ...place.map((side) => `${side}:${Math.round(parseFloat(style.getPropertyValue(side)))}px`),
      ...[...edges, ...set]
        .map((name) => [name, style.getPropertyValue(name)] as const)
        .filter(([, value]) => !usual.test(value))
        .map(([name, value]) => `${name}:${value.replaceAll(' ', '')}`),
    ].join(' ')
  }

  function pictureOf(element: Element): string {
    if (!(element instanceof HTMLImageElement)) return ''
    if (element.naturalWidth === 0) return 'missing'
    const {currentSrc, naturalWidth, naturalHeight} = element
    const name = currentSrc.startsWith('data:') ? hashOf(currentSrc) : currentSrc.split('/').at(-1)
    return `${name} ${naturalWidth} × ${naturalHeight}`
  }

  /** FNV-1a, twice, for 16 hex digits. */
  function hashOf(text: string): string {
    let [one, two] = [0x811c9dc5, 0x01234567]
    for (let at = 0; at < text.length; at++) {
      one = Math.imul(one ^ text.charCodeAt(at), 0x01000193)
      two = Math.imul(two ^ text.charCodeAt(at), 0x01000193) + 7
    }
    return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
  }
}
