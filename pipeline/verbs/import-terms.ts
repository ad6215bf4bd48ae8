import {mkdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {writeIfUnchanged} from '../io/files.ts'
import {withLock} from '../io/lock.ts'
import {pathWithin} from '../io/path-within.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {PipelineError} from '../model/error.ts'
import type {Finding} from '../model/finding.ts'
import type {Publication, TextFile} from '../model/publication.ts'
import {listFindings} from '../report/terminal.ts'
import {importFinding} from '../translate/import/import-finding.ts'
import {readTermbase} from '../translate/termbase.ts'
import {termFormats, type TermFormat, type TermProblem} from '../translate/terms/formats.ts'
import {mergeTerms} from '../translate/terms/merge.ts'
import {writeTerms} from '../translate/terms/write-terms.ts'
import {speaker} from '../words/speaker.ts'
import {unicodeText} from './unicode-text.ts'
import {paragraphs} from './paragraphs.ts'
import type {Call, ExitCode} from './verb.ts'

/** Endings of files that hold a termbase. */
export const termEndings: readonly string[] = termFormats.flatMap(({endings}) => endings)

/** `galley import terms.tbx`: a file of terms → `locales/terms.json`. */
export async function importTerms(
  {folder, has, value, print, terminal}: Call,
  name: string,
  bytes: Uint8Array,
): Promise<ExitCode> {
  if (value('article') !== undefined || value('locale') !== undefined) {
    throw new PipelineError(
      'usage',
      'The termbase belongs to no one article or language.',
      'Leave --article and --locale out.',
    )
  }
  const root = findPublication(folder)
  return withLock(join(root, 'out'), async () => {
    const publication = await readPublication(root)
    const taken = takeTerms(publication, name, bytes, has('force'))
    const {file, text, findings, counts} = taken
    const changes = text !== undefined && text !== file.text && !has('dry-run')
    if (changes) await save(root, file.path, publication.terms?.text, text)
    const written = changes ? [file.path] : []
    if (has('json')) print(JSON.stringify({counts, written, findings}, null, 2))
    else {
      const list = listFindings(findings, speaker(publication.words, 'en', 'en'), terminal)
      const lines = Object.entries(counts ?? {}).flatMap(([key, count]) =>
        count === 0 ? [] : [`${String(count).padStart(6)}  ${says[key] ?? ''}`],
      )
      const report = counts === undefined ? [] : [`${file.path}, from ${name}:`, ...lines]
      print(paragraphs(list, report.join('\n')))
    }
    return findings.some(({severity}) => severity === 'error') ? 1 : 0
  })
}

const says: Readonly<Record<string, string>> = {
  new: 'new',
  extended: 'have something new',
  same: 'had all of it',
  absent: 'are not in the file, and stay as they are',
}

interface Taken {
  readonly file: TextFile
  /** The termbase's file as it is now; `undefined` where nothing could be taken. */
  readonly text: string | undefined
  readonly counts: Readonly<Record<string, number>> | undefined
  readonly findings: readonly Finding[]
}

function takeTerms(
  {config, terms: stored}: Publication,
  name: string,
  bytes: Uint8Array,
  wins: boolean,
): Taken {
  const file = stored ?? {path: 'locales/terms.json', text: '[]\n'}
  const refuse = (findings: readonly Finding[]): Taken => ({
    file,
    text: undefined,
    counts: undefined,
    findings,
  })
  const own = readTermbase(file)
  if (own.findings.length > 0) return refuse(own.findings)
  const text = unicodeText(bytes)
  if (text === undefined) return refuse([faultIn(name, 'encoding', 1, 1)])
  const {terms, problems, fault} = formatOf(name).read(text)
  if (fault !== undefined) return refuse([faultIn(name, fault.variant, fault.line, fault.column)])
  const locales = [config.source, ...config.locales.map(({tag}) => tag)]
  const merged = mergeTerms(own.terms, terms, {locales: [...new Set(locales)], wins})
  const count = (outcome: string) =>
    [...merged.outcomes.values()].filter((one) => one === outcome).length
  const findings = [...problems, ...merged.problems].map((one) => findingOf(name, one))
  return {
    file,
    text: writeTerms(file.text, own.terms, merged.terms),
    counts: {
      new: count('new'),
      extended: count('extended'),
      same: count('same'),
      absent: merged.terms.length - merged.outcomes.size,
    },
    findings: findings.sort((one, other) => (one.place.line ?? 0) - (other.place.line ?? 0)),
  }
}

function formatOf(name: string): TermFormat {
  const found = termFormats.find(({endings}) =>
    endings.some((ending) => name.toLowerCase().endsWith(ending)),
  )
  if (found !== undefined) return found
  throw new PipelineError('usage', `${name} holds no terms.`, `Give a ${termEndings.join(' or ')}.`)
}

function faultIn(file: string, variant: string, line: number, column: number): Finding {
  return plain(importFinding(`file/${variant}`, 'error', {file, line, column}, nobody, {file}))
}

function findingOf(file: string, {variant, severity, line, column, values}: TermProblem): Finding {
  const place = {file, line, column}
  return plain(importFinding(`terms/${variant}`, severity, place, nobody, values))
}

const nobody = {locale: '', article: ''}

/** A termbase's finding is about no one locale or article. */
function plain(finding: Finding): Finding {
  return {...finding, locale: undefined, article: undefined}
}

async function save(
  root: string,
  path: string,
  was: string | undefined,
  now: string,
): Promise<void> {
  const target = await pathWithin(root, path)
  await mkdir(dirname(target), {recursive: true})
  if (await writeIfUnchanged(target, was, now)) return
  throw new PipelineError(
    'would-overwrite',
    `${path} was edited while Galley was running; that edit was kept and nothing was written over it.`,
    'Run the command again: it takes the edit along.',
  )
}
