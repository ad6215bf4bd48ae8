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
    /^(link|button|heading|img|image|meter|progressbar|textbox|searchbox|combobox|listbox|checkbox|radio|switch|slider|spinbutton|region|dialog|group|radiogroup|form|table|tab|menuitem|option|graphics-document|graphics-symbol)$/
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
  const scripts = [...document.scripts].map(({text}) => text)
  return {
    title: document.title,
    url: location.href,
    nodes,
    scripts: scripts
      .filter((text) =>
        /\bkey|\bcode\b|charCode|device(motion|orientation)|\bopen\s*\(/i.test(text),
      )
      .map((text) => text.slice(0, 20_000)),
    turned: turned(),
    spaced: spaced(),
    restless: await restless(scripts.filter((text) => /setInterval|setTimeout/.test(text))),
    alike: await alike(),
    wordless: await wordlessTracks(),
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
    type Angles = {portrait?: number; landscape?: number}
    const angles = new Map<Element, Angles>()
    const look = (rules: CSSRuleList, orientation: '' | keyof Angles) => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule) {
          if (/^print\b/.test(rule.conditionText)) continue
          const [, own] = /orientation:\s*(portrait|landscape)/.exec(rule.conditionText) ?? []
          look(rule.cssRules, own === 'portrait' || own === 'landscape' ? own : orientation)
        } else if (rule instanceof CSSStyleRule) {
          const {transform, rotate} = rule.style
          if ((!transform && !rotate) || rule.style.display === 'none') continue
          const angle = angleOf(transform || `rotate(${rotate})`)
          for (const element of document.querySelectorAll(rule.selectorText)) {
            const before = angles.get(element)
            const both = {portrait: angle, landscape: angle}
            angles.set(element, {...before, ...(orientation ? {[orientation]: angle} : both)})
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
    return [...angles].flatMap(([element, {portrait = 0, landscape = 0}]) => {
      const node = indexes.get(element)
      const between = (((portrait - landscape) % 180) + 180) % 180
      if (node === undefined || Math.abs(between - 90) > 2) return []
      const orientation = Math.abs(portrait % 180) > 2 ? 'portrait' : 'landscape'
      return [{node, orientation}]
    })
  }

  /** Declarations in a style attribute that a reader's own style sheet cannot change. */
  function spaced(): PageTree['spaced'] {
    const properties = ['letter-spacing', 'word-spacing', 'line-height'] as const
    return [...document.querySelectorAll<HTMLElement>('[style*="important" i]')].flatMap(
      (element) => {
        const node = indexes.get(element)
        if (node === undefined) return []
        return properties.flatMap((property) => {
          if (element.style.getPropertyPriority(property) !== 'important') return []
          const ratios = wordsOf(element).flatMap((text) => {
            const parent = text.parentElement
            if (!parent || !takes(parent, element, property)) return []
            if (property === 'line-height' && !isWrapped(text)) return []
            const style = getComputedStyle(parent)
            const value = style.getPropertyValue(property)
            const size = parseFloat(style.fontSize)
            if (value === 'normal') return [property === 'line-height' ? 1.2 : 0]
            return [parseFloat(value) / size]
          })
          return ratios.length > 0 ? [{node, property, least: Math.min(...ratios)}] : []
        })
      },
    )
  }

  /** Whether nothing between the two declares the property again. */
  function takes(from: Element, to: Element, property: string): boolean {
    for (let at: Element | null = from; at && at !== to; at = at.parentElement) {
      if (at instanceof HTMLElement && at.style.getPropertyPriority(property) === 'important')
        return false
      const [own, above] = [at, at.parentElement].map((one) => one && getComputedStyle(one))
      const isSame = own?.getPropertyValue(property) === above?.getPropertyValue(property)
      if (!isSame && own?.fontSize === above?.fontSize) return false
    }
    return true
  }

  function wordsOf(element: Element): readonly Text[] {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    for (let at = walker.nextNode(); at; at = walker.nextNode()) {
      const index = at.parentElement ? indexes.get(at.parentElement) : undefined
      if (at instanceof Text && at.data.trim() && nodes[index ?? -1]?.seen) found.push(at)
    }
    return found
  }

  /** Whether a text runs over several lines. */
  function isWrapped(text: Text): boolean {
    const range = document.createRange()
    range.selectNodeContents(text)
    return new Set([...range.getClientRects()].map(({top}) => Math.round(top))).size > 1
  }

  /** Texts that change again and again while nobody does anything. */
  async function restless(timed: readonly string[]): Promise<readonly number[]> {
    if (timed.length === 0) return []
    const changes = new Map<Element, {readonly texts: Set<string>; last: number}>()
    const observer = new MutationObserver((records) => {
      for (const {target} of records) {
        const element = target instanceof Element ? target : target.parentElement
        if (!element || !indexes.has(element)) continue
        const {texts} = changes.get(element) ?? {texts: new Set<string>()}
        texts.add(element.textContent ?? '')
        changes.set(element, {texts, last: performance.now()})
      }
    })
    observer.observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
    })
    // Two changes are seen within two and a half of the shortest beats that a script names.
    const beats = [...timed.join('\n').matchAll(/[,(]\s*(\d{2,5})\s*\)/g)].map(([, beat]) =>
      Number(beat),
    )
    const patience = Math.min(8_000, Math.max(1_500, 2.5 * Math.min(...beats, 3_000)))
    const start = performance.now()
    await restlessSince(0, start + patience)
    // What may end by itself has five seconds to do so.
    const mayEnd = timed.some((text) => /clear(Interval|Timeout)|setTimeout/.test(text))
    const since = mayEnd && restlessNow(0).length > 0 ? start + 5_000 : 0
    if (since > 0) await restlessSince(since, since + patience)
    observer.disconnect()
    return restlessNow(since).flatMap((element) => {
      const index = indexes.get(element)
      return index !== undefined && nodes[index]?.seen ? [index] : []
    })

    function restlessNow(least: number): readonly Element[] {
      return [...changes].flatMap(([element, {texts, last}]) =>
        texts.size > 1 && last >= least ? [element] : [],
      )
    }

    async function restlessSince(least: number, end: number): Promise<void> {
      while (performance.now() < end && restlessNow(least).length === 0)
        await new Promise((done) => setTimeout(done, 200))
    }
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
      named.test(role) ||
      /^(iframe|input|select|textarea|img|svg|canvas|video|audio|fieldset)$/.test(tag)
    const styled = styledWords(element)
    return {
      ...plain,
      role,
      ...(takesName && {name: text.accessibleTextVirtual(node).replace(/\s+/g, ' ').trim()}),
      seen: dom.isVisibleOnScreen(node),
      heard: dom.isVisibleToScreenReaders(node),
      focusable: dom.isFocusable(node) || isFocusableToo(element),
      ...(styled !== '' && {styled}),
      ...(hasWords(element) && {look: lookOf(element)}),
      ...(tag === 'table' && {data: axe.commons.table.isDataTable(element)}),
      ...(element instanceof HTMLMediaElement && {media: mediaOf(element)}),
      ...(element instanceof HTMLIFrameElement && {shows: shownIn(element)}),
      ...sizeOf(element),
    }
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

  /** How large a picture is shown. */
  function sizeOf(element: Element): {readonly size?: number} {
    if (!/^(img|svg|canvas)$/.test(element.localName)) return {}
    const {width, height} = element.getBoundingClientRect()
    return {size: Math.round(Math.min(width, height))}
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
    const sound = soundOf(element)
    return {muted, paused, duration: Number.isFinite(duration) ? duration : -1, source, sound}
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

  /** Tracks whose file holds no line of speech. */
  async function wordlessTracks(): Promise<readonly number[]> {
    const tracks = [...indexes].filter(([element]) => element instanceof HTMLTrackElement)
    const found = await Promise.all(
      tracks.slice(0, 20).map(async ([element, index]) => {
        const {src} = element as HTMLTrackElement
        const text = src === '' ? '' : await textAt(src)
        return text === undefined || text.includes('-->') ? [] : [index]
      }),
    )
    return found.flat()
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
          if (one < other && a && a === b) pairs.push(`${one}\n${other}`)
        }
      }
    }
    return pairs
  }

  async function textAt(url: string): Promise<string | undefined> {
    try {
      const response = await fetch(url)
      return response.ok ? await response.text() : undefined
    } catch {
      return undefined
    }
  }
}
