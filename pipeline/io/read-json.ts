import {parseTree, printParseErrorCode, type Node, type ParseError} from 'jsonc-parser'
import {spotAt} from '../model/spot.ts'

/** The tree of a JSON text, or where and why it is none: `:3:5: this is not JSON: a comma is missing.` */
export type ReadJson =
  | {readonly tree: Node; readonly fault: undefined}
  | {readonly tree: undefined; readonly fault: string}

/**
 * Reads JSON that a person wrote (RFC 8259), each key of an object once.
 *
 * @param isLoose comments and keys that come twice are taken, as pa11y-ci takes them
 */
export function readJson(text: string, isLoose: boolean): ReadJson {
  const errors: ParseError[] = []
  let tree: Node | undefined
  try {
    // Some editors put a mark in front of every file; places stay what they are.
    tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, {disallowComments: !isLoose})
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return broken(text, 0, 'it is nested too deep')
  }
  const [error] = errors
  if (error !== undefined || tree === undefined) {
    const code = error === undefined ? 'ValueExpected' : printParseErrorCode(error.error)
    return broken(text, error?.offset ?? 0, faults[code] ?? 'it cannot be read from here on')
  }
  const again = isLoose ? undefined : repeatedKey(tree)
  if (again === undefined) return {tree, fault: undefined}
  return broken(text, again.offset, `the key "${String(again.value)}" is there twice`)
}

function broken(text: string, offset: number, why: string): ReadJson {
  const {line, column} = spotAt(text, offset)
  return {tree: undefined, fault: `:${line}:${column}: this is not JSON: ${why}.`}
}

/** What jsonc-parser finds, in words. */
const faults: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a key in double quotes is missing, or a comma is too many',
  ValueExpected: 'a value is missing, or a comma is too many',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'there is something behind its end',
  InvalidSymbol: 'text must stand in double quotes',
  InvalidCommentToken: 'there must be no comment',
  UnexpectedEndOfString: 'a closing " is missing',
  InvalidEscapeCharacter: 'there is no such character behind a \\',
  InvalidCharacter: 'there must be no such character in a text',
}

function repeatedKey(node: Node): Node | undefined {
  const {type, children = []} = node
  const keys = new Set<unknown>()
  for (const child of children) {
    const [key] = type === 'object' ? (child.children ?? []) : []
    if (key !== undefined && keys.has(key.value)) return key
    if (key !== undefined) keys.add(key.value)
    const within = repeatedKey(child)
    if (within !== undefined) return within
  }
  return undefined
}
