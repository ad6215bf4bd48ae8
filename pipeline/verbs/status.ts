import {translationChecks} from '../check/checks.ts'
import {houseOf} from '../check/house.ts'
import {otherwiseElsewhere, sentencesOf} from '../check/translation/elsewhere.ts'
import {gate} from '../gate/gate.ts'
import {readArticle} from '../ingest/article.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import type {Edition, Progress} from '../model/edition.ts'
import type {Finding} from '../model/finding.ts'
import type {Publication} from '../model/publication.ts'
import {plainText} from '../markdown/plain.ts'
import {assemble} from '../translate/assemble.ts'
import {syncArticle} from '../translate/sync.ts'
import {readTermbase} from '../translate/termbase.ts'
import {padded, widthsOf} from '../report/padded.ts'
import {listFindings} from '../report/terminal.ts'
import {speaker} from '../words/speaker.ts'
import type {Verb} from './verb.ts'

/** `galley status`: how far each translation has come. */
export const status: Verb = {
  name: 'status',
  operands: '',
  summary: 'show how far each translation has come',
  about:
    'For each article and language: units, those not translated and the words in them, those that are\n' +
    'stale, drafts or reviewed, and what the checks of the text find (waived findings left out; what\n' +
    'only the pages show, `galley check` finds). Reads only; the locale files need not be up to date.\n' +
    'An article that cannot be read is named with what is wrong, and the exit code is 1.',
  options: {},
  async run({folder, has, print, tell, terminal}) {
    const publication = await readPublication(findPublication(folder))
    const sources = publication.articles.map((file) => readArticle(file, publication.config.source))
    const rows = rowsOf(publication, sources)
    print(has('json') ? JSON.stringify(rows, null, 2) : table(rows))
    // An article that cannot be read has no row.
    const unread = sources.flatMap(({article, findings}) => (article === undefined ? findings : []))
    if (unread.length === 0) return 0
    tell(`\n${listFindings(unread, speaker(publication.words, 'en', 'en'), terminal)}\n`)
    return 1
  },
}

interface Row {
  readonly slug: string
  readonly locale: string
  readonly headline: string
  readonly progress: Progress
  readonly found: Readonly<Record<Finding['severity'], number>>
}

function rowsOf(
  {config, catalogs, terms: file}: Publication,
  sources: readonly ReturnType<typeof readArticle>[],
): readonly Row[] {
  const {terms} = readTermbase(file)
  const {policy} = config
  const translated = sources.flatMap(({article}) => {
    if (article === undefined) return []
    const targets = config.locales.map(({tag}) => tag).filter((tag) => tag !== article.locale)
    const synced = syncArticle(article, targets, catalogs)
    return synced.catalogs.map((catalog) => ({
      edition: assemble(article, synced.segments, catalog, policy),
      found: synced.findings.filter(({locale}) => locale === catalog.locale),
    }))
  })
  const editions = translated.map(({edition}) => edition)
  const house = houseOf(terms, config)
  const together = otherwiseElsewhere(
    editions.map((edition) => ({...edition, sentences: sentencesOf(edition)})),
  )
  return translated.map(({edition, found}, index) => {
    const judged = [
      ...translationChecks.flatMap((check) => check.judge(edition, house)),
      ...(together[index] ?? []),
    ]
    const {slug, locale, progress, headline} = edition
    return {
      slug,
      locale,
      headline: plainText(headline.text),
      progress,
      found: count(edition, [...found, ...judged], policy),
    }
  })
}

/** Findings by severity, without those that are waived. */
function count(
  edition: Edition,
  findings: readonly Finding[],
  policy: Publication['config']['policy'],
): Row['found'] {
  const today = new Date().toISOString().slice(0, 10)
  const verdict = gate({editions: [edition], findings, checked: {}, policy, today})
  const open = verdict.findings.filter(
    ({waived, article}) => waived === undefined && article !== undefined,
  )
  const of = (severity: Finding['severity']) =>
    open.filter((finding) => finding.severity === severity).length
  return {error: of('error'), warning: of('warning'), notice: of('notice')}
}

function table(rows: readonly Row[]): string {
  const lines = [
    [
      'article',
      'language',
      'units',
      'untranslated',
      'words left',
      'stale',
      'drafts',
      'translated',
      'reviewed',
      'errors',
      'warnings',
    ],
    ...rows.map(({slug, locale, progress: p, found}) => [
      slug,
      locale,
      ...[p.units, p.untranslated, p.wordsLeft, p.stale, p.drafts, p.translated, p.reviewed].map(
        String,
      ),
      ...[found.error, found.warning].map(String),
    ]),
  ]
  const widths = widthsOf(lines)
  return lines
    .map((line) =>
      line
        .map((cell, column) => padded(cell, widths[column] ?? 0, column < 2 ? 'end' : 'start'))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
