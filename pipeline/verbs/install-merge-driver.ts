import {existsSync, realpathSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {writeIfUnchanged} from '../io/files.ts'
import {git} from '../io/git.ts'
import {findPublication} from '../io/publication.ts'
import {PipelineError} from '../model/error.ts'
import type {Verb} from './verb.ts'

const attributes = 'locales/*/*.json merge=galley'

/** `galley install-merge-driver`: let git merge locale files by units. */
export const installMergeDriver: Verb = {
  name: 'install-merge-driver',
  operands: '',
  summary: 'let git merge locale files by units, in this clone',
  about:
    'Names `galley merge-driver` in the configuration of this clone (.git/config), and the files it is\n' +
    'for in .gitattributes, which is to be committed. Each clone installs it once; without it git\n' +
    'merges locale files line by line. Run it again after Galley or Node has moved.',
  options: {},
  async run({folder, has, print}) {
    const root = findPublication(folder)
    if ((await git(root, 'rev-parse', '--git-dir')).code !== 0)
      throw new PipelineError(
        'no-repository',
        `${root} is not in a git repository.`,
        'Make one with `git init`, or run this in a clone.',
      )
    const program = [process.execPath, ...process.execArgv, realpathSync(process.argv[1] ?? '')]
    const driver = program.map(quoted).join(' ')
    const settings = [
      ['merge.galley.name', 'Galley: translations by unit'],
      ['merge.galley.driver', `${driver} merge-driver %O %A %B %P`],
    ] as const
    for (const [name, value] of settings) {
      if ((await git(root, 'config', '--local', name, value)).code === 0) continue
      throw new PipelineError(
        'unwritable-file',
        'The configuration of this clone cannot be written.',
        'Check that .git/config is yours to write.',
      )
    }
    const added = await attribute(join(root, '.gitattributes'))
    if (has('json')) print(JSON.stringify({driver: settings[1][1], attributes, added}, null, 2))
    else
      print(
        added
          ? 'git merges locale files by units from now on. Commit .gitattributes, so that every clone that has run this does.'
          : 'git merges locale files by units from now on.',
      )
    return 0
  },
}

/** Name the files in `.gitattributes`, behind what stands there; whether it was not yet so. */
async function attribute(path: string): Promise<boolean> {
  const before = existsSync(path) ? await readFile(path, 'utf8') : undefined
  if (before?.split(/\r?\n/u).includes(attributes)) return false
  const gap = before === undefined || before === '' || before.endsWith('\n') ? '' : '\n'
  if (await writeIfUnchanged(path, before, `${before ?? ''}${gap}${attributes}\n`)) return true
  throw new PipelineError(
    'would-overwrite',
    '.gitattributes was edited at this moment; that edit was kept.',
    'Run the command again.',
  )
}

/** As a shell takes it, whatever the path has in it. */
function quoted(path: string): string {
  return `'${path.replaceAll("'", String.raw`'\''`)}'`
}
