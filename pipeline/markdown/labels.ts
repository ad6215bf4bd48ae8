import type {Nodes} from 'mdast'

/** What references in an article's text may refer to, in the form `parseInline` asks for. */
export function labelsOf(node: Nodes): readonly string[] {
  if (node.type === 'definition') return [node.identifier]
  const own = node.type === 'footnoteDefinition' ? [`^${node.identifier}`] : []
  return 'children' in node ? [...own, ...node.children.flatMap(labelsOf)] : own
}
