import type {Box, Layout} from '../model/layout.ts'

/** Everything that can be seen of an element, as far as its style decides it. */
const properties = [
  ...wordsOf(`
    font-size font-family font-weight font-style font-variant font-stretch font-feature-settings
    line-height letter-spacing word-spacing color text-align text-indent text-transform text-shadow
    text-decoration-line text-decoration-color text-decoration-style text-decoration-thickness
    text-underline-offset text-overflow text-wrap white-space word-break overflow-wrap hyphens
    writing-mode direction list-style-type vertical-align background-color background-image
    background-size background-position opacity box-shadow filter mix-blend-mode clip-path mask-image
    transform display position float overflow-x overflow-y max-width min-height column-count
    column-gap row-gap flex-direction flex-wrap justify-content align-items object-fit
    object-position outline-style outline-width outline-color`),
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => [
    `margin-${side}`,
    `padding-${side}`,
    `border-${side}-width`,
    `border-${side}-style`,
    `border-${side}-color`,
  ]),
  ...['top-left', 'top-right', 'bottom-right', 'bottom-left'].map(
    (corner) => `border-${corner}-radius`,
  ),
]

function wordsOf(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}

/** What `readLayout` is given. */
export type LayoutQuestion = {
  readonly properties: readonly string[]
  /** Selectors of what is masked. */
  readonly masks: readonly string[]
}

/** The question about a page of which these parts are masked. */
export function layoutQuestion(masks: readonly string[]): LayoutQuestion {
  return {properties, masks}
}

/** Runs in the page, by itself. Leaves no trace. */
export function readLayout({properties: names, masks}: LayoutQuestion): Layout {
  const boxes: Box[] = []
  const styles = new Map<string, number>()
  const values: (readonly string[])[] = []
  const most = 8000
  const covered = new Set(masks.flatMap((mask) => [...document.querySelectorAll(mask)]))
  visit(document.documentElement, -1)
  const loaded = [...document.fonts].filter(({status}) => status === 'loaded')
  return {
    properties: [...names, '::before', '::after', 'picture'],
    styles: values,
    fonts: [...new Set(loaded.map(({family}) => family.replace(/^["']|["']$/g, '')))].sort(),
    boxes,
  }

  function visit(element: Element, parent: number): void {
    if (/^(head|script|style|template|noscript|title)$/i.test(element.localName)) return
    const style = getComputedStyle(element)
    if (style.display === 'none' || boxes.length >= most) return
    const isSeen = element.checkVisibility({opacityProperty: true, visibilityProperty: true})
    const {left, top, width, height} = element.getBoundingClientRect()
    const masked = covered.has(element)
    let own = parent
    if ((isSeen || masked) && width > 0 && height > 0) {
      own = boxes.length
      const text = masked ? '' : textOf(element)
      boxes.push({
        parent,
        tag: element.localName,
        // A form's own `id` is its field of that name.
        id: element.getAttribute('id') ? `#${element.getAttribute('id')}` : '',
        text: text.slice(0, 400),
        hash: /^(img|svg)$/.test(element.localName) || text === '' ? '' : hashOf(text),
        style: styleOf(element, style),
        x: Math.round(left + scrollX),
        y: Math.round(top + scrollY),
        w: Math.round(width),
        h: Math.round(height),
        ...(masked && {masked: true as const}),
      })
    }
    if (masked || element.localName === 'svg') return
    for (const child of element.children) visit(child, own)
  }

  function textOf(element: Element): string {
    if (element instanceof HTMLImageElement) return element.alt
    if (element.localName === 'svg') return element.getAttribute('aria-label') ?? ''
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
    return own
      .map((node) => node.nodeValue ?? '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
  }

  function styleOf(element: Element, style: CSSStyleDeclaration): number {
    const list = [
      ...names.map((name) => style.getPropertyValue(name)),
      generated(element, '::before'),
      generated(element, '::after'),
      pictureOf(element),
    ]
    const key = list.join('\n')
    const known = styles.get(key)
    if (known !== undefined) return known
    styles.set(key, values.length)
    values.push(list)
    return values.length - 1
  }

  /** What a style sheet puts before or behind an element's own. */
  function generated(element: Element, pseudo: string): string {
    const style = getComputedStyle(element, pseudo)
    const {content} = style
    if (content === 'none' || content === 'normal') return ''
    const looks = ['color', 'background-color', 'background-image', 'width', 'height', 'font-size']
    return [content, ...looks.map((name) => style.getPropertyValue(name))].join(' ')
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
