import type {CDPSession} from 'playwright-core'

/** What the accessibility tree leaves out of an element's markup, or of a text's surroundings. */
export interface Markup {
  /** The nearest `lang`, in lower case; empty where nobody says. */
  readonly lang: string
  /** It is laid out as a block, so that what stands in it is not in one line with what stands beside it. */
  readonly isBlock: boolean
  /** The nearest node that is laid out as a block, itself or above it: the tree leaves out what has no role. */
  readonly block: number | undefined
  /** What `aria-current` says: `current` of a page, `current-step` of a step. */
  readonly current: string | undefined
  /** `sorted-ascending`, `sorted-descending`, `sorted-other`, as `aria-sort` says. */
  readonly sorted: string | undefined
  /** It is a field for a month or a week, which the tree takes for one of date and time. */
  readonly span: 'month' | 'week' | undefined
  /** What is typed is not said. */
  readonly isSecret: boolean
  /** `aria-label`, and what a field that is empty shows. */
  readonly label: string | undefined
  readonly placeholder: string | undefined
  readonly id: string | undefined
  /** The ids of a cell's headers, where it names them. */
  readonly headers: readonly string[]
  readonly colspan: number
  readonly rowspan: number
  /** How many rows and columns a table has of which only some are here, and which row this is. */
  readonly rows: number | undefined
  readonly columns: number | undefined
  readonly rowNumber: number | undefined
  /** It names what it stands in (`<caption>`), which the tree does not say of one with blocks in it. */
  readonly isCaption: boolean
  /** How the characters before it are read (`<rt>`). */
  readonly reading: string | undefined
}

/** The markup of every node of the page and its frames, by the ids that the browser knows them by. */
export async function markupIn(session: CDPSession): Promise<ReadonlyMap<number, Markup>> {
  const {documents, strings} = await snapshotOf(session)
  const found = new Map<number, Markup>()
  for (const one of documents) readInto(found, one, strings)
  return found
}

type Snapshot = Awaited<ReturnType<typeof snapshotOf>>['documents'][number]

function snapshotOf(session: CDPSession) {
  return session.send('DOMSnapshot.captureSnapshot', {computedStyles: ['display']})
}

function readInto(found: Map<number, Markup>, page: Snapshot, strings: readonly string[]): void {
  const {parentIndex = [], backendNodeId = [], attributes = [], nodeName = []} = page.nodes
  const displays = new Map(
    page.layout.nodeIndex.map((node, at) => [node, strings[page.layout.styles[at]?.[0] ?? -1]]),
  )
  backendNodeId.forEach((id, index) => {
    const given = attributesOf(attributes[index] ?? [], strings)
    const element = strings[nodeName[index] ?? -1]?.toLowerCase()
    // A parent comes before its children.
    const above = found.get(backendNodeId[parentIndex[index] ?? -1] ?? -1)
    // A text has the style of what it stands in.
    const isBlock =
      element !== '#text' &&
      !/^(inline.*|contents|ruby.*|.*math|none|)$/.test(displays.get(index) ?? '')
    const type = given.get('type')?.toLowerCase()
    found.set(id, {
      lang: given.get('lang')?.toLowerCase() ?? above?.lang ?? '',
      isBlock,
      block: isBlock ? id : above?.block,
      current: currentOf(given.get('aria-current')?.trim().toLowerCase()),
      label: given.get('aria-label'),
      placeholder: given.get('placeholder'),
      isSecret: type === 'password',
      span: type === 'month' || type === 'week' ? type : undefined,
      id: given.get('id'),
      headers: given.get('headers')?.split(/\s+/).filter(Boolean) ?? [],
      colspan: spanOf(given.get('colspan')),
      rowspan: spanOf(given.get('rowspan')),
      sorted: sortOf(given.get('aria-sort')?.trim().toLowerCase()),
      rows: numberIn(given.get('aria-rowcount')),
      columns: numberIn(given.get('aria-colcount')),
      rowNumber: numberIn(given.get('aria-rowindex')),
      isCaption: element === 'caption',
      reading: element === 'rt' ? textWithin(page, index, strings) : undefined,
    })
  })
}

function attributesOf(
  given: readonly number[],
  strings: readonly string[],
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (let at = 0; at + 1 < given.length; at += 2) {
    pairs.set(strings[given[at] ?? -1] ?? '', strings[given[at + 1] ?? -1] ?? '')
  }
  return pairs
}

const currents = new Set(['date', 'location', 'step', 'time'])

function currentOf(given: string | undefined): string | undefined {
  if (given === undefined || given === '' || given === 'false') return undefined
  if (given === 'page') return 'current'
  return currents.has(given) ? `current-${given}` : 'current-one'
}

function sortOf(given: string | undefined): string | undefined {
  return given !== undefined && /^(ascending|descending|other)$/.test(given)
    ? `sorted-${given}`
    : undefined
}

function numberIn(given = ''): number | undefined {
  return /^\s*[1-9]\d{0,8}\s*$/.test(given) ? Number(given) : undefined
}

/** The text of an element; what is in it comes behind it. */
function textWithin({nodes}: Snapshot, start: number, strings: readonly string[]): string {
  const {parentIndex = [], nodeValue = []} = nodes
  const within = new Set([start])
  let text = ''
  for (let at = start + 1; within.has(parentIndex[at] ?? -1); at += 1) {
    within.add(at)
    text += strings[nodeValue[at] ?? -1] ?? ''
  }
  return text.trim()
}

function spanOf(given = '1'): number {
  const span = Number.parseInt(given, 10)
  return span > 1 ? Math.min(span, 1000) : 1
}
