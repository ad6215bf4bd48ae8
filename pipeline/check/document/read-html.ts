import type {Root} from 'hast'
import {fromParse5} from 'hast-util-from-parse5'
import {defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type TreeAdapter} from 'parse5'
import {VFile} from 'vfile'

/**
 * Parses a page by the WHATWG's rules, with positions. What is nested deeper than Chromium nests it
 * becomes siblings, as there: no page is too deep for who walks its tree.
 */
export function readHtml(html: string): Root {
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    treeAdapter: shallow(),
  })
  // Of a document it is always a root.
  return fromParse5(document, {file: new VFile(html)}) as Root
}

/** `kMaximumHTMLParserDOMTreeDepth` of Chromium's `html_construction_site.cc`. */
const deepest = 512

function shallow(): TreeAdapter<DefaultTreeAdapterMap> {
  let open = 0
  return {
    ...defaultTreeAdapter,
    onItemPush: () => void open++,
    onItemPop: () => void open--,
    appendChild(parent, node) {
      const above = open > deepest && 'parentNode' in parent ? parent.parentNode : undefined
      defaultTreeAdapter.appendChild(above ?? parent, node)
    },
  }
}
