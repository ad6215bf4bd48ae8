import {join, relative, resolve} from 'node:path'
import {withLock} from '../io/lock.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {PipelineError} from '../model/error.ts'
import type {Finding} from '../model/finding.ts'
import type {Term} from '../model/term.ts'
import {listFindings} from '../report/terminal.ts'
import {readTermbase, termFinding} from '../translate/termbase.ts'
import {termFormats, type TermFormat} from '../translate/terms/formats.ts'
import {speaker} from '../words/speaker.ts'
import {put} from './put.ts'
import {paragraphs} from './paragraphs.ts'
import type {Call, ExitCode} from './verb.ts'

/** The format of the termbase that `export` was asked for: by name, else by what the file is called. */
export function termFormatNamed(
  name: string | undefined,
  out: string | undefined,
): TermFormat | undefined {
  const isFor = ({endings}: TermFormat) =>
    endings.some((ending) => out?.toLowerCase().endsWith(ending))
  return termFormats.find((format) => (name === undefined ? isFor(format) : format.name === name))
}

/** `galley export --format tbx`: the termbase → a file for other tools. */
export async function exportTerms(
  {operands, folder, cwd, value, has, print, tell, terminal}: Call,
  format: TermFormat,
): Promise<ExitCode> {
  if (operands.length > 0 || value('locale') !== undefined) {
    throw new PipelineError(
      'usage',
      'The termbase belongs to no one article or language.',
      `Leave the article and --locale out: galley export --format ${format.name} --out FILE`,
    )
  }
  const root = findPublication(folder)
  const {
    config,
    terms: file,
    words,
  } = await withLock(join(root, 'out'), () => readPublication(root))
  const {terms, findings} = readTermbase(file)
  const path = file?.path ?? 'locales/terms.json'
  const say = speaker(words, 'en', 'en')
  if (findings.length > 0) {
    if (has('json')) print(JSON.stringify({written: [], findings}, null, 2))
    else print(listFindings(findings, say, terminal))
    return 1
  }
  const notHeld = terms.filter((term) => !textsOf(term).every(format.holds))
  const warnings = notHeld.map((term): Finding => {
    const values = {id: term.id, format: format.name}
    return {...termFinding('characters', path, term, values), severity: 'warning'}
  })
  const tags = [config.source, ...config.locales.map(({tag}) => tag)]
  const content = format.write(terms, tags)
  const out = value('out')
  if (out === undefined) {
    if (warnings.length > 0) tell(`${listFindings(warnings, say, terminal)}\n`)
    print(content)
    return 0
  }
  const target = resolve(cwd, out)
  await put(target, content, has('force'))
  const written = [relative(cwd, target)]
  if (has('json')) {
    const report = {format: format.name, written, terms: terms.length, findings: warnings}
    print(JSON.stringify(report, null, 2))
  } else {
    const wrote = `Wrote ${terms.length} terms:\n  ${written.join('\n  ')}`
    print(paragraphs(listFindings(warnings, say, terminal), wrote))
  }
  return 0
}

function textsOf({note = '', forms}: Term): readonly string[] {
  const own = Object.values(forms).flatMap((one) => [
    ...one.preferred,
    ...one.allowed,
    ...one.forbidden,
    one.note ?? '',
  ])
  return [note, ...own]
}
