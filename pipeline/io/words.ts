import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {findNodeAtLocation} from 'jsonc-parser'
import {PipelineError} from '../model/error.ts'
import type {WordFile, Words} from '../model/publication.ts'
import {spotAt} from '../model/spot.ts'
import {namespaces, type Namespace} from './namespaces.ts'
import {readJson} from './read-json.ts'
import {readText} from './text-file.ts'

/** Words of these namespaces in every locale; a later root's words win, key by key. */
export function readWords(
  roots: readonly string[],
  tags: readonly string[],
  kinds: readonly Namespace[] = namespaces,
): Words {
  const words: Record<string, Record<string, Record<string, string>>> = {}
  for (const tag of tags) {
    for (const namespace of kinds) {
      for (const root of new Set(roots)) {
        const path = `locales/${tag}/${namespace}.json`
        if (!existsSync(join(root, path))) continue
        const own = parseWords(readText(root, path), path)
        const inLocale = (words[tag] ??= {})
        inLocale[namespace] = {...inLocale[namespace], ...own}
      }
    }
  }
  return words
}

/** A publication's own words in one language, as they stand in their files. */
export function readWordFiles(root: string, locale: string): readonly WordFile[] {
  const files: WordFile[] = []
  for (const namespace of ['site', 'topics'] as const) {
    const path = `locales/${locale}/${namespace}.json`
    if (!existsSync(join(root, path))) continue
    const text = readText(root, path)
    files.push({path, text, locale, namespace, words: parseWords(text, path)})
  }
  return files
}

function parseWords(text: string, path: string): Readonly<Record<string, string>> {
  const refuse = (what: string, cause?: unknown) =>
    new PipelineError(
      'unreadable-file',
      `${path}${what}`,
      'Mend the file; it is a flat list of "key": "text".',
      {cause},
    )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw refuse(readJson(text, false).fault ?? ': this is not JSON.', cause)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse(': this is not a list of keys and texts.')
  }
  const entries = Object.entries(value)
  const wrong = entries.find(([, one]) => typeof one !== 'string')
  if (wrong !== undefined) {
    const {tree} = readJson(text, false)
    const offset = tree && findNodeAtLocation(tree, [wrong[0]])?.offset
    const {line, column} = spotAt(text, offset ?? 0)
    throw refuse(`:${line}:${column}: the text of "${wrong[0]}" is not a string.`)
  }
  return Object.fromEntries(entries.map(([key, one]) => [key, String(one)]))
}
