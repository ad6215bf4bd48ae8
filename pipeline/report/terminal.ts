import picocolors from 'picocolors'
import type {Finding, Severity} from '../model/finding.ts'
import type {Run} from '../model/run.ts'
import type {JudgedFinding} from '../model/verdict.ts'
import type {Speaker} from '../words/speaker.ts'
import {changesOf} from './changes.ts'
import {clean} from './clean.ts'
import type {Reporter} from './context.ts'
import {nameOfCriterion} from './criterion.ts'
import {decisionOf} from './decision.ts'
import {editionTable} from './edition-table.ts'
import {elsewhereIn} from './elsewhere.ts'
import {changesHeard} from './heard-changes.ts'
import {
  adviceOf,
  causeValues,
  declarationOf,
  placesOf,
  sentenceOf,
  viewsOf,
  waiverKey,
  waiverValues,
} from './sentence.ts'
import {shortened} from './shortened.ts'
import {leftOut} from './left-out.ts'
import {padded} from './padded.ts'
import {pageTable} from './page-table.ts'
import {releaseNote} from './release-note.ts'
import {indented, type Screen} from './screen.ts'
import {seenBefore, seenIn} from './seen.ts'
import {together, type Group} from './together.ts'
import {voiceOf} from './voice.ts'

/** A finding, as the gate judged it or before. */
type Told = Finding & Partial<JudgedFinding>

/**
 * The summary a person understands at a glance: each edition and what became of it, what was
 * found, worst first, and where release and report lie.
 */
export const terminal: Reporter = {
  id: 'terminal',
  file: 'summary.txt',
  write(run, context) {
    const words = voiceOf(context)
    const {verdict} = run
    const shown = context.verbose
      ? verdict.findings
      : verdict.findings.filter(
          ({severity, waived, known}) => severity !== 'notice' && !waived && !known,
        )
    return [
      headline(run, words, context),
      run.audited
        ? pageTable(run.audited, words, context.colour)
        : editionTable(run.editions, words, context),
      indented(elsewhereIn(run, words), '', context),
      listFindings(shown, words, context.verbose ? context : {...context, most: 5}),
      leftOut(verdict.findings, shown, words, context),
      indented(changesHeard(context, words), '', context),
      whereTo(run, words, context),
    ]
      .filter((part) => part !== '')
      .join('\n\n')
  },
}

/** Findings as a terminal shows them, worst first: place, sentence, advice, excerpt. Empty for none. */
export function listFindings(
  findings: readonly Told[],
  words: Speaker,
  screen: Screen & {readonly most?: number},
): string {
  const kinds: readonly (Severity | 'question')[] = ['error', 'warning', 'notice', 'question']
  return kinds
    .flatMap((kind) => {
      const some = findings.filter(
        ({asks, severity}) => (asks === true ? 'question' : severity) === kind,
      )
      if (some.length === 0) return []
      const title = words.say('report', `findings.${kind}`, {count: some.length})
      return [
        paint(screen).bold(inColour(kind === 'question' ? 'notice' : kind, title, screen)),
        ...listed(some, words, screen),
      ]
    })
    .join('\n\n')
}

/** One by one, or of each kind a few and how many more there are. */
function listed(
  findings: readonly Told[],
  words: Speaker,
  screen: Screen & {readonly most?: number},
): readonly string[] {
  const groups = together(findings)
  const {most = groups.length} = screen
  const seen = new Map<string, number>()
  return groups.flatMap((group) => {
    const {finding} = group
    const {check, message} = finding
    const kind = `${check} ${message.key}`
    const before = seen.get(kind) ?? 0
    seen.set(kind, before + 1)
    if (before < most) return [one(group, words, screen)]
    if (before > most) return []
    const rest = groups.filter((other) => isKind(other.finding, finding)).slice(most)
    const count = rest.flatMap(({members}) => members).length
    const text = words.say('report', 'findings.more', {count, check})
    return [paint(screen).dim(indented(text, '  ', screen))]
  })
}

function isKind(told: Told, other: Told): boolean {
  return told.check === other.check && told.message.key === other.message.key
}

function one({finding, alike}: Group<Told>, words: Speaker, screen: Screen): string {
  const colours = paint(screen)
  const {criteria, engines, excerpt, waived, cause, place, declared = []} = finding
  const advice = adviceOf(finding, words)
  const about = [
    ...criteria.map(nameOfCriterion),
    engines.join(' + '),
    viewsOf(finding).join(', '),
    shortened(place.selector ?? ''),
  ].filter((part) => part !== '')
  return [
    `${inColour(finding.severity, '●', screen)} ${colours.bold(clean(placesOf(finding, alike, words)))}  ${colours.dim(finding.check)}`,
    indented(sentenceOf(finding, words).text, '  ', screen),
    ...(excerpt === undefined ? [] : [colours.dim(indented(`│ ${excerpt}`, '  ', screen))]),
    ...changesOf(finding, words)
      .slice(0, 4)
      .map((change) => indented(change, '  · ', screen)),
    ...(advice ? [indented(advice.text, '  → ', screen)] : []),
    ...declared.map((each) => {
      const {rule, place: at} = declarationOf(each)
      return colours.dim(indented(`${rule} ← ${at}`, '  ', screen))
    }),
    ...(waived
      ? [indented(words.say('report', waiverKey(waived), waiverValues(waived)), '  ', screen)]
      : []),
    ...(cause ? [indented(words.say('report', 'caused', causeValues(cause)), '  ', screen)] : []),
    ...(about.length > 0 ? [colours.dim(indented(about.join(' · '), '  ', screen))] : []),
  ].join('\n')
}

function headline(run: Run, words: Speaker, screen: Screen): string {
  const {verdict} = run
  const passed = verdict.decision === 'passed'
  const colours = paint(screen)
  const decision = words.say('report', `decision.${decisionOf(run)}`)
  const seen = words.say('report', 'seen', seenIn(run, words))
  const before = seenBefore(run)
  return [
    colours.bold(passed ? colours.green(`✓ ${decision}`) : colours.red(`✗ ${decision}`)),
    indented(seen, '  ', screen),
    ...(before === 0
      ? []
      : [indented(words.say('report', 'seen.before', {count: before}), '  ', screen)]),
    ...(run.absent === undefined
      ? []
      : [indented(words.say('report', 'absent', {names: run.absent.join(', ')}), '  ', screen)]),
  ].join('\n')
}

function whereTo(
  {release, audited}: Run,
  words: Speaker,
  {releasePath, reportPath, ...screen}: Parameters<Reporter['write']>[1],
): string {
  const colours = paint(screen)
  const {k, values} = release ? releaseNote(release) : {}
  const note = k && words.say('report', k, values)
  const rows = [
    ...(audited ? [] : [[words.say('report', 'release'), releasePath, note]]),
    [words.say('report', 'report'), reportPath, undefined],
  ]
  return rows
    .map(([label = '', path, more]) =>
      [colours.dim(padded(label, 8)), path ?? words.say('report', 'release.none'), more]
        .filter((part) => part !== undefined)
        .join('  '),
    )
    .join('\n')
}

function inColour(severity: Severity, text: string, screen: Screen): string {
  const colours = paint(screen)
  return {error: colours.red, warning: colours.yellow, notice: colours.cyan}[severity](text)
}

/** Colours as they are asked for, never as the environment would have them. */
function paint({colour}: Screen): ReturnType<typeof picocolors.createColors> {
  return picocolors.createColors(colour)
}
