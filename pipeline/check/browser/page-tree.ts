import type {PageLook, PageMedia, PageNode, PageTree} from '../../model/page-tree.ts'

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

/** Runs in the page, by itself, beside axe-core. */
export async function readPageTree(): Promise<PageTree> {
  const {axe} = globalThis as unknown as {axe: Axe}
  const named =
    /^(link|button|heading|img|image|textbox|searchbox|combobox|listbox|checkbox|radio|switch|slider|spinbutton|region|dialog|group|radiogroup|form|table|tab|menuitem|option|graphics-document|graphics-symbol)$/
  const skipped = /^(script|style|noscript|template|head|meta|link|base)$/i
  const nodes: PageNode[] = []
  const indexes = new Map<Element, number>()
  const most = 20_000
  axe.setup(document.documentElement)
  try {
    walk(document.documentElement, -1)
  } finally {
    axe.teardown()
  }
  return {
    title: document.title,
    url: location.href,
    nodes,
    scripts: [...document.scripts]
      .map(({text}) => text)
      .filter((text) => /key(down|press|up)|device(motion|orientation)/i.test(text))
      .map((text) => text.slice(0, 20_000)),
    turned: turned(),
    alike: await alike(),
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

  function turned(): PageTree['turned'] {
    const found: {node: number; orientation: string}[] = []
    const look = (rules: CSSRuleList, orientation: string) => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule) {
          const [, own] = /orientation:\s*(portrait|landscape)/.exec(rule.conditionText) ?? []
          look(rule.cssRules, own ?? orientation)
        } else if (rule instanceof CSSStyleRule && orientation !== '') {
          const {transform, rotate} = rule.style
          const angle = angleOf(transform || (rotate && `rotate(${rotate})`))
          if (Math.abs((((angle % 180) + 180) % 180) - 90) > 2) continue
          for (const element of document.querySelectorAll(rule.selectorText)) {
            const node = indexes.get(element)
            if (node !== undefined) found.push({node, orientation})
          }
        }
      }
    }
    for (const sheet of document.styleSheets) {
      try {
        look(sheet.cssRules, '')
      } catch {
        // A sheet of another site does not show its rules.
      }
    }
    return found
  }

  function angleOf(transform: string): number {
    try {
      const {a, b} = new DOMMatrix(transform)
      return (Math.atan2(b, a) * 180) / Math.PI
    } catch {
      return 0
    }
  }

  function bare(element: Element, parent: number): PageNode {
    const {localName: tag} = element
    const attributes = attributesOf(element)
    return {parent, tag, attributes, role: '', seen: false, heard: false, focusable: false}
  }

  function read(element: Element, parent: number): PageNode {
    const node = axe.utils.getNodeFromTree(element)
    const plain = bare(element, parent)
    if (!node) return plain
    const {aria, dom, text} = axe.commons
    const role = aria.getRole(node) ?? ''
    const tag = plain.tag
    const takesName =
      named.test(role) || /^(iframe|input|select|textarea|img|svg|video|audio|fieldset)$/.test(tag)
    const styled = styledWords(element)
    return {
      ...plain,
      role,
      ...(takesName && {name: text.accessibleTextVirtual(node).replace(/\s+/g, ' ').trim()}),
      seen: dom.isVisibleOnScreen(node),
      heard: dom.isVisibleToScreenReaders(node),
      focusable: dom.isFocusable(node),
      ...(styled !== '' && {styled}),
      ...(hasWords(element) && {look: lookOf(element)}),
      ...(tag === 'table' && {data: axe.commons.table.isDataTable(element)}),
      ...(element instanceof HTMLMediaElement && {media: mediaOf(element)}),
    }
  }

  function readText(node: Node, parent: number): void {
    if (node.nodeType !== Node.TEXT_NODE) return
    const text = (node.nodeValue ?? '').replace(/\s+/g, ' ')
    const above = nodes[parent]
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
    for (const {name, value} of element.attributes) {
      if (name === 'style' || name === 'd' || name === 'class' || name.startsWith('data-')) continue
      found[name] = value.length > 2000 ? value.slice(0, 2000) : value
    }
    return found
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
      capitals: style.textTransform === 'uppercase',
      justified: style.textAlign === 'justify',
      direction: style.direction,
    }
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
    return {muted, paused, duration: Number.isFinite(duration) ? duration : -1, source}
  }

  /** Pairs of addresses of one site, linked by one name, whose files are the same. */
  async function alike(): Promise<readonly string[]> {
    const byName = new Map<string, Set<string>>()
    for (const {role, name, attributes} of nodes) {
      const href = attributes['href']
      if (role !== 'link' || !name || !href || !URL.canParse(href, document.baseURI)) continue
      const url = new URL(href, document.baseURI)
      if (url.origin !== location.origin) continue
      const key = name.toLowerCase()
      byName.set(key, (byName.get(key) ?? new Set()).add(url.href))
    }
    const pairs: string[] = []
    let asked = 0
    for (const urls of byName.values()) {
      if (urls.size < 2 || (asked += urls.size) > 40) continue
      const texts = await Promise.all(
        [...urls].map(async (url) => [url, await textAt(url)] as const),
      )
      for (const [one, a] of texts) {
        for (const [other, b] of texts) {
          if (one < other && a !== '' && a === b) pairs.push(`${one}\n${other}`)
        }
      }
    }
    return pairs
  }

  async function textAt(url: string): Promise<string> {
    try {
      const response = await fetch(url)
      return response.ok ? await response.text() : ''
    } catch {
      return ''
    }
  }
}
