import {join} from 'node:path'
import {readArticle} from '../ingest/article.ts'
import {withLock} from '../io/lock.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {saveCatalogs} from '../io/save-catalogs.ts'
import {inlineParserFor, type InlineParser} from '../markdown/inline.ts'
import type {Article} from '../model/article.ts'
import type {Catalog, CatalogFiles} from '../model/catalog.ts'
import type {Finding} from '../model/finding.ts'
import type {Publication} from '../model/publication.ts'
import {listFindings} from '../report/terminal.ts'
import {catalogFiles} from '../translate/catalog-files.ts'
import {bringBack} from '../translate/exchange/bring-back.ts'
import {
  formatOf,
  formats,
  type ExchangeFormat,
  type ReadArticle,
} from '../translate/exchange/formats.ts'
import {recall} from '../translate/exchange/recall.ts'
import {importFinding} from '../translate/import/import-finding.ts'
import {syncArticle} from '../translate/sync.ts'
import {speaker} from '../words/speaker.ts'
import {unicodeText} from './unicode-text.ts'
import {exchangeReport, type BroughtArticle} from './import-exchange-report.ts'
import {paragraphs} from './paragraphs.ts'
import type {Call, ExitCode} from './verb.ts'

/** Endings of the files that `export` writes and that come back from translators' tools. */
export const exchangeEndings: readonly string[] = [
  ...new Set(formats.flatMap(({endings}) => endings)),
]

/** `galley import FILE` of a PO, XLIFF or TMX file: what came back from a translator's tool. */
export async function importExchange(
  {folder, has, value, print, terminal}: Call,
  name: string,
  bytes: Uint8Array,
): Promise<ExitCode> {
  const root = findPublication(folder)
  return withLock(join(root, 'out'), async () => {
    const publication = await readPublication(root)
    const options = {
      name,
      force: has('force'),
      slug: value('article'),
      locale: value('locale'),
    }
    const result = takeFile(publication, bytes, options)
    const {articles, files, findings} = result
    const failed = findings.some(({severity}) => severity === 'error')
    const changed = files.filter((one) => !isStored(one, publication.catalogs))
    if (!has('dry-run')) await saveCatalogs(root, publication.catalogs, changed)
    const written = has('dry-run')
      ? []
      : changed.map(({locale, slug}) => `locales/${locale}/${slug}.json`)
    const report = exchangeReport(articles)
    if (has('json')) print(JSON.stringify({...report.data, written, findings}, null, 2))
    else {
      const list = listFindings(findings, speaker(publication.words, 'en', 'en'), terminal)
      print(paragraphs(list, report.text))
    }
    return failed ? 1 : 0
  })
}

interface Options {
  readonly name: string
  readonly force: boolean
  readonly slug: string | undefined
  readonly locale: string | undefined
}

interface Taken {
  readonly articles: readonly BroughtArticle[]
  readonly files: readonly CatalogFiles[]
  readonly findings: readonly Finding[]
}

function takeFile(publication: Publication, bytes: Uint8Array, options: Options): Taken {
  const {name} = options
  const refuse = (variant: string, line: number, column: number): Taken => ({
    articles: [],
    files: [],
    findings: [finding(`file/${variant}`, options, {line, column}, {})],
  })
  const text = unicodeText(bytes)
  if (text === undefined) return refuse('encoding', 1, 1)
  const format = formatOf(name, text)
  const {articles, fault} = format?.read(text) ?? {articles: [], fault: undefined}
  if (format === undefined) return refuse('shape', 1, 1)
  if (fault !== undefined) return refuse(fault.variant, fault.line, fault.column)
  return articles.reduce<Taken>(
    (before, article) => takeArticle(publication, article, format, options, before),
    {articles: [], files: [], findings: []},
  )
}

