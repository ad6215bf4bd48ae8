import type {CDPSession} from 'playwright-core'
import type {Utterance} from '../model/speech.ts'

type Node = Awaited<ReturnType<typeof treeOf>>[number]

const treeOf = async (session: CDPSession) =>
  (await session.send('Accessibility.getFullAXTree')).nodes

/** What a screen reader says of the page, by the accessibility tree that Chromium computes. */
export async function speechOf(session: CDPSession): Promise<readonly Utterance[]> {
  const nodes = await treeOf(session)
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const childrenOf = (node: Node) => (node.childIds ?? []).flatMap((id) => byId.get(id) ?? [])
  const said: Utterance[] = []
  let isBroken = true

  function walk(node: Node, depth: number, isNamed: boolean): void {
    const role = roleOf(node)
    const name = textOf(node.name?.value)
    if (role === 'inlinetextbox' || role === 'listmarker') return
    if (!node.ignored && role === 'statictext') {
      if (!isNamed && name !== '') say(name, depth)
      return
    }
    const isSilent = node.ignored || silent.has(role) || (role === 'section' && name === '')
    if (!inline.has(role) && !node.ignored) isBroken = true
    if (isSilent) {
      for (const child of childrenOf(node)) walk(child, depth, isNamed)
    } else {
      const children = childrenOf(node)
      said.push({role, name, depth, ...detailsOf(node, children, childrenOf)})
      for (const child of children) walk(child, depth + 1, isNamed || saysItsText.has(role))
    }
    if (!inline.has(role) && !node.ignored) isBroken = true
  }

  /** Text goes on until a block ends or something else is said. */
  function say(name: string, depth: number): void {
    const last = said.at(-1)
    if (!isBroken && last?.role === 'text' && last.depth === depth) {
      said[said.length - 1] = {
        ...last,
        name: `${last.name} ${name}`.replace(/ (?=[,.;:!?’”)])/g, ''),
      }
    } else said.push({role: 'text', name, depth, level: null, count: null, states: []})
    isBroken = false
  }

  const [root] = nodes
  if (root) walk(root, 0, false)
  return said
}

/** Roles that nothing is said for. */
const silent = new Set(
  'generic none presentation paragraph linebreak layouttable layouttablerow layouttablecell labeltext legend figcaption caption row rowgroup strong emphasis mark time code subscript superscript abbr deletion insertion ruby rubyannotation iframepresentational listboxoption term definition descriptionlistdetail descriptionlistterm sectionheader sectionfooter'.split(
    ' ',
  ),
)

/** Roles that do not interrupt a line. */
const inline = new Set(
  'statictext strong emphasis mark time code subscript superscript abbr deletion insertion ruby rubyannotation'.split(
    ' ',
  ),
)

/** Roles whose name is the text within. */
const saysItsText = new Set(
  'heading link button image checkbox radio switch tab menuitem option textbox combobox searchbox cell columnheader rowheader gridcell doc-noteref doc-backlink'.split(
    ' ',
  ),
)

const renamed: Readonly<Record<string, string>> = {
  rootwebarea: 'document',
  img: 'image',
  disclosuretriangle: 'button',
  section: 'region',
}

function roleOf({role}: Node): string {
  const given = String(role?.value ?? 'none').toLowerCase()
  return given === 'section' ? given : (renamed[given] ?? given)
}

function detailsOf(
  node: Node,
  children: readonly Node[],
  childrenOf: (node: Node) => readonly Node[],
) {
  const given = new Map<string, unknown>(
    (node.properties ?? []).map(({name, value}) => [name, value.value] as const),
  )
  const level = given.get('level')
  const role = roleOf(node)
  const items = (wanted: string, among: readonly Node[]): number =>
    among.reduce(
      (sum, child) =>
        sum +
        (roleOf(child) === wanted ? 1 : 0) +
        (child.ignored || roleOf(child) === 'rowgroup' ? items(wanted, childrenOf(child)) : 0),
      0,
    )
  const count =
    role === 'list' ? items('listitem', children) : role === 'table' ? items('row', children) : null
  const is = (name: string) => given.get(name) === true || given.get(name) === 'true'
  return {
    level: role === 'heading' && typeof level === 'number' ? level : null,
    count,
    states: [
      ...(given.has('checked') ? [is('checked') ? 'checked' : 'unchecked'] : []),
      ...(given.has('pressed') ? [is('pressed') ? 'pressed' : 'unpressed'] : []),
      ...(given.has('expanded') ? [is('expanded') ? 'expanded' : 'collapsed'] : []),
      ...['disabled', 'invalid', 'required', 'selected'].filter(is),
    ],
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
}
