import {pseudoRun} from './pseudo-run.ts'
import {run} from './run.ts'
import type {Verb} from './verb.ts'

/** `galley check`: everything but writing and releasing. */
export const check: Verb = {
  name: 'check',
  operands: '',
  summary: 'render and check every edition; write no translation, release nothing',
  about:
    'Does what `galley publish` does up to the verdict. Locale files are compared with the articles\n' +
    'but not written, and nothing is released. This is the gate of a pull request.',
  options: {
    github: {type: 'boolean', about: 'print findings as annotations for GitHub Actions'},
    pseudo: {
      type: 'boolean',
      about:
        'check the pseudo-locales en-XA (accents, 40 % longer) and ko-XB (long Hangul) instead',
    },
    verbose: {type: 'boolean', about: 'list notices too, and what only a person can answer'},
  },
  run: (call) => (call.has('pseudo') ? pseudoRun(call) : run(call, {save: false, release: false})),
}
