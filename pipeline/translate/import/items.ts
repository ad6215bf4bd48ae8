import type {Nodes} from 'mdast'
import type {Article} from '../../model/article.ts'
import {segment, type UnkeyedSegment} from '../segment.ts'

/** One step through a document, in reading order: a segment, or a block that has none. */
export interface Item {
  /** What stands there: `heading 2`, `paragraph`, `item`, `code js`, `html`. */
  readonly tag: string
  /** The blocks around it, outermost first. */
  readonly container: string
  readonly text: string
  /** Index among the document's segments; `undefined` for code, raw HTML, rules. */
  readonly segment: number | undefined
  readonly line: number
  readonly column: number
}

/** A document as a list of items. Two documents of equal structure have equal tags and containers. */
export function itemsOf(article: Article): readonly Item[] {
  const segments = segment(article)
  const byPath = new Map(segments.map((one, index) => [one.path, index]))
  const of = (path: string): readonly Item[] => {
    const index = byPath.get(path)
    const found = index === undefined ? undefined : segments[index]
    return found === undefined || index === undefined ? [] : [segmentItem(found, index, article)]
  }
  const front = segments.filter(({path}) => !path.startsWith('body/')).flatMap(({path}) => of(path))
  const walk = (node: Nodes, path: string, containers: string): readonly Item[] => {
    const own = [...of(path), ...of(`${path}/alt`), ...of(`${path}/title`)]
    if (own.length === 0 && isSilent(node)) return [silentItem(node, containers)]
    if (!('children' in node)) return own
    const inner = containerOf(node, containers)
    return [
      ...own,
      ...node.children.flatMap((child, index) => walk(child, `${path}/children/${index}`, inner)),
    ]
  }
  return [...front, ...walk(article.body, 'body', '')]
}

function segmentItem(
  {kind, text, container, path, line, column}: UnkeyedSegment,
  index: number,
  {body}: Article,
): Item {
  const node = nodeAt(body, path)
  const tag = node?.type === 'heading' ? `heading ${node.depth}` : kind
  return {tag, container, text, segment: index, line, column}
}

/** Blocks without words of their own, which tell all the same where in the document one is. */
function isSilent(node: Nodes): node is Extract<Nodes, {readonly value: string}> | Nodes {
  return ['code', 'html', 'thematicBreak', 'math', 'image'].includes(node.type)
}

function silentItem(node: Nodes, container: string): Item {
  const {line, column} = node.position?.start ?? {line: 1, column: 1}
  const tag = node.type === 'code' ? `code ${node.lang ?? ''}`.trim() : node.type
  const text = 'value' in node ? node.value : 'url' in node ? node.url : ''
  return {tag, container, text, segment: undefined, line, column}
}

const containerNames: Readonly<Partial<Record<Nodes['type'], string>>> = {
  blockquote: 'quote',
  list: 'list',
  table: 'table',
  footnoteDefinition: 'footnote',
}

function containerOf({type}: Nodes, around: string): string {
  return `${around} ${containerNames[type] ?? ''}`.trim()
}

function nodeAt(body: Nodes, path: string): Nodes | undefined {
  let node: Nodes | undefined = path.startsWith('body/') ? body : undefined
  for (const step of path.split('/').filter((one) => /^\d+$/u.test(one)))
    node = node !== undefined && 'children' in node ? node.children[Number(step)] : undefined
  return node
}
