import type {Nodes, Root} from 'hast'
import {raw} from 'hast-util-raw'
import {visit, EXIT} from 'unist-util-visit'

/**
 * Read the raw HTML in a tree, as a browser would. A tree without any is as it will be, unless its
 * elements came from JSX and may stand where HTML does not let them.
 */
export function readRaw(tree: Nodes): Root {
  const result = needsReading(tree) ? raw(tree) : tree
  return result.type === 'root' ? result : {type: 'root', children: []}
}

/** Elements that Markdown never nests in one another's wrong places. */
const plain = new Set(
  `a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre section strong sup
  table tbody td th thead tr ul`.split(/\s+/u),
)

function needsReading(tree: Nodes): boolean {
  let found = false
  visit(tree, (node) => {
    if (node.type === 'raw' || (node.type === 'element' && !plain.has(node.tagName))) {
      found = true
      return EXIT
    }
    return undefined
  })
  return found
}
