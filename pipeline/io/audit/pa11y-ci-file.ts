import {readFile} from 'node:fs/promises'
import {basename} from 'node:path'
import {pathToFileURL} from 'node:url'
import {getNodeValue, type Node} from 'jsonc-parser'
import {PipelineError} from '../../model/error.ts'
import {spotAt} from '../../model/spot.ts'
import {refused} from '../placed-json.ts'
import {readJson} from '../read-json.ts'

/** Something that a pa11y-ci configuration says, and where. */
export interface Said {
  readonly value: unknown
  readonly file: string
  /** 1-based; left out where the configuration is a program. */
  readonly line?: number
  readonly column?: number
  /** What it holds, where it is an object. */
  readonly entries: readonly (readonly [string, Said])[]
  /** What it holds, where it is a list. */
  readonly items: readonly Said[]
}

/**
 * Reads a pa11y-ci configuration. A program is run only where somebody named it: one that merely
 * lies there may be anybody's.
 *
 * @throws PipelineError `bad-policy`, `unreadable-file`
 */
export async function readPa11yCiFile(path: string, isNamed: boolean): Promise<Said> {
  const file = basename(path)
  const isProgram = /\.[cm]?js$/.test(path)
  if (isProgram && !isNamed) {
    throw refused(
      `${file} is a program, and was not run.`,
      `Name it, if it is yours: --config ${file}; or write it as JSON, in .pa11yci.json.`,
    )
  }
  const text = (await (isProgram ? resultOf(path, file) : textOf(path))).replace(/^\uFEFF/, '')
  const {tree, fault} = readJson(text, true)
  if (tree === undefined) throw refused(`${file}${fault}`, 'Mend the file at this place.')
  if (tree.type !== 'object') {
    throw refused(`${file}: a configuration is an object.`, 'Write {"urls": […]}.')
  }
  return saidBy(tree, file, isProgram ? undefined : text)
}

/** `.pa11yci:3:5` */
export function placeOf({file, line, column}: Pick<Said, 'file' | 'line' | 'column'>): string {
  return line === undefined ? file : `${file}:${line}:${column}`
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw unreadable(path, 'cannot be read', cause)
  })
}

/** What a program exports, without what JSON has no words for (`log` is a list of functions). */
async function resultOf(path: string, file: string): Promise<string> {
  const loaded: unknown = await import(pathToFileURL(path).href).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw unreadable(path, `cannot be run: ${reason}`, cause)
  })
  const {default: config} = Object(loaded)
  const text: string | undefined = JSON.stringify(config)
  if (text?.startsWith('{')) return text
  throw refused(`${file} exports no configuration.`, 'Export an object: module.exports = {…}')
}

function unreadable(path: string, what: string, cause: unknown): PipelineError {
  const advice = 'Check that the file is there and yours to read.'
  return new PipelineError('unreadable-file', `${path} ${what}.`, advice, {cause})
}

function saidBy(node: Node, file: string, text: string | undefined): Said {
  const {type, children = []} = node
  const read = (child: Node) => saidBy(child, file, text)
  return {
    value: getNodeValue(node) as unknown,
    file,
    ...(text !== undefined && spotAt(text, node.offset)),
    entries:
      type === 'object'
        ? children.flatMap(({children: [key, value] = []}) =>
            key && value ? [[String(key.value), read(value)] as const] : [],
          )
        : [],
    items: type === 'array' ? children.map(read) : [],
  }
}
