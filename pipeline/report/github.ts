import type {Place, Severity} from '../model/finding.ts'
import type {Run} from '../model/run.ts'
import type {JudgedFinding} from '../model/verdict.ts'
import type {Speaker} from '../words/speaker.ts'
import {clean} from './clean.ts'
import type {Reporter, ReportContext} from './context.ts'
import {decisionOf} from './decision.ts'
import {editionCells, editionColumns} from './edition-table.ts'
import {elsewhereIn} from './elsewhere.ts'
import {changesHeard} from './heard-changes.ts'
import {fileNames} from './in-repository.ts'
import {pageCells, pageColumns, pagesTold} from './page-table.ts'
import {adviceOf, placesOf, sentenceOf, sourceOf} from './sentence.ts'
import {shortened} from './shortened.ts'
import {together, type Group} from './together.ts'
import {voiceOf} from './voice.ts'

/** GitHub shows ten annotations of each kind for a step, and drops the rest; the last notice is ours. */
const SHOWN: Readonly<Record<Severity, number>> = {error: 10, warning: 10, notice: 9}

/**
 * Workflow commands for GitHub Actions: findings in files of the repository as annotations on
 * their lines, errors first; then what holds and stands in no such file, as on the pages of an audit,
 * once for all pages it is alike on; then a line that says how many more there are.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const github: Reporter = {
  id: 'github',
  file: 'annotations.txt',
  write(run, {reportPath, ...context}) {
    const {verdict, files} = run
    // GitHub finds no file that is only made in a repository, and not kept in it.
    const fileOf = files?.isCommitted === true ? fileNames(run) : sourceOf
    const words = voiceOf(context)
    const open = verdict.findings.filter((finding) => !finding.waived && !finding.asks)
    const severities: readonly Severity[] = ['error', 'warning', 'notice']
    const shown = severities.flatMap((severity) => {
      const own = open.filter((one) => one.severity === severity)
      const placed = own.filter((one) => sourceOf(one) !== undefined).map(alone)
      const others = own.filter((one) => one.blocks && sourceOf(one) === undefined)
      return [...placed, ...together(others)].slice(0, SHOWN[severity])
    })
    const more = open.length - shown.flatMap(({members}) => members).length
    return [
      ...shown.map((group) => annotation(group, fileOf(group.finding), words)),
      ...(more > 0
        ? [`::notice::${data(words.say('report', 'github.more', {count: more, reportPath}))}`]
        : []),
    ].join('\n')
  },
}

/** The run as a job summary in GitHub's Markdown: the verdict, a table of editions, what blocks. */
export function githubSummary(run: Run, context: ReportContext): string {
  const words = voiceOf(context)
  const say = (key: string) => cell(words.say('report', key))
  const {told, more} = pagesTold(run.audited ?? [], words)
  const [columns, names, rows] = run.audited
    ? [pageColumns, 1, told.map((page) => pageCells(page, words))]
    : [
        editionColumns.map((name) => `column.${name}`),
        2,
        run.editions.map((edition) => editionCells(edition, words)),
      ]
  const notes = [...more, elsewhereIn(run, words), changesHeard(context, words)]
  const blocking = together(run.verdict.findings.filter(({blocks}) => blocks))
  const rest = blocking.slice(50).flatMap(({members}) => members).length
  return [
    `## ${run.verdict.decision === 'passed' ? '✅' : '⛔'} ${say(`decision.${decisionOf(run)}`)}`,
    '',
    `| ${columns.map(say).join(' | ')} |`,
    `| ${columns.map((_, index) => (index >= names && index < columns.length - 1 ? '--:' : '---')).join(' | ')} |`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
    ...notes.flatMap((note) => (note === '' ? [] : ['', cell(note)])),
    ...(blocking.length > 0 ? [''] : []),
    ...blocking
      .slice(0, 50)
      .map(
        ({finding, alike}) =>
          `- **${cell(placesOf(finding, alike, words))}** ${cell(sentenceOf(finding, words).text)} ${cell(adviceOf(finding, words)?.text ?? '')}`,
      ),
    ...(rest > 0
      ? [
          '',
          cell(words.say('report', 'github.more', {count: rest, reportPath: context.reportPath})),
        ]
      : []),
    '',
  ].join('\n')
}

function alone(finding: JudgedFinding): Group<JudgedFinding> {
  return {finding, members: [finding], alike: 0}
}

/** A page that is no file of the repository is named in the text, and GitHub looks for none. */
function annotation(
  {finding, alike}: Group<JudgedFinding>,
  {file, line, column}: Partial<Pick<Place, 'file' | 'line' | 'column'>> = {},
  words: Speaker,
): string {
  const properties = [
    ...(file === undefined ? [] : [`file=${property(file)}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(line === undefined || column === undefined ? [] : [`col=${column}`]),
    `title=${property(finding.check)}`,
  ]
  const {selector} = finding.place
  const at = [placesOf(finding, alike, words), selector && shortened(selector)].filter(
    (one) => one !== undefined,
  )
  const text = [
    ...(file === undefined ? [at.join(' · ')] : []),
    sentenceOf(finding, words).text,
    adviceOf(finding, words)?.text,
  ]
    .filter((part) => part !== undefined)
    .join('\n')
  return `::${finding.severity} ${properties.join(',')}::${data(text)}`
}

/** @actions/core escapes a command's text and its properties in these ways. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** Text that stays text in GitHub's Markdown, inside a table too. */
function cell(text: string): string {
  return clean(text)
    .replace(/[\\`*_[\]|~#@!]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