function takeArticle(
  publication: Publication,
  read: ReadArticle,
  format: ExchangeFormat,
  options: Options,
  before: Taken,
): Taken {
  const {config, articles: sources} = publication
  const all = sources.flatMap((file) => readArticle(file, config.source).article ?? [])
  const wanted = options.slug ?? read.slug
  const named =
    wanted === undefined && (format.holds === 'memory' || all.length === 1)
      ? all
      : all.filter(({slug}) => slug === wanted)
  const tags = config.locales.map(({tag}) => tag)
  const fail = (key: string, values: Readonly<Record<string, string>>): Taken => ({
    ...before,
    findings: [...before.findings, finding(key, options, undefined, values)],
  })
  if (named.length === 0)
    return fail('unknown-article', {
      article: wanted ?? '',
      articles: all.map(({slug}) => slug).join(', '),
    })
  const locale = matching(options.locale ?? read.locale, tags)
  // A memory holds many languages; those that nobody publishes in are not asked for.
  if (locale === undefined && format.holds === 'memory') return before
  if (locale === undefined)
    return fail('locale', {locale: options.locale ?? read.locale ?? '', locales: tags.join(', ')})
  return named
    .filter((article) => article.locale !== locale)
    .reduce(
      (taken, article) => into(publication, article, locale, read, format, options, taken),
      before,
    )
}

function into(
  {catalogs}: Publication,
  article: Article,
  locale: string,
  read: ReadArticle,
  format: ExchangeFormat,
  {name, force}: Options,
  before: Taken,
): Taken {
  // What an earlier part of the file brought is there already.
  const stored = [
    ...before.files,
    ...catalogs.filter((one) => !before.files.some((file) => isSame(file, one))),
  ]
  const synced = syncArticle(article, [locale], stored)
  const errors = synced.findings.filter(({severity}) => severity === 'error')
  const [catalog] = synced.catalogs
  if (catalog === undefined || errors.length > 0)
    return {...before, findings: [...before.findings, ...errors]}
  const parse = inlineParserFor(article.body)
  const brought =
    format.holds === 'memory'
      ? recalled(catalog, read, parse)
      : bringBack(catalog, read.units, {name, format, parse, force})
  const files = [
    ...synced.files.filter((one) => one.locale !== locale),
    catalogFiles(brought.catalog),
  ]
  return {
    articles: [...before.articles, {slug: article.slug, locale, format: format.name, brought}],
    files: [...before.files.filter((one) => !files.some((file) => isSame(file, one))), ...files],
    findings: [...before.findings, ...brought.findings],
  }
}

function recalled(
  catalog: Catalog,
  read: ReadArticle,
  parse: InlineParser,
): BroughtArticle['brought'] {
  const {keys, catalog: now} = recall(catalog, read.units, parse)
  const units = keys.map((key) => ({key, outcome: 'draft' as const, line: 1}))
  return {catalog: now, units, findings: []}
}

/** The publication's tag for a language as tools write it: `ko_KR` is `ko` where there is no other. */
function matching(name: string | undefined, tags: readonly string[]): string | undefined {
  const plain = (name ?? '').replaceAll('_', '-').toLowerCase()
  const language = (tag: string) => tag.toLowerCase().split('-', 1)[0]
  const near = tags.filter((tag) => language(tag) === language(plain))
  return (
    tags.find((tag) => tag.toLowerCase() === plain) ?? (near.length === 1 ? near[0] : undefined)
  )
}

function isSame(one: CatalogFiles, other: CatalogFiles): boolean {
  return one.slug === other.slug && one.locale === other.locale
}

function isStored(files: CatalogFiles, stored: readonly CatalogFiles[]): boolean {
  const before = stored.find((one) => isSame(one, files))
  return before?.texts === files.texts && before?.units === files.units
}

function finding(
  key: string,
  {name, locale = '', slug = ''}: Options,
  spot: {readonly line: number; readonly column: number} | undefined,
  values: Readonly<Record<string, string>>,
): Finding {
  const about = {locale, article: slug}
  return importFinding(key, 'error', {file: name, ...spot}, about, {file: name, ...values})
}
