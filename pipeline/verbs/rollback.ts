import {join} from 'node:path'
import {withLock} from '../io/lock.ts'
import {findPublication} from '../io/publication.ts'
import * as releases from '../io/release.ts'
import {PipelineError} from '../model/error.ts'
import type {Verb} from './verb.ts'

/** `galley rollback`: make the previous release live again. */
export const rollback: Verb = {
  name: 'rollback',
  operands: '',
  summary: 'make the previous release live again',
  about:
    'Switches out/current back to the release before the live one, in one atomic step. Nothing is\n' +
    'rendered or checked again: it is the very bytes that were live before. Where these still show\n' +
    'what has been withdrawn since, nothing is switched, unless you say --with-withdrawn.',
  options: {
    'with-withdrawn': {type: 'boolean', about: 'show again what has been withdrawn since'},
  },
  async run({folder, has, print}) {
    const out = join(findPublication(folder), 'out')
    const {from, to} = await withLock(out, () =>
      releases.rollback(out, (pages) => {
        if (!has('with-withdrawn')) throw withdrawn(pages)
      }),
    )
    print(
      has('json')
        ? JSON.stringify({from, to}, null, 2)
        : `Live again: release ${to.slice(0, 12)} (before: ${from.slice(0, 12)}).`,
    )
    return 0
  },
}

function withdrawn(pages: readonly string[]): PipelineError {
  const [first = '', ...others] = pages
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return new PipelineError(
    'withdrawn',
    `The release before the live one still shows what has been withdrawn since: ${first}${more}.`,
    'Publish what may be read with `galley publish`. `galley rollback --with-withdrawn` goes back all the same.',
  )
}
