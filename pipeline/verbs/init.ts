import {join, relative, resolve} from 'node:path'
import {isProgramAbove} from '../io/program-above.ts'
import {packageRoot, readPublication} from '../io/publication.ts'
import {saveCatalogs} from '../io/save-catalogs.ts'
import {writeStarter} from '../io/starter.ts'
import {dayIn} from '../words/day-in.ts'
import {broughtUp} from './brought-up.ts'
import type {Verb} from './verb.ts'

/** `galley init [FOLDER]`: a new publication. */
export const init: Verb = {
  name: 'init',
  operands: '[FOLDER]',
  summary: 'make a new publication in a folder that is empty or not there yet',
  about:
    'Writes publication.json, one short article in English and its Korean translation, the paper’s\n' +
    'name in both languages, a README and a .gitignore: a publication that passes its own gate.\n' +
    'Without FOLDER it is made here. A folder that has anything in it but .git is refused, and\n' +
    'nothing is ever overwritten.',
  options: {},
  async run({operands, folder, cwd, has, print}) {
    const [named] = operands
    const root = named === undefined ? resolve(folder) : resolve(cwd, named)
    const {timeZone} = new Intl.DateTimeFormat().resolvedOptions()
    const copied = await writeStarter(root, {timeZone, today: dayIn(timeZone, new Date())})
    const publication = await readPublication(root)
    const files = broughtUp(publication).flatMap((one) => one.files)
    await saveCatalogs(root, publication.catalogs, files)
    const synced = files.flatMap(({locale, slug}) =>
      ['.json', '.units.json'].map((ending) => `locales/${locale}/${slug}${ending}`),
    )
    const written = [...new Set([...copied, ...synced])].toSorted()
    if (has('json')) {
      print(JSON.stringify({folder: root, written}, null, 2))
      return 0
    }
    print(
      [
        `A new publication is in ${root}:`,
        ...written.map((path) => `  ${path}`),
        '',
        'What to do next:',
        ...toPublish(root, cwd),
      ].join('\n'),
    )
    return 0
  },
}

/** A command that finds this program: npx would fetch somebody else's where there is none. */
function toPublish(root: string, cwd: string): readonly string[] {
  // Who is somewhere else wants the whole path, and not the way up and down again.
  const near = relative(cwd, root)
  const path = near.startsWith('../..') ? root : near
  const where = quoted(path)
  const there = where === '' ? [] : [`  cd ${where}`]
  if (isProgramAbove(root)) return [...there, '  npx galley publish']
  if (isProgramAbove(cwd)) return [`  npx galley publish --publication ${where}`]
  return [...there, `  node ${quoted(join(packageRoot, 'dist/cli.js'))} publish`]
}

function quoted(path: string): string {
  return /[^\w./-]/.test(path) ? `'${path}'` : path
}
