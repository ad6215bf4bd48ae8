import type {CDPSession} from 'playwright-core'

/** What the accessibility tree leaves out of an element's markup, or of a text's surroundings. */
export interface Markup {
  /** The nearest `lang`, in lower case; empty where nobody says. */
  readonly lang: string
  /** `aria-current` says so. */
  readonly isCurrent: boolean
  readonly colspan: number
  readonly rowspan: number
}

type Node = Awaited<ReturnType<typeof describe>>

/** The markup of every node beneath one, by the ids that the browser knows them by. */
export async function markupBeneath(
  session: CDPSession,
  backendNodeId: number,
): Promise<ReadonlyMap<number, Markup>> {
  const found = new Map<number, Markup>()
  function walk(node: Node, above: string): void {
    const given = attributesOf(node)
    const lang = given.get('lang')?.toLowerCase() ?? above
    const current = given.get('aria-current') ?? 'false'
    found.set(node.backendNodeId, {
      lang,
      isCurrent: current !== 'false' && current !== '',
      colspan: spanOf(given.get('colspan')),
      rowspan: spanOf(given.get('rowspan')),
    })
    for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) walk(child, lang)
  }
  walk(await describe(session, backendNodeId), '')
  return found
}

// Unlike `DOM.getDocument` it leaves the browser with nothing to follow.
async function describe(session: CDPSession, backendNodeId: number) {
  const given = {backendNodeId, depth: -1, pierce: true}
  return (await session.send('DOM.describeNode', given)).node
}

function attributesOf({attributes = []}: Node): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (let at = 0; at + 1 < attributes.length; at += 2) {
    pairs.set(attributes[at] ?? '', attributes[at + 1] ?? '')
  }
  return pairs
}

function spanOf(given = '1'): number {
  const span = Number.parseInt(given, 10)
  return span > 1 ? Math.min(span, 1000) : 1
}
