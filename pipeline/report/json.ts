import type {EditionSummary, Run} from '../model/run.ts'
import type {JudgedFinding} from '../model/verdict.ts'
import {speaker, type Speaker} from '../words/speaker.ts'
import type {ReportContext} from './context.ts'
import {heardChanges} from './heard-changes.ts'
import {jsonReporter, toldOf} from './json-reporter.ts'
import {questionsIn} from './json-questions.ts'
import {adviceOf, sentenceOf, viewsOf} from './sentence.ts'
import {transcribe} from './transcript.ts'

/**
 * The whole run for machines: two-space JSON, keys always in this order, no time in it;
 * `docs/report.schema.json` is its JSON Schema.
 *
 * - `schema`: 2; it grows with every change that takes something away or changes its meaning.
 * - `decision`: `passed` or `held`.
 * - `editions`: `slug`, `locale`, `headline`, `decision` (`release` or `hold`), `because` (ids of
 *   the findings that hold it), `progress` (units, by state; words), `found` (by severity),
 *   `transcript` (what a screen reader says of its page, a line an utterance, in its language).
 * - `elsewhere`: what was found that no edition's `found` counts, by severity; null in an audit.
 * - `audited`: the pages of an audit (`path`, `decision`, `unchanged`, `found`, and
 *   `transcript`, the text file beside the report of what a screen reader says of it), else null.
 * - `findings`, in the order of the report: `id` (stable across runs), `check`, `severity`,
 *   `outcome` (`failed` or `cantTell`), `blocks`, `waived` (the waiver, or null), `known` (to the ratchet),
 *   `cause` (by which it is known where it was not there itself, or null), `declared` (what style
 *   sheets say that makes it look so, and where), `fingerprint` (for waivers), `message` and `advice`
 *   (English), `key` and `values` (for other languages), `place` (`file`, 1-based `line` and `column`, `unit`, `selector`, `view`), `source` (where the words come from, or null),
 *   `views`, `locale`, `article`, `criteria` (WCAG 2.2), `act` (ids of ACT rules),
 *   `engines`, `excerpt`, `expected`, `actual`, `url`, `pictures` (by SHA-256), `changes` (what
 *   explains that a page looks otherwise), `pages` (all, where one cause shows on several). What is
 *   not known is null.
 * - `questions` that only a person can answer, with nothing found wrong (`found` does not count
 *   them): what a finding says, once, and its `places`, each with what is known of it.
 * - `transcripts`: what a screen reader says otherwise than in those of `since` (a folder; null where
 *   there is nothing to compare with): in `changed` the `pages`, their language, and stretches of
 *   lines `gone` and `new`, each `after` a line that stays.
 * - `checked`: check id → at how many places it ran.
 * - `pages`, `views`, `browser`; `absent`: checkers of EPUBs that are not installed; `release`: `id`, `changed` and `without`, or null.
 */
export const json = jsonReporter(
  {id: 'json', file: 'report.json'},
  (run, {words, transcripts, since}) => {
    const {verdict, pages, views, browser, release} = run
    const english = speaker(words, 'en', 'en')
    return {
      schema: 2,
      decision: verdict.decision,
      editions: run.editions.map((edition) => editionOf(edition, run, words)),
      elsewhere: run.elsewhere ?? null,
      audited:
        run.audited?.map((page) => ({
          ...page,
          transcript: transcripts.get(page.path)?.file ?? null,
        })) ?? null,
      findings: toldOf(
        verdict.findings.filter(({asks}) => !asks),
        (finding) => findingOf(finding, english),
      ),
      questions: questionsIn(verdict.findings, english),
      transcripts: {since: since ?? null, changed: heardChanges(transcripts)},
      checked: Object.fromEntries(
        Object.entries(verdict.checked).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
      pages,
      views,
      browser,
      absent: run.absent ?? [],
      release: release
        ? {id: release.id, changed: release.changed, without: release.without ?? null}
        : null,
    }
  },
)

function editionOf(edition: EditionSummary, {verdict}: Run, all: ReportContext['words']): object {
  const {slug, locale, headline, decision, progress, found} = edition
  const judged = verdict.editions.find((one) => one.slug === slug && one.locale === locale)
  const {units, translated, reviewed, drafts, untranslated, stale, wordsLeft, words} = progress
  return {
    slug,
    locale,
    headline,
    decision,
    because: (judged?.because ?? []).flatMap((index) => verdict.findings[index]?.id ?? []),
    progress: {units, translated, reviewed, drafts, untranslated, stale, wordsLeft, words},
    found: {error: found.error, warning: found.warning, notice: found.notice},
    transcript: transcribe(edition.heard?.speech ?? [], speaker(all, locale, 'en')).map(
      ({text}) => text,
    ),
  }
}

function findingOf(finding: JudgedFinding, english: Speaker): object {
  const {file, line, column, unit, selector, view} = finding.place
  return {
    id: finding.id,
    check: finding.check,
    severity: finding.severity,
    outcome: finding.outcome,
    blocks: finding.blocks,
    waived: finding.waived ?? null,
    known: finding.known,
    cause: finding.cause ?? null,
    fingerprint: finding.fingerprint,
    message: sentenceOf(finding, english).text,
    advice: adviceOf(finding, english)?.text ?? null,
    key: finding.message.key,
    values: finding.message.values,
    place: {
      file,
      line: line ?? null,
      column: column ?? null,
      unit: unit ?? null,
      selector: selector ?? null,
      view: view ?? null,
    },
    source: finding.place.source ?? null,
    views: viewsOf(finding),
    locale: finding.locale ?? null,
    article: finding.article ?? null,
    criteria: finding.criteria,
    act: finding.act ?? [],
    engines: finding.engines,
    excerpt: finding.excerpt ?? null,
    expected: finding.expected ?? null,
    actual: finding.actual ?? null,
    url: finding.url ?? null,
    changes: (finding.changes ?? []).map(({place, ...change}) => ({
      ...change,
      ...(place?.source && {source: place.source}),
    })),
    pages: (finding.pages ?? []).map((page) => ({file: page.file, views: page.views})),
    declared: finding.declared ?? [],
    pictures: finding.pictures ?? [],
  }
}
