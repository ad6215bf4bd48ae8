import type {Place} from '../model/finding.ts'
import type {JudgedFinding} from '../model/verdict.ts'
import type {Speaker} from '../words/speaker.ts'
import {clean} from './clean.ts'
import {fileNames} from './in-repository.ts'
import {jsonReporter, toldOf} from './json-reporter.ts'
import {adviceOf, sentenceOf} from './sentence.ts'
import {voiceOf} from './voice.ts'

/**
 * GitLab's code quality report: what is open, by the file and line that people edit. What only
 * asks for a person and what is waived is left out, as GitLab knows neither.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlab = jsonReporter(
  {id: 'gitlab', file: 'gl-code-quality-report.json'},
  (run, context) => {
    const {verdict} = run
    const fileOf = fileNames(run)
    const words = voiceOf(context)
    const open = verdict.findings.filter(({waived, asks}) => waived === undefined && !asks)
    return toldOf(open, (finding) => issueOf(finding, fileOf(finding) ?? finding.place, words))
  },
)

function issueOf(
  finding: JudgedFinding,
  {file, line}: Pick<Place, 'file' | 'line'>,
  words: Speaker,
): object {
  const {check, id} = finding
  const text = [sentenceOf(finding, words).text, adviceOf(finding, words)?.text]
  return {
    description: clean(text.filter((part) => part !== undefined).join(' ')),
    check_name: check,
    fingerprint: id,
    severity: weightOf(finding),
    location: {path: clean(file), lines: {begin: line ?? 1}},
  }
}

function weightOf({severity, blocks}: JudgedFinding): 'critical' | 'major' | 'minor' | 'info' {
  if (blocks) return 'critical'
  return ({error: 'major', warning: 'minor', notice: 'info'} as const)[severity]
}
