declare global {
  /** In a world of the checks: what was seen of the document since it began to be watched. */
  var galleyWatch: Watching | undefined
}

interface Watching {
  readonly observer: MutationObserver
  readonly records: MutationRecord[]
  readonly elements: number
  readonly sheets: number
  readonly address: string
  readonly rests: boolean
}

/** How a document differs from what it was before; what was put back is no difference. */
export interface Traces {
  /** Elements that there were before. */
  readonly elements: number
  /** Elements and texts that are gone, with all that was in them. */
  readonly gone: number
  /** Elements, texts and style sheets that were not there. */
  readonly added: number
  /** Attributes, texts and addresses that are others. */
  readonly changed: number
  /** Whether nothing in the page acts by itself, so that all of it is somebody else's doing. */
  readonly rests: boolean
}

/** Runs in the page: begins to watch its document, which costs nothing as long as nothing changes. */
export function watchDocument(): null {
  const acting =
    'script:not([type="application/ld+json"]), iframe, frame, object, embed, meta[http-equiv=refresh i], [onscroll], [onresize], [onfocus], [onblur]'
  globalThis.galleyWatch?.observer.disconnect()
  const records: MutationRecord[] = []
  const observer = new MutationObserver((more) => void records.push(...more))
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeOldValue: true,
    characterData: true,
    characterDataOldValue: true,
  })
  globalThis.galleyWatch = {
    observer,
    records,
    elements: document.getElementsByTagName('*').length,
    sheets: document.adoptedStyleSheets.length,
    address: location.href,
    rests: document.querySelector(acting) === null,
  }
  return null
}

/** Runs in the page: tells how its document differs since it is watched, and watches no longer. */
export function readTraces(): Traces {
  const {galleyWatch: watch} = globalThis
  globalThis.galleyWatch = undefined
  if (!watch) return {elements: 0, gone: 0, added: 0, changed: 0, rests: false}
  const {observer, records, elements, sheets, address, rests} = watch
  records.push(...observer.takeRecords())
  observer.disconnect()
  const gone = new Set<Node>()
  const added = new Set<Node>()
  const before = new Map<Node, Map<string, string | null>>()
  for (const {type, target, attributeName, oldValue, addedNodes, removedNodes} of records) {
    for (const node of removedNodes) if (!added.delete(node)) gone.add(node)
    for (const node of addedNodes) if (!gone.delete(node)) added.add(node)
    if (type === 'childList') continue
    const values = before.get(target) ?? new Map<string, string | null>()
    before.set(target, values)
    const name = attributeName ?? ''
    if (!values.has(name)) values.set(name, oldValue)
  }
  const valueOf = (node: Node, name: string) =>
    node instanceof Element ? node.getAttribute(name) : node.nodeValue
  const changed = [...before].flatMap(([node, values]) =>
    node.isConnected && !added.has(node)
      ? [...values].filter(([name, value]) => valueOf(node, name) !== value)
      : [],
  )
  const sizeOf = (node: Node) =>
    node instanceof Element ? 1 + node.getElementsByTagName('*').length : 1
  const total = (nodes: Iterable<Node>, isThere: boolean) =>
    [...nodes]
      .filter((node) => node.isConnected === isThere)
      .reduce((sum, node) => sum + sizeOf(node), 0)
  return {
    elements,
    gone: total(gone, false),
    added: total(added, true) + Math.abs(document.adoptedStyleSheets.length - sheets),
    changed: changed.length + (location.href === address ? 0 : 1),
    rests,
  }
}

/** Traces as the page tells them. */
export function readableTraces(value: unknown): Traces {
  const {elements, gone, added, changed, rests} = Object(value)
  return {
    elements: Number(elements),
    gone: Number(gone),
    added: Number(added),
    changed: Number(changed),
    rests: rests === true,
  }
}

/** Whether there is any difference. */
export function differs({gone, added, changed}: Traces): boolean {
  return gone + added + changed > 0
}

/** The difference in words. */
export function tracesInWords({gone, added, changed}: Traces): string {
  const said = [
    [gone, 'elements or texts are gone'],
    [added, 'were added'],
    [changed, 'attributes, texts or addresses are others'],
  ] as const
  return said.flatMap(([count, what]) => (count > 0 ? `${count} ${what}` : [])).join(', ')
}
