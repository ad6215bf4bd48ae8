import type {Nodes} from 'mdast'
import type {Edition} from '../../model/edition.ts'

/** What a block says that is not the article's own words. */
export interface Asides {
  /** Keys of the units that show what a program printed. */
  readonly printed: ReadonlySet<string>
  /** Keys of the units in block quotations. */
  readonly quoted: ReadonlySet<string>
}

/** Components and HTML blocks that show what a program prints. */
const printers = /^<?[\w.]*(?:Console|Terminal|Output|Log)\w*/u

/** The units of an edition that only repeat what others said, by the blocks they stand in. */
export function asidesOf({body}: Edition): Asides {
  const printed = new Set<string>()
  const quoted = new Set<string>()
  const walk = (node: Nodes, isPrinted: boolean, isQuoted: boolean): void => {
    const key = node.data?.hProperties?.['id']
    if (typeof key === 'string' && isPrinted) printed.add(key)
    if (typeof key === 'string' && isQuoted) quoted.add(key)
    if (!('children' in node)) return
    let isOpen = false
    for (const child of node.children) {
      if (child.type === 'html') isOpen = printers.test(child.value) && !/<\//u.test(child.value)
      const isPrinter = child.type === 'mdxJsxFlowElement' && printers.test(child.name ?? '')
      walk(child, isPrinted || isOpen || isPrinter, isQuoted || child.type === 'blockquote')
    }
  }
  walk(body, false, false)
  return {printed, quoted}
}
