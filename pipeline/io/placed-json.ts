import {getNodeValue, type Node} from 'jsonc-parser'
import {PipelineError} from '../model/error.ts'
import {spotAt} from '../model/spot.ts'
import {readJson} from './read-json.ts'

/** A configuration as it was read, and where in the file everything stands. */
export interface PlacedJson {
  readonly value: unknown
  /** `file:line:column` of what a path of keys leads to; of its nearest parent where there is no such key. */
  readonly at: (...path: readonly (string | number)[]) => string
  /** What a path of keys leads to, as it was read. */
  readonly get: (...path: readonly (string | number)[]) => unknown
}

/**
 * JSON that a person wrote.
 *
 * @throws PipelineError `bad-policy`
 */
export function readPlacedJson(text: string, file: string): PlacedJson {
  const {tree, fault} = readJson(text, false)
  if (tree === undefined) throw refused(`${file}${fault}`, 'Mend the file at this place.')
  return {
    value: getNodeValue(tree) as unknown,
    at: (...path) => {
      const {line, column} = spotAt(text, nodesTo(tree, path).at(-1)?.offset ?? 0)
      return `${file}:${line}:${column}`
    },
    get: (...path) => {
      const nodes = nodesTo(tree, path)
      const node = nodes.length > path.length ? nodes.at(-1) : undefined
      return node && (getNodeValue(node) as unknown)
    },
  }
}

/** What is said of a configuration that cannot be taken. */
export function refused(message: string, advice: string, cause?: unknown): PipelineError {
  return new PipelineError('bad-policy', message, advice, {cause})
}

/** The values on the way that a path leads, the whole first; as far as there are any. */
function nodesTo(tree: Node, path: readonly (string | number)[]): readonly Node[] {
  const nodes = [tree]
  for (const key of path) {
    const {type, children = []} = nodes.at(-1) ?? tree
    const next =
      type === 'array'
        ? children[Number(key)]
        : children.find(({children: [name] = []}) => name?.value === key)?.children?.[1]
    if (next === undefined) break
    nodes.push(next)
  }
  return nodes
}
