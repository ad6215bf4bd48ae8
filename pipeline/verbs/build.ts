import {existsSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {versions} from 'node:process'
import {setFlagsFromString} from 'node:v8'
import {readBuilt, standsAsBuilt, sumsOf, type Built} from '../io/built.ts'
import {findPublication, packageRoot} from '../io/find-publication.ts'
import {knownFiles} from '../io/known-files.ts'
import {momentOfBuild} from '../io/moment.ts'
import {programName} from '../io/program.ts'
import {nameOfSources} from '../io/sources.ts'
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
    'as it is. Pictures for sharing and files to take along are made by `galley publish` alone; pages\n' +
    'do not name them then. out/build/ is replaced as a whole, and stays as it was where a template\n' +
    'fails; a FOLDER of yours must be empty or not there yet, or hold what an earlier build wrote\n' +
    'there. What has not changed since is left as it is; with --fresh everything is made anew. What\n' +
    'is due and what is news is told by the clock, or by SOURCE_DATE_EPOCH.',
  options: {fresh: {type: 'boolean', about: 'use nothing that was remembered from earlier runs'}},
  async run({operands, folder, cwd, has, print}) {
    const [named] = operands
    const root = findPublication(folder)
    const own = join(root, 'out/build')
    const target = named === undefined ? own : resolve(cwd, named)
    const memory = join(root, '.galley/memory')
    const store = join(memory, named === undefined ? 'built' : 'built-elsewhere')
    const isAgain = !has('fresh') && existsSync(store)
    optimiseLess(isAgain)
    const known = knownFiles(root, has('fresh') ? undefined : join(memory, 'files'))
    const [sources, program] = [nameOfSources(root, packageRoot, known), programName()]
    const now = momentOfBuild()
    const last = has('fresh') ? undefined : readBuilt(store, target)
    const isCurrent =
      last !== undefined && isStill(last, sources(), program, now) && standsAsBuilt(last)
    const built = isCurrent
      ? last
      : // What makes a build is not even loaded where there is nothing to make.
        await (
          await import('./build-anew.ts')
        ).buildAnew(root, {
          folder: target,
          isOurs: named === undefined,
          memory: has('fresh') ? undefined : memory,
          store,
          last,
          known,
          sources,
          program,
          now,
        })
    known.save()
    const {editions, errors} = built
    const files = built.holds.files.size
    if (has('json')) {
      print(JSON.stringify({folder: target, editions, files, errors}, null, 2))
      return 0
    }
    const where = relative(cwd, target) || '.'
    print(`${editions} editions in ${files} files are in ${where}; nobody has checked them.`)
    if (errors === 1) print('1 error was found on the way: `galley check` names it.')
    if (errors > 1) print(`${errors} errors were found on the way: \`galley check\` names them.`)
    return 0
  },
}

/**
 * Of what runs where little has changed next to nothing runs so often that optimising it pays; where
 * everything is made, half of what V8 would optimise is thrown away again or soon done with.
 */
function optimiseLess(isAgain: boolean): void {
  // V8 from 12 on (Node 22) has no such budget, and says on standard error that it knows no such flag.
  const hasBudget = Number.parseInt(versions.v8) < 12
  if (hasBudget) setFlagsFromString(`--interrupt-budget=${isAgain ? 2_000_000 : 500_000}`)
  if (!isAgain) setFlagsFromString('--always-sparkplug')
}

/** Whether the same would be built now. */
function isStill(last: Built, sources: string, program: string, now: number): boolean {
  return (
    last.sources === sources &&
    last.program === program &&
    last.since <= now &&
    now < last.until &&
    // Asked last: a record by another program may not have it.
    Object.entries(sumsOf(Object.keys(last.outside))).every(
      ([path, sum]) => last.outside[path] === sum,
    )
  )
}
