import type {PageNode, PageTree} from '../../model/page-tree.ts'

/** A node and where it stands, with the questions that rules ask of it. */
export interface Node extends PageNode {
  readonly index: number
}

/** A page, for rules: its nodes, and the ways between them. */
export interface Page {
  readonly tree: PageTree
  readonly nodes: readonly Node[]
  readonly root: Node | undefined
  readonly body: Node | undefined
  readonly labels: readonly Node[]
  above(node: Node): readonly Node[]
  children(node: Node): readonly Node[]
  /** Everything inside, in reading order. */
  inside(node: Node): readonly Node[]
  /** The words inside that are read out, images by their alternatives. */
  words(node: Node): string
  attribute(node: Node, name: string): string | undefined
  byId(id: string): Node | undefined
  /** The element that its ids (`aria-describedby`) point to, as words. */
  described(node: Node, name: string): string
  selector(node: Node): string
  /** `<label for="menu">`. */
  tag(node: Node): string
  /** A tag and its words, to quote. */
  quote(node: Node): string
  /** Absolute address of a link; undefined where it is none. */
  address(node: Node): URL | undefined
}

export function pageOf(tree: PageTree): Page {
  const nodes = tree.nodes.map((node, index) => ({...node, index}))
  const below = nodes.map((): Node[] => [])
  for (const node of nodes) below[node.parent]?.push(node)
  // In reading order, what is inside an element follows it without a gap.
  const ends = nodes.map(({index}) => index + 1)
  for (const {index, parent} of nodes.toReversed())
    if (parent >= 0) ends[parent] = Math.max(ends[parent] ?? 0, ends[index] ?? 0)
  const ids = new Map<string, Node>()
  for (const node of nodes) {
    const id = node.attributes['id']
    if (id && !ids.has(id)) ids.set(id, node)
  }
  const base = nodes.find(({tag, attributes}) => tag === 'base' && attributes['href'])
  const children = (node: Node) => below[node.index] ?? []
  const above = onceANode((node: Node): readonly Node[] => {
    const parent = nodes[node.parent]
    return parent ? [parent, ...above(parent)] : []
  })
  const inside = onceANode((node): readonly Node[] => nodes.slice(node.index + 1, ends[node.index]))
  const words = onceANode((node) =>
    [node, ...inside(node)]
      .filter(({heard}) => heard)
      .map(({tag, text, name}) =>
        tag === '#text' ? (text ?? '') : tag === 'img' ? (name ?? '') : '',
      )
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  // As pa11y writes it, so that what several sources say of one element is seen to be of one.
  const step = (node: Node): string => {
    const beside = (below[node.parent] ?? []).filter(({tag}) => tag !== '#text')
    const isOnly = beside.filter(({tag}) => tag === node.tag).length < 2
    return isOnly ? node.tag : `${node.tag}:nth-child(${beside.indexOf(node) + 1})`
  }
  const selector = (node: Node): string => {
    if (node.tag === '#text') {
      const parent = nodes[node.parent]
      return parent ? selector(parent) : ''
    }
    if (node.selector !== undefined) return node.selector
    const id = node.attributes['id']
    if (id && /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(id) && ids.get(id)?.index === node.index)
      return `#${id}`
    const parent = nodes[node.parent]
    return parent ? `${selector(parent)} > ${step(node)}` : step(node)
  }
  return {
    tree,
    nodes,
    root: nodes[0],
    body: nodes.find(({tag}) => tag === 'body'),
    labels: nodes.filter(({tag}) => tag === 'label'),
    above,
    children,
    inside,
    words,
    attribute: (node, name) => node.attributes[name],
    byId: (id) => ids.get(id),
    described: (node, name) =>
      (node.attributes[name] ?? '')
        .split(/\s+/)
        .flatMap((id) => ids.get(id) ?? [])
        .map((one) => words(one))
        .join(' '),
    selector,
    tag: (node) => shortened(tagOf(node), 80),
    quote: (node) => shortened(`${tagOf(node)}${words(node)}`, 160),
    address: onceANode((node) => {
      const [, scripted] =
        /(?:location(?:\.href)?\s*=|(?:location\.(?:assign|replace)|open)\()\s*['"`]([^'"`]+)['"`]/.exec(
          node.attributes['onclick'] ?? '',
        ) ?? []
      const href = node.attributes['href']?.trim() ?? node.attributes['xlink:href'] ?? scripted
      const from = base?.attributes['href']
      const start = from && URL.canParse(from, tree.url) ? new URL(from, tree.url).href : tree.url
      return href !== undefined && URL.canParse(href, start) ? new URL(href, start) : undefined
    }),
  }
}

/** Many rules ask the same of the same elements. */
function onceANode<Answer>(ask: (node: Node) => Answer): (node: Node) => Answer {
  const known = new Map<number, Answer>()
  return (node) => {
    const answer = known.get(node.index) ?? ask(node)
    known.set(node.index, answer)
    return answer
  }
}

function tagOf({tag, attributes}: Node): string {
  const all = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<${tag}${all.join('')}>`
}

function shortened(text: string, most: number): string {
  return text.length > most
    ? `${Array.from(text)
        .slice(0, most - 1)
        .join('')}…`
    : text
}

/** Whether words are shown in it, and all of them are bold. */
export function isAllBold(cell: Node, page: Page): boolean {
  const looks = [cell, ...page.inside(cell)].flatMap(({look}) => look ?? [])
  return looks.length > 0 && looks.every(({bold}) => bold)
}

/** Whether Tab comes by. */
export function isTabStop({focusable, attributes}: Node): boolean {
  return focusable && !(Number(attributes['tabindex'] ?? 0) < 0)
}

/** The labels of a field, by its id or around it. */
export function labelsOf({attributes, index}: Node, page: Page): readonly Node[] {
  return page.labels.filter((label) =>
    label.attributes['for'] !== undefined
      ? label.attributes['for'] === attributes['id']
      : page.inside(label).some((one) => one.index === index),
  )
}

/** What a link's place says beside its name: its sentence's block, list item, cell and headers. */
export function contextOf(node: Node, page: Page): string {
  const title = node.attributes['title'] ?? ''
  return [
    ...surroundingsOf(node, page).map((one) => page.words(one)),
    page.described(node, 'aria-describedby'),
    title === node.name ? '' : title,
  ]
    .join(' ')
    .trim()
}

/** The elements that say it: the same for all that stand in one. */
export function surroundingsOf(node: Node, page: Page): readonly Node[] {
  const around = page
    .above(node)
    .filter(
      ({tag, role}) =>
        /^(p|li|td|th|dd|dt|h[1-6])$/.test(tag) || /^(listitem|cell|gridcell|heading)$/.test(role),
    )
  const cell = around.find(({tag}) => tag === 'td' || tag === 'th')
  const row = cell && page.above(cell).find(({tag}) => tag === 'tr')
  const table = cell && page.above(cell).find(({tag}) => tag === 'table')
  return [
    ...around,
    ...(row ? page.children(row).filter(({tag}) => tag === 'th') : []),
    ...(row && cell && table ? columnHeaders(page, table, cellsOf(row, page).indexOf(cell)) : []),
  ]
}

function columnHeaders(page: Page, table: Node, column: number): readonly Node[] {
  const first = page.inside(table).find(({tag}) => tag === 'tr')
  const cell = first && cellsOf(first, page)[column]
  return cell?.tag === 'th' ? [cell] : []
}

/** The cells of a row, headers among them. */
export function cellsOf(row: Node, page: Page): readonly Node[] {
  return page.children(row).filter(({tag}) => /^t[dh]$/.test(tag))
}

/** Whether a page says that it is in Korean: guidelines of Korea ask for more in places. */
export function isKorean({root}: Page): boolean {
  return /^ko\b/i.test(root?.attributes['lang'] ?? '')
}
