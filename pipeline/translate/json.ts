import {createScanner, parseTree, type Node, type ParseError} from 'jsonc-parser'
import {spotAt, type Spot} from '../model/spot.ts'
import {unreadBytes, unreadFile} from '../model/unread.ts'

/** What is wrong with a JSON file. */
export interface Fault {
  readonly variant:
    | 'encoding'
    | 'unreadable'
    | 'nested'
    | 'syntax'
    | 'conflict'
    | 'duplicate'
    | 'forbidden'
    | 'deep'
    | 'shape'
  readonly spot: Spot
  /** The key or the text it is about. */
  readonly subject: string
}

/** A JSON file that was read: its tree as far as it could be made out, and what is wrong with it. */
export interface ReadJson {
  readonly text: string
  readonly tree: Node | undefined
  readonly faults: readonly Fault[]
}

const greatestDepth = 8
/** Names that mean something else to JavaScript than to a translator. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Read JSON as RFC 8259 has it (no comments, no trailing comma), and with each key once. */
export function readJson(text: string): ReadJson {
  const fail = (variant: Fault['variant'], offset: number, subject: string): ReadJson => ({
    text,
    tree: undefined,
    faults: [{variant, spot: spotAt(text, offset), subject}],
  })
  if (text === unreadFile) return fail('unreadable', 0, '')
  const unread = text.indexOf(unreadBytes)
  if (unread >= 0) return fail('encoding', unread, '')
  const conflict = /^(?:<{7}|>{7}|\|{7}|={7})(?: .*)?$/mu.exec(text)
  if (conflict !== null) return fail('conflict', conflict.index, conflict[0])
  const deep = tooDeep(text)
  if (deep !== undefined) return fail('deep', deep, '')
  const errors: ParseError[] = []
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const tree = parseTree(' '.repeat(start) + text.slice(start), errors, {disallowComments: true})
  const [error] = errors
  const syntax: readonly Fault[] =
    error === undefined
      ? []
      : [{variant: 'syntax', spot: spotAt(text, error.offset), subject: lineAt(text, error.offset)}]
  return {text, tree, faults: [...syntax, ...(tree === undefined ? [] : doubtfulKeys(tree, text))]}
}

/**
 * The object in a JSON file that is written just as we write it, which has none of the faults that
 * `readJson` looks for; `undefined` for any other file. Nearly all are so, and this is ten times as fast.
 */
export function readOwnJson(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.includes(unreadBytes)) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const isOwn =
    isRecord(value) && hasGoodKeys(value, 1) && `${JSON.stringify(value, null, 2)}\n` === text
  return isOwn && isRecord(value) ? value : undefined
}

/** Whether a key means something else to JavaScript than to a translator. */
export function isForbidden(key: string): boolean {
  return forbidden.has(key)
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasGoodKeys(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return (
    depth <= greatestDepth &&
    Object.entries(value).every(([key, one]) => !forbidden.has(key) && hasGoodKeys(one, depth + 1))
  )
}

/** An object's properties, in the order of the file. */
export function propertiesOf(
  node: Node | undefined,
): readonly {readonly key: string; readonly keyNode: Node; readonly value: Node}[] {
  if (node?.type !== 'object') return []
  return (node.children ?? []).flatMap(({children: [keyNode, value] = []}) =>
    keyNode === undefined || value === undefined
      ? []
      : [{key: String(keyNode.value), keyNode, value}],
  )
}

function doubtfulKeys(node: Node, text: string): readonly Fault[] {
  const seen = new Set<string>()
  const own = propertiesOf(node).flatMap(({key, keyNode}): readonly Fault[] => {
    const variant = forbidden.has(key) ? 'forbidden' : seen.has(key) ? 'duplicate' : undefined
    seen.add(key)
    return variant === undefined
      ? []
      : [{variant, spot: spotAt(text, keyNode.offset), subject: key}]
  })
  return [...own, ...(node.children ?? []).flatMap((child) => doubtfulKeys(child, text))]
}

/** Where nesting becomes so deep that reading on could exhaust the stack. */
function tooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true)
  const [openBrace, closeBrace, openBracket, closeBracket, end] = [1, 2, 3, 4, 17]
  let depth = 0
  for (let token: number = scanner.scan(); token !== end; token = scanner.scan()) {
    if (token === openBrace || token === openBracket) depth++
    if (token === closeBrace || token === closeBracket) depth--
    if (depth > greatestDepth) return scanner.getTokenOffset()
  }
  return undefined
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return (text.slice(start).split('\n', 1)[0] ?? '').trim().slice(0, 80)
}
