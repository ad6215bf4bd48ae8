import type {CDPSession} from 'playwright-core'
import {callOf, type World} from './world.ts'

/**
 * Shows the page's isolated world, and it alone, what a page's own elements keep from scripts: a closed
 * shadow tree stands in `shadowRoot` there, as an open one does, and what an element says of itself by
 * its ElementInternals stands there as the attributes that say the same (HTML, sections 4.8.1 and 4.13.7;
 * WAI-ARIA 1.3, section 10). The page's own world and its document stay as they are. Documents in frames
 * are left out.
 */
export async function showOwnElements(session: CDPSession, world: World): Promise<void> {
  if ((await world(callOf(hasOwn, null))) !== true) return
  const {documents, strings} = await session.send('DOMSnapshot.captureSnapshot', {
    computedStyles: [],
  })
  const nodes = documents[0]?.nodes
  if (nodes === undefined) return
  const {
    nodeName = [],
    backendNodeId = [],
    attributes = [],
    parentIndex = [],
    shadowRootType,
  } = nodes
  const kept = (shadowRootType?.index ?? []).filter(
    (_, at) => strings[shadowRootType?.value[at] ?? -1] === 'closed',
  )
  const ofParents = new Map(kept.map((at) => [parentIndex[at], backendNodeId[at]]))
  for (const inner of [...ofParents.values()].slice(0, most)) {
    if (inner !== undefined) await run(session, world, inner, openRoot)
  }
  const isUnsaid = (at: number) =>
    !(attributes[at] ?? []).some((name, place) => place % 2 === 0 && strings[name] === 'role')
  const own = nodeName.flatMap((name, at) =>
    (strings[name] ?? '').includes('-') && isUnsaid(at) ? (backendNodeId[at] ?? []) : [],
  )
  if (own.length === 0) return
  const heard = await session.send('Accessibility.getFullAXTree')
  const byElement = new Map(heard.nodes.map((node) => [node.backendDOMNodeId, node]))
  for (const element of own.slice(0, most)) {
    const node = byElement.get(element)
    const role = String(node?.role?.value ?? '')
    if (node === undefined || node.ignored || unsaid.test(role)) continue
    const name = String(node.name?.value ?? '').trim()
    const states = (node.properties ?? []).flatMap(({name: state, value}) =>
      told.test(state) ? [[`aria-${state}`, String(value.value)]] : [],
    )
    const said = [['role', role], ...(name === '' ? [] : [['aria-label', name]]), ...states]
    await run(session, world, element, saying, said)
  }
}

/** How many are shown: a page may make elements without end. */
const most = 300
/** What an element is that says nothing of itself. */
const unsaid = /^(?:generic|none|presentation|)$|[A-Z]/
const told = /^(?:checked|pressed|expanded|selected|disabled|valuemin|valuemax|valuetext)$/

/** Has a function run in the isolated world with one node as `this`. */
async function run(
  session: CDPSession,
  world: World,
  backendNodeId: number,
  work: (this: never, argument: never) => void,
  argument?: unknown,
): Promise<void> {
  const objectId = await world.adopt(backendNodeId)
  await session.send('Runtime.callFunctionOn', {
    objectId,
    // Some compilers wrap nested functions in a call of __name, which a page does not have.
    functionDeclaration: `function (given) {const __name = (one) => one; (${String(work)}).call(this, given)}`,
    arguments: [{value: argument}],
  })
}

/** Runs in the page: whether there are elements of its own, or any that show what is not in them. */
function hasOwn(): boolean {
  const hosts =
    /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/
  const isShown = (one: Element) => one.getClientRects().length > 0
  return [...document.querySelectorAll('body, body *')].some((one) => {
    if (one.localName.includes('-')) return true
    if (one.shadowRoot !== null || !hosts.test(one.localName)) return false
    if (one.textContent?.trim() && one.firstElementChild === null) return false
    return one.clientHeight > 0 && ![...one.querySelectorAll(':scope > *')].some(isShown)
  })
}

/** Runs in the page's isolated world, on what stands in a closed shadow tree. */
function openRoot(this: Node): void {
  const root = this.getRootNode()
  if (!(root instanceof ShadowRoot)) return
  if (globalThis.galleyOpened === undefined) {
    const opened = (globalThis.galleyOpened = new WeakMap<Element, ShadowRoot>())
    const own = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot')
    Object.defineProperty(Element.prototype, 'shadowRoot', {
      configurable: true,
      get(this: Element): ShadowRoot | null {
        return own?.get?.call(this) ?? opened.get(this) ?? null
      },
    })
  }
  globalThis.galleyOpened.set(root.host, root)
}

/** Runs in the page's isolated world, on an element: what it says of itself stands as attributes. */
function saying(this: Element, said: readonly (readonly [string, string])[]): void {
  if (globalThis.galleySaid === undefined) {
    const all = (globalThis.galleySaid = new WeakMap<Element, ReadonlyMap<string, string>>())
    const own = Object.getOwnPropertyDescriptors(Element.prototype)
    // A copy of the element itself would be another of the page's own.
    const elsewhere = document.implementation.createHTMLDocument()
    Object.defineProperty(Element.prototype, 'attributes', {
      configurable: true,
      get(this: Element): NamedNodeMap | undefined {
        if (!all.has(this)) return own.attributes.get?.call(this)
        const stand = elsewhere.createElement('span')
        for (const name of this.getAttributeNames())
          stand.setAttribute(name, this.getAttribute(name) ?? '')
        return stand.attributes
      },
    })
    Object.assign(Element.prototype, {
      getAttribute(this: Element, name: string) {
        return own.getAttribute.value?.call(this, name) ?? all.get(this)?.get(name) ?? null
      },
      hasAttribute(this: Element, name: string) {
        return own.hasAttribute.value?.call(this, name) || all.get(this)?.has(name) === true
      },
      getAttributeNames(this: Element) {
        return [
          ...new Set([
            ...(own.getAttributeNames.value?.call(this) ?? []),
            ...(all.get(this)?.keys() ?? []),
          ]),
        ]
      },
    })
  }
  globalThis.galleySaid.set(this, new Map(said))
}

declare global {
  /** Hosts of closed shadow trees, and those. */
  var galleyOpened: WeakMap<Element, ShadowRoot> | undefined
  /** What elements say of themselves by their ElementInternals. */
  var galleySaid: WeakMap<Element, ReadonlyMap<string, string>> | undefined
}
