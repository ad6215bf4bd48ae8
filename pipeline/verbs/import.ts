import {dirname, extname, join, resolve} from 'node:path'
import {decode} from '../ingest/decode.ts'
import {readArticle} from '../ingest/article.ts'
import {ingest as ingestText} from '../ingest/ingest.ts'
import {readTranslation} from '../ingest/translation.ts'
import {slugsOf} from '../ingest/slug.ts'
import {sha256} from '../io/digest.ts'
import {revisionsOf} from '../io/git-history.ts'
import {withLock} from '../io/lock.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {saveCatalogs} from '../io/save-catalogs.ts'
import {readBytes} from '../io/text-file.ts'
import {hasMdx} from '../markdown/inline.ts'
import type {Article} from '../model/article.ts'
import {PipelineError} from '../model/error.ts'
import type {Finding} from '../model/finding.ts'
import type {Publication} from '../model/publication.ts'
import {listFindings} from '../report/terminal.ts'
import {catalogFiles} from '../translate/catalog-files.ts'
import {importableEndings, importerFor, type Importer} from '../translate/import/importers.ts'
import {takeIn} from '../translate/import/take-in.ts'
import {syncArticle} from '../translate/sync.ts'
import {speaker} from '../words/speaker.ts'
import {targetNamed} from './export.ts'
import {exchangeEndings, importExchange} from './import-exchange.ts'
import {importTerms, termEndings} from './import-terms.ts'
import {importReport} from './import-report.ts'
import {paragraphs} from './paragraphs.ts'
import type {Verb} from './verb.ts'

/** `galley import FILE`: an existing translation → the locale files of its article. */
export const importVerb: Verb = {
  name: 'import',
  operands: 'FILE',
  summary: 'take an existing translation of an article into the locale files',
  about:
    `Reads FILE (${importableEndings.join(', ')}), finds out which of its blocks translates which\n` +
    'segment of the article, and puts the texts into locales/<tag>/<slug>.json. Where the article has\n' +
    'changed since, its revisions in git tell which text belongs where. What is not certain\n' +
    'becomes a draft with the reason noted; text without a counterpart is kept among the retired\n' +
    'units. A unit that has a translation keeps it, unless --force is given; the other text is kept\n' +
    'in either case.\n\n' +
    `Of a file that \`galley export\` wrote (${exchangeEndings.join(', ')}), what a translator changed is\n` +
    'taken, with states and notes; what was translated here in the meantime stays, and the other text\n' +
    'is kept. A memory (.tmx) fills units without a translation, as drafts, where the source is the same.\n\n' +
    `Of a file of terms (${termEndings.join(', ')}), what is new goes into locales/terms.json; where the two\n` +
    'disagree both stay, or with --force the file’s.',
  options: {
    article: {type: 'string', value: 'SLUG', about: 'the article it is a translation of'},
    locale: {type: 'string', value: 'TAG', about: 'the language it is in; else the only target'},
    source: {
      type: 'string',
      value: 'FILE',
      about: 'the document it was translated from, if its git history is not the article’s',
    },
    force: {type: 'boolean', about: 'let it take the place of translations that are there'},
    'dry-run': {type: 'boolean', about: 'report only; write nothing'},
  },
  async run(call) {
    const {operands, folder, cwd, value, has, print, terminal} = call
    const [file] = operands
    if (file === undefined) {
      throw new PipelineError(
        'usage',
        'Name one file to import.',
        'For example: galley import old/story.ko.md --article story --locale ko',
      )
    }
    if (exchangeEndings.some((ending) => file.toLowerCase().endsWith(ending)))
      return importExchange(call, file, await readBytes(resolve(cwd, file)))
    if (termEndings.some((ending) => file.toLowerCase().endsWith(ending)))
      return importTerms(call, file, await readBytes(resolve(cwd, file)))
    const importer = knownImporter(file)
    const root = findPublication(folder)
    const bytes = await readBytes(resolve(cwd, file))
    const force = has('force')
    return withLock(join(root, 'out'), async () => {
      const publication = await readPublication(root)
      const article = articleNamed(publication, value('article'))
      const locale = targetNamed(publication, article, value('locale'))
      const synced = syncArticle(article, [locale], publication.catalogs)
      const [catalog] = synced.catalogs
      const broken = synced.findings.filter(({severity}) => severity === 'error')
      const words = speaker(publication.words, 'en', 'en')
      if (catalog === undefined || broken.length > 0) {
        if (has('json')) print(JSON.stringify({written: [], findings: broken}, null, 2))
        else print(listFindings(broken, words, terminal))
        return 1
      }
      const {text} = decode(bytes, file)
      const isRaw = file.toLowerCase().endsWith('.txt')
      const dialect = hasMdx(article.body) ? 'mdx' : 'md'
      const imported = importer.read(
        {
          name: file,
          text,
          locale,
          asArticle: () =>
            readTranslation(file, isRaw ? asMarkdown(file, bytes, locale) : text, locale, dialect),
        },
        {
          article,
          segments: synced.segments,
          catalog,
          history: importer.wantsHistory
            ? await historyOf(root, cwd, article, value('source'))
            : [],
        },
      )
      const {findings, ...taken} = takeIn(catalog, imported, {name: file, force})
      // What became of raw text has other lines than the file.
      const found = isRaw ? findings.map(withoutLine) : findings
      const files = [
        ...synced.files.filter((one) => one.locale !== locale),
        catalogFiles(taken.catalog),
      ]
      if (!has('dry-run')) await saveCatalogs(root, publication.catalogs, files)
      const report = importReport(imported, {...taken, findings: found})
      if (has('json')) print(JSON.stringify(report.data, null, 2))
      else print(paragraphs(listFindings(found, words, terminal), report.text))
      return imported.offers.length > 0 ? 0 : 1
    })
  },
}

