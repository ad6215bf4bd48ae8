import {run} from './run.ts'
import type {Verb} from './verb.ts'
import {reportOptions} from './write-reports.ts'

/** `galley release`: make live what passes, translations as they are. */
export const release: Verb = {
  name: 'release',
  operands: '',
  summary: 'release the editions that pass, leaving locale files as they are',
  about:
    'Renders and checks as `galley check` does, reusing what is unchanged since then, and releases\n' +
    'the editions that pass. A release is an immutable folder in out/releases/, named by the hash of\n' +
    'its contents; out/current points at the live one.',
  options: {
    ...reportOptions,
    verbose: {type: 'boolean', about: 'list notices too, and what only a person can answer'},
  },
  run: (call) => run(call, {save: false, release: true}),
}
