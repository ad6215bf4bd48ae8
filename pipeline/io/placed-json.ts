import {LineCounter, parseDocument, type Document} from 'yaml'
import {PipelineError} from '../model/error.ts'

/** A configuration as it was read, and where in the file everything stands. */
export interface PlacedJson {
  readonly value: unknown
  /** `file:line:column` of what a path of keys leads to; of its nearest parent where there is no such key. */
  readonly at: (...path: readonly (string | number)[]) => string
  /** What a path of keys leads to. */
  readonly get: (...path: readonly string[]) => unknown
}

/**
 * JSON that a person wrote.
 *
 * @throws PipelineError `bad-policy`
 */
export function readPlacedJson(text: string, file: string): PlacedJson {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, schema: 'json', uniqueKeys: true})
  const [broken] = document.errors
  if (broken !== undefined) {
    const {line, col} = lines.linePos(broken.pos[0])
    throw refused(
      `${file}:${line}:${col}: this is not JSON: ${broken.message.replace(/ at line \d+[\s\S]*$/, '')}`,
      'Mend the file at this place; a trailing or missing comma is the usual cause.',
    )
  }
  return {
    value: document.toJS({maxAliasCount: 0}),
    at: (...path) => placeIn(document, lines, file, path),
    get: (...path) => (path.length === 0 ? document.toJS() : plain(document.getIn(path))),
  }
}

/** What is said of a configuration that cannot be taken. */
export function refused(message: string, advice: string, cause?: unknown): PipelineError {
  return new PipelineError('bad-policy', message, advice, {cause})
}

function placeIn(
  document: Document,
  lines: LineCounter,
  file: string,
  path: readonly (string | number)[],
): string {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown =
      length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const {line, col} = lines.linePos(Number(node.range[0]))
      return `${file}:${line}:${col}`
    }
  }
  return file
}

function plain(node: unknown): unknown {
  return typeof node === 'object' &&
    node !== null &&
    'toJSON' in node &&
    typeof node.toJSON === 'function'
    ? node.toJSON()
    : node
}