/** Raw text as the article that `ingest` would make of it. */
function asMarkdown(name: string, bytes: Uint8Array, locale: string): string {
  return ingestText({name, bytes, locale, slug: undefined, fix: false, hash: sha256}).text
}

/**
 * Earlier revisions of the article, newest first: of the document it was translated from, where one
 * is named, and of the article's own file.
 */
async function historyOf(
  root: string,
  cwd: string,
  {file, body, locale}: Article,
  source: string | undefined,
): Promise<readonly Article[]> {
  const dialect = hasMdx(body) ? 'mdx' : 'md'
  const named = source === undefined ? [] : [resolve(cwd, source)]
  const revisions = [
    ...(await Promise.all(
      named.map(async (path) => ({path, text: decode(await readBytes(path), path).text})),
    )),
    ...(await Promise.all(named.map((path) => revisionsOf(dirname(path), path)))).flat(),
    ...(await revisionsOf(root, file)),
  ]
  return revisions.map(({path, text}) => readTranslation(path, text, locale, dialect))
}

function withoutLine(finding: Finding): Finding {
  const {line: _line, column: _column, ...place} = finding.place
  return {...finding, place}
}

function knownImporter(file: string): Importer {
  const importer = importerFor(file)
  if (importer !== undefined) return importer
  throw new PipelineError(
    'usage',
    `${extname(file) || file} files cannot be imported.`,
    `What can be: ${[...importableEndings, ...exchangeEndings, ...termEndings].join(', ')}.`,
  )
}

function articleNamed({articles, config}: Publication, slug: string | undefined): Article {
  const slugs = slugsOf(articles)
  const wanted = slug ?? (slugs.length === 1 ? slugs[0] : undefined)
  const found = articles.find((_, index) => slugs[index] === wanted)
  if (found === undefined) {
    throw new PipelineError(
      'usage',
      slug === undefined ? 'Say which article it translates.' : `There is no article "${slug}".`,
      `Name it with --article SLUG: ${slugs.join(', ')}.`,
    )
  }
  const {article} = readArticle(found, config.source)
  if (article !== undefined) return article
  throw new PipelineError(
    'unreadable-file',
    `${found.path} cannot be read as an article.`,
    'Run `galley check`, and mend what it says about the article.',
  )
}
