import type {Location, Log, ReportingDescriptor, Result} from 'sarif'
import type {Severity} from '../model/finding.ts'
import {grouped} from '../model/grouped.ts'
import type {Declaration} from '../model/declaration.ts'
import type {JudgedFinding} from '../model/verdict.ts'
import type {Speaker} from '../words/speaker.ts'
import type {ReportContext} from './context.ts'
import {nameOfCriterion} from './criterion.ts'
import {fileNames} from './in-repository.ts'
import {jsonReporter} from './json-reporter.ts'
import {adviceOf, declarationOf, sentenceOf, viewsOf, waiverKey, waiverValues} from './sentence.ts'
import {voiceOf} from './voice.ts'

/**
 * SARIF 2.1.0, as GitHub code scanning and editors read it. A result stands where its words come
 * from (article, locale file, template), or in the page's own file where an audited folder holds it;
 * else on the page, whose paths start from `RELEASE`.
 * Identity is the finding's id; waivers are suppressions; what only asks for a person is `review`.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export const sarif = jsonReporter({id: 'sarif', file: 'report.sarif'}, (run, context) => {
  const {verdict, url} = run
  const fileOf = fileNames(run)
  const words = voiceOf(context)
  const hasRatchet = verdict.findings.some(({known}) => known)
  const byCheck = grouped(verdict.findings, ({check}) => check)
  const ids = [...byCheck.keys()].toSorted()
  const places = new Map(ids.map((id, index) => [id, index]))
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Galley',
            semanticVersion: context.version,
            rules: ids.map((id) => ruleOf(id, byCheck.get(id) ?? [], words, context)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {RELEASE: {uri: url}},
        results: verdict.findings.map((finding) =>
          resultOf(finding, places.get(finding.check) ?? -1, words, hasRatchet, fileOf),
        ),
      },
    ],
  }
  return log
})

/** GitHub takes no more tags for one rule. */
const mostTags = 20

function ruleOf(
  id: string,
  own: readonly JudgedFinding[],
  words: Speaker,
  context: ReportContext,
): ReportingDescriptor {
  const criteria = [...new Set(own.flatMap((one) => one.criteria))].toSorted()
  const url = own.find((one) => /^https?:/.test(one.url ?? ''))?.url
  const tags = [...(criteria.length > 0 ? ['accessibility'] : []), ...tagsOf(criteria)]
  return {
    id,
    shortDescription: {text: wellFormed(aboutOf(id, criteria, words, context))},
    ...(url !== undefined && {helpUri: encoded(url)}),
    properties: {tags: tags.slice(0, mostTags)},
  }
}

/**
 * What a rule is about, whatever it has found: its sentence where that names nothing of a page, else
 * its criterion, else its id, read as words.
 */
function aboutOf(
  id: string,
  criteria: readonly string[],
  words: Speaker,
  context: Pick<ReportContext, 'words'>,
): string {
  const sentence = context.words[words.languageOf('findings', id)]?.['findings']?.[id]
  if (sentence !== undefined && !sentence.includes('{{')) return words.say('findings', id)
  const names = criteria.map((criterion) => {
    const key = `criterion.${criterion}`
    const name = words.has('report', key) ? ` ${words.say('report', key)}` : ''
    return `${nameOfCriterion(criterion)}${name}`
  })
  return names.length > 0 ? words.list(names) : id.replace(/[/_-]+/g, ' ')
}

function tagsOf(criteria: readonly string[]): readonly string[] {
  return criteria.map((criterion) => nameOfCriterion(criterion).replace('WCAG ', 'WCAG 2.2 '))
}

const levels = {error: 'error', warning: 'warning', notice: 'note'} as const satisfies Readonly<
  Record<Severity, Result['level']>
>

function resultOf(
  finding: JudgedFinding,
  ruleIndex: number,
  words: Speaker,
  hasRatchet: boolean,
  fileOf: ReturnType<typeof fileNames>,
): Result {
  const {check, severity, outcome, blocks, asks, waived, id, excerpt, declared = []} = finding
  const advice = adviceOf(finding, words)?.text
  const text = [sentenceOf(finding, words).text, advice].filter((part) => part !== undefined)
  return {
    ruleId: check,
    ruleIndex,
    // "If kind has any value other than fail, level shall be none" (3.27.10).
    ...(asks ? {kind: 'review', level: 'none'} : {kind: 'fail', level: levels[severity]}),
    message: {text: wellFormed(text.join('\n'))},
    locations: [locationOf(finding, fileOf(finding))],
    ...(declared.length > 0 && {relatedLocations: declared.map(relatedOf)}),
    partialFingerprints: {'galley/v1': id},
    ...(hasRatchet && {baselineState: baselineStateOf(finding)}),
    suppressions: waived
      ? [
          {
            kind: 'external',
            status: 'accepted',
            justification: wellFormed(words.say('report', waiverKey(waived), waiverValues(waived))),
          },
        ]
      : [],
    properties: {
      tags: [...tagsOf(finding.criteria)],
      outcome,
      blocks,
      views: viewsOf(finding),
      engines: finding.engines,
      ...(excerpt !== undefined && {excerpt: wellFormed(excerpt)}),
    },
  }
}

/** What has a known cause was not there, and is nothing new either. */
function baselineStateOf({known, cause}: JudgedFinding): 'new' | 'unchanged' | 'updated' {
  if (cause !== undefined) return 'updated'
  return known ? 'unchanged' : 'new'
}

function locationOf(
  {place}: JudgedFinding,
  source: ReturnType<ReturnType<typeof fileNames>>,
): Location {
  const {file, line, column} = source ?? place
  const logical = [
    ...(place.selector === undefined
      ? []
      : [{fullyQualifiedName: wellFormed(`${place.file} ${place.selector}`), kind: 'element'}]),
    ...(place.unit === undefined ? [] : [{fullyQualifiedName: place.unit, kind: 'resource'}]),
  ]
  return {
    physicalLocation: {
      artifactLocation: {
        uri: uriOf(file),
        ...(source === undefined && {uriBaseId: 'RELEASE'}),
      },
      ...(line !== undefined && {
        region: {startLine: line, ...(column !== undefined && {startColumn: column})},
      }),
    },
    ...(logical.length > 0 && {logicalLocations: logical}),
  }
}

/** The line of a style sheet that gives an element its look; one of the site's own files is only named. */
function relatedOf(declaration: Declaration, id: number): Location {
  const {rule, place} = declarationOf(declaration)
  const {file, line, column} = declaration.place
  const isSource = /(^|\/)templates\//.test(file)
  return {
    id,
    message: {text: wellFormed(isSource ? rule : `${rule} ← ${place}`)},
    ...(isSource && {
      physicalLocation: {
        artifactLocation: {uri: uriOf(file)},
        region: {startLine: line, startColumn: column},
      },
    }),
  }
}

function uriOf(file: string): string {
  return encoded(file).replace(/[?#:]/g, encodeURIComponent)
}

/** A text that a URI may hold: all that is no part of one is percent-encoded. */
function encoded(text: string): string {
  return encodeURI(wellFormed(text)).replace(/[[\]]/g, encodeURIComponent)
}

/** Half a surrogate pair is no character; JSON would carry it, and readers choke on it. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD')
}
