import {run} from './run.ts'
import type {Verb} from './verb.ts'
import {reportOptions} from './write-reports.ts'

/** `galley publish`: the whole pipeline. */
export const publish: Verb = {
  name: 'publish',
  operands: '',
  summary: 'bring translations up to date, render, check, and release what passes',
  about:
    'Reads the articles, brings the locale files up to date, renders every edition, looks at every\n' +
    'page in a headless browser, and releases the editions that pass. An edition that does not pass\n' +
    'is left out, and nothing points at it. The report lies in out/report/.',
  options: {
    ...reportOptions,
    verbose: {type: 'boolean', about: 'list notices too, and what only a person can answer'},
  },
  run: (call) => run(call, {save: true, release: true}),
}
