import {mend} from './mend.ts'
import {opinionOptions} from './opinions.ts'
import {pseudoRun} from './pseudo-run.ts'
import {ratchetOptions} from './ratchet.ts'
import {refuseBeside} from './refuse-beside.ts'
import {run} from './run.ts'
import type {Verb} from './verb.ts'
import {reportOptions} from './write-reports.ts'

/** What pseudo-locales are not looked at for. */
const idle = ['fix', 'record', 'ratchet', 'github', 'report', 'since', 'second-opinions']

/** `galley check`: everything but writing and releasing. */
export const check: Verb = {
  name: 'check',
  operands: '',
  summary: 'render and check every edition; write no translation, release nothing',
  about:
    'Does what `galley publish` does up to the verdict. Locale files are compared with the articles\n' +
    'but not written, and nothing is released. This is the gate of a pull request.\n' +
    'With --fix, what is certain is corrected in the locale files first, and nothing else in them is\n' +
    'touched: wrong particles, spaces before particles, stray characters, ids of headings. What is\n' +
    'waived stays.',
  options: {
    fix: {type: 'boolean', about: 'correct in the locale files what is certain'},
    github: {type: 'boolean', about: 'print findings as annotations for GitHub Actions'},
    pseudo: {
      type: 'boolean',
      about:
        'check the pseudo-locales en-XA (accents, 40 % longer) and ko-XB (long Hangul) instead',
    },
    ...ratchetOptions,
    ...opinionOptions,
    ...reportOptions,
    verbose: {type: 'boolean', about: 'list notices too, and what only a person can answer'},
  },
  async run(call) {
    refuseBeside(
      call,
      'pseudo',
      idle,
      'Pseudo-locales are looked at alone, and told in out/report/pseudo.html.',
    )
    if (call.has('pseudo')) return pseudoRun(call)
    if (call.has('fix')) await mend(call)
    return run(call, {save: false, release: false})
  },
}
