import type {PageNode} from '../../model/page-tree.ts'

/** What was read of a page, for tools in the page that add to it. */
export interface ReadNodes {
  readonly nodes: readonly PageNode[]
  /** Where each element stands among the nodes. */
  readonly indexes: ReadonlyMap<Element, number>
}
