import {stringify} from 'csv-stringify/sync'
import type {Term, TermForms} from '../../model/term.ts'
import {languageTag} from '../termbase.ts'
import {guarded, readCells, unguarded, type Cell} from './csv-cells.ts'
import type {ReadLanguage, ReadTerm, TermFormat, TermProblem} from './formats.ts'
import {formOf, hasForms, kindNamed, localesOf, noteOf, problem} from './tell.ts'

const fields = ['id', 'kind', 'note'] as const
const parts = ['preferred', 'allowed', 'forbidden', 'note'] as const
const ranks = ['preferred', 'allowed', 'forbidden'] as const

/**
 * CSV (RFC 4180), one row a concept: `id`, `kind`, `note`, and for each language `ko`,
 * `ko allowed`, `ko forbidden`, `ko note`. Several forms in a cell stand between bars. With the
 * byte order mark that Excel needs to see UTF-8.
 */
export const csv: TermFormat = {
  name: 'csv',
  endings: ['.csv'],
  // What is not Unicode cannot be written as UTF-8.
  holds: (text) => !/\p{Surrogate}/u.test(text),
  write(terms, locales) {
    const tags = localesOf(terms, locales)
    const header = [...fields, ...tags.flatMap((tag) => parts.map((part) => columnName(tag, part)))]
    const rows = terms.map((term) => rowOf(term, tags).map(guarded))
    const options = {bom: true, record_delimiter: 'windows' as const}
    return stringify([header, ...rows], {...options, quoted_match: /^\s|\s$|[\r\n;\t]/u})
  },
  read(text) {
    const read = readCells(text)
    if ('fault' in read) return {terms: [], problems: [], fault: {variant: 'syntax', ...read.fault}}
    const [header = [], ...rows] = read.rows
    const columns = header.map(({text: name}) => columnNamed(name))
    const problems = header.flatMap(({text: name, spot}, index): readonly TermProblem[] =>
      columns[index] === undefined && name.trim() !== ''
        ? [problem('language', 'error', spot, {tag: name.trim()})]
        : [],
    )
    if (!columns.some((column) => column?.tag !== undefined))
      return {terms: [], problems: [], fault: {variant: 'shape', line: 1, column: 1}}
    const terms = rows.flatMap((row): readonly ReadTerm[] => {
      const {term, problems: found} = termIn(row, columns)
      problems.push(...found)
      return term === undefined ? [] : [term]
    })
    return {terms, problems, fault: undefined}
  },
}

interface Column {
  /** `undefined` for what is of no one language. */
  readonly tag: string | undefined
  readonly part: (typeof fields)[number] | (typeof parts)[number]
}

/** `ko`, `ko note`; `id preferred` for Indonesian, whose tag is the name of another column. */
function columnName(tag: string, part: (typeof parts)[number]): string {
  const isOther = fields.some((field) => field === tag)
  return part === 'preferred' && !isOther ? tag : `${tag} ${part}`
}

function columnNamed(name: string): Column | undefined {
  const [first = '', second = 'preferred', ...rest] = name.trim().toLowerCase().split(/\s+/u)
  const field = fields.find((one) => one === first)
  if (field !== undefined && !name.trim().includes(' ')) return {tag: undefined, part: field}
  const tag = languageTag(first.replaceAll('_', '-'))
  const part = parts.find((one) => one === second)
  return tag === undefined || part === undefined || rest.length > 0 ? undefined : {tag, part}
}

function rowOf(term: Term, tags: readonly string[]): readonly string[] {
  const kind = term.kind === 'term' ? '' : term.kind
  return [
    term.id,
    kind,
    term.note ?? '',
    ...tags.flatMap((tag) => {
      const forms = term.forms[tag]
      return parts.map((part) => (part === 'note' ? (forms?.note ?? '') : joined(forms?.[part])))
    }),
  ]
}

function joined(forms: TermForms['preferred'] = []): string {
  return forms.map((form) => form.replace(/[\\|]/gu, '\\$&')).join(' | ')
}

/** A bar between forms; one that belongs to a form has a backslash before it. */
function split(cell: string): readonly string[] {
  const pieces = cell.match(/(?:\\[\\|]|[^|])+/gu) ?? []
  return pieces.map((piece) => formOf(piece.replace(/\\([\\|])/gu, '$1'))).filter(Boolean)
}

function termIn(
  row: readonly Cell[],
  columns: readonly (Column | undefined)[],
): {readonly term?: ReadTerm; readonly problems: readonly TermProblem[]} {
  const filled = row.filter(({text}) => text.trim() !== '')
  const spot = row[0]?.spot ?? {line: 1, column: 1}
  if (filled.length === 0) return {problems: []}
  const beyond = row.slice(columns.length).find(({text}) => text.trim() !== '')
  if (beyond !== undefined) return {problems: [problem('long-row', 'error', beyond.spot)]}
  const cells = (tag: string | undefined, part: Column['part']) =>
    row.filter((_, index) => columns[index]?.tag === tag && columns[index]?.part === part)
  const texts = (tag: string | undefined, part: Column['part']) =>
    cells(tag, part).map(({text}) => unguarded(text))
  const tags = [...new Set(columns.flatMap((column) => column?.tag ?? []))]
  const languages = tags.flatMap((tag): readonly ReadLanguage[] => {
    const [preferred = [], allowed = [], forbidden = []] = ranks.map((rank) =>
      texts(tag, rank).flatMap(split),
    )
    const forms = {preferred, allowed, forbidden, note: noteOf(texts(tag, 'note').join('\n'))}
    const place = parts.flatMap((part) => cells(tag, part))[0]?.spot ?? spot
    return hasForms(forms) ? [{tag, ...forms, ...place}] : []
  })
  if (languages.length === 0) return {problems: [problem('no-forms', 'error', spot)]}
  const named = texts(undefined, 'kind').join(' ').trim()
  const kind = kindNamed(named)
  const place = cells(undefined, 'kind')[0]?.spot ?? spot
  const problems =
    kind === undefined && named !== '' ? [problem('kind', 'warning', place, {kind: named})] : []
  const id = texts(undefined, 'id')[0] || undefined
  const note = noteOf(texts(undefined, 'note').join('\n'))
  return {term: {id, kind, note, languages, ...spot}, problems}
}
