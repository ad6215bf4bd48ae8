import {readFile} from 'node:fs/promises'
import {basename, dirname, resolve} from 'node:path'
import {writeAtomic} from '../io/files.ts'
import {git} from '../io/git.ts'
import {findPublication, readConfig} from '../io/publication.ts'
import {PipelineError} from '../model/error.ts'
import {mergeSidecars} from '../translate/merge/merge-sidecar.ts'
import {mergeTexts} from '../translate/merge/merge-texts.ts'
import type {Verb} from './verb.ts'

/** `galley merge-driver`: what git calls to merge a locale file. */
export const mergeDriver: Verb = {
  name: 'merge-driver',
  operands: 'BASE OURS THEIRS PATH',
  summary: 'merge a locale file by units; git calls it',
  about:
    'Merges three versions of a locale file or of its sidecar, unit by unit, and writes the outcome\n' +
    'over OURS, as git asks of a merge driver. Of a unit with two translations both are kept, the\n' +
    'second behind the first as <key>#theirs, and git says that there is a conflict. Set up once with\n' +
    '`galley install-merge-driver`.',
  options: {},
  async run({operands, cwd, has, print, tell}) {
    const [base, ours, theirs, path] = operands
    if (base === undefined || ours === undefined || theirs === undefined || path === undefined)
      throw new PipelineError(
        'usage',
        'A merge driver is given three files and a path.',
        'Let git call it: galley install-merge-driver',
      )
    const [was, our, their] = [
      await read(cwd, base),
      await read(cwd, ours),
      await read(cwd, theirs),
    ]
    const sidecar = path.endsWith('.units.json')
    const merged = sidecar
      ? asFile(mergeSidecars(was, our, their))
      : mergeTexts(was, our, their, await isOfSource(resolve(cwd, path)))
    if (merged === undefined) {
      tell(`${path} is not readable on every side; its lines are merged instead of its units.\n`)
      const {code} = await git(
        cwd,
        'merge-file',
        '-L',
        'ours',
        '-L',
        'base',
        '-L',
        'theirs',
        ours,
        base,
        theirs,
      )
      return code === 0 ? 0 : 1
    }
    await writeAtomic(resolve(cwd, ours), merged.text)
    if (has('json')) print(JSON.stringify({path, conflicts: merged.conflicts}, null, 2))
    for (const {key, ours: here, theirs: there} of merged.conflicts)
      tell(
        `${path}: two translations of ${key}, both kept\n  ours:   ${here}\n  theirs: ${there}\n`,
      )
    return merged.conflicts.length === 0 ? 0 : 1
  },
}

async function read(cwd: string, file: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8')
  } catch (cause) {
    throw new PipelineError(
      'unreadable-file',
      `${file} cannot be read.`,
      'Let git call it: galley install-merge-driver',
      {cause},
    )
  }
}

function asFile(text: string | undefined) {
  return text === undefined ? undefined : {text, conflicts: []}
}

/**
 * The source locale's files follow the articles: the next sync writes them. Where the configuration
 * cannot be read, as in the middle of its own merge, both texts are kept.
 */
async function isOfSource(path: string): Promise<boolean> {
  try {
    const {source} = await readConfig(findPublication(dirname(path)))
    return basename(dirname(path)) === source
  } catch (error) {
    if (error instanceof PipelineError) return false
    throw error
  }
}
