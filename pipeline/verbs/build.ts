import {rm} from 'node:fs/promises'
import {join, relative, resolve} from 'node:path'
import {emptyFolder, writeBuild} from '../io/build-folder.ts'
import {subsetFonts} from '../io/fonts.ts'
import {findPublication, packageRoot, readPublication} from '../io/publication.ts'
import {loadTemplates} from '../io/templates.ts'
import {build} from '../build.ts'
import type {Verb} from './verb.ts'

/** `galley build`: the files of every edition, for looking at and for measuring. */
export const buildVerb: Verb = {
  name: 'build',
  operands: '[FOLDER]',
  summary: 'write every edition into a folder, unchecked; nothing is released',
  about:
    'Renders what `galley publish` would check, every edition whose time has come, and writes the\n' +
    'files into FOLDER (else out/build/): for a look without a browser, for other tools, for\n' +
    'measuring. Nothing is checked or held back, no locale file is written, and what is live stays\n' +
    'as it is. out/build/ is replaced as a whole; a FOLDER of yours must be empty or not there yet.',
  options: {},
  async run({operands, folder, cwd, has, print}) {
    const [named] = operands
    const root = findPublication(folder)
    const target = named === undefined ? join(root, 'out/build') : resolve(cwd, named)
    // What an earlier build of ours wrote there is replaced as a whole.
    if (named === undefined) await rm(target, {recursive: true, force: true})
    emptyFolder(target)
    const publication = await readPublication(root)
    const looks = await loadTemplates([root, packageRoot])
    const {renditions, fonts, editions, findings} = build(
      publication,
      looks,
      new Date().toISOString(),
    )
    const files = [...renditions, ...(await subsetFonts(fonts, join(root, '.galley/cache')))]
    writeBuild(target, files)
    const errors = findings.filter(({severity}) => severity === 'error').length
    if (has('json')) {
      print(JSON.stringify({folder: target, editions, files: files.length, errors}, null, 2))
      return 0
    }
    const where = relative(cwd, target) || '.'
    print(`${editions} editions in ${files.length} files are in ${where}; nobody has checked them.`)
    if (errors > 0) print(`${errors} errors were found on the way: \`galley check\` names them.`)
    return 0
  },
}
