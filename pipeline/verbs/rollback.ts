import {join} from 'node:path'
import {withLock} from '../io/lock.ts'
import {findPublication} from '../io/publication.ts'
import * as releases from '../io/release.ts'
import type {Verb} from './verb.ts'

/** `galley rollback`: make the previous release live again. */
export const rollback: Verb = {
  name: 'rollback',
  operands: '',
  summary: 'make the previous release live again',
  about:
    'Switches out/current back to the release before the live one, in one atomic step. Nothing is\n' +
    'rendered or checked again: it is the very bytes that were live before.',
  options: {},
  async run({folder, has, print}) {
    const out = join(findPublication(folder), 'out')
    const {from, to} = await withLock(out, () => releases.rollback(out))
    print(
      has('json')
        ? JSON.stringify({from, to}, null, 2)
        : `Live again: release ${to.slice(0, 12)} (before: ${from.slice(0, 12)}).`,
    )
    return 0
  },
}
