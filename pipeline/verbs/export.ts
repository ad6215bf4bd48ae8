import {existsSync, statSync} from 'node:fs'
import {join, relative, resolve, sep} from 'node:path'
import {readArticle} from '../ingest/article.ts'
import {withLock} from '../io/lock.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {saveCatalogs} from '../io/save-catalogs.ts'
import {inlineParserFor} from '../markdown/inline.ts'
import type {Article} from '../model/article.ts'
import {PipelineError} from '../model/error.ts'
import type {Publication} from '../model/publication.ts'
import {listFindings} from '../report/terminal.ts'
import {formats, type ExchangeArticle, type ExchangeFormat} from '../translate/exchange/formats.ts'
import {syncArticle} from '../translate/sync.ts'
import {speaker} from '../words/speaker.ts'
import {termFormats} from '../translate/terms/formats.ts'
import {exportTerms, termFormatNamed} from './export-terms.ts'
import {put} from './put.ts'
import type {Verb} from './verb.ts'

const formatNames = [...formats, ...termFormats].map(({name}) => name).join(', ')

/** `galley export [ARTICLE]`: locale files → a file for a translator's tool. */
export const exportVerb: Verb = {
  name: 'export',
  operands: '[ARTICLE]',
  summary: 'write a translation, or the termbase, as a file for a translator’s tool',
  about:
    'Brings the locale files up to date, then writes the texts of ARTICLE, or of every article, with\n' +
    'their states and notes. Markup travels as the format’s own inline elements, which tools protect.\n' +
    'One article goes to the terminal unless --out names a file; of several, each gets a file in the\n' +
    'folder that --out names (a memory, .tmx, is one file). `galley import FILE` takes it back. A\n' +
    'file that is there is not overwritten unless --force is given: somebody may be working in it.\n\n' +
    'With --format tbx (TBX-Basic) or csv it is the whole termbase, locales/terms.json, that is written.',
  options: {
    format: {type: 'string', value: 'NAME', about: `${formatNames}; else told by --out`},
    locale: {type: 'string', value: 'TAG', about: 'the language; else the only target'},
    out: {type: 'string', value: 'FILE', about: 'the file or the folder to write'},
    force: {type: 'boolean', about: 'overwrite a file that is there'},
  },
  async run(call) {
    const {operands, folder, cwd, value, has, print, terminal} = call
    const termFormat = termFormatNamed(value('format'), value('out'))
    if (termFormat !== undefined) return exportTerms(call, termFormat)
    const format = formatNamed(value('format'), value('out'))
    const root = findPublication(folder)
    const {articles, errors, words} = await withLock(join(root, 'out'), async () => {
      const publication = await readPublication(root)
      const synced = chosen(publication, operands[0]).map((article) => {
        const locale = targetNamed(publication, article, value('locale'))
        return exported(publication, article, locale)
      })
      const files = synced.flatMap((one) => one.files)
      await saveCatalogs(root, publication.catalogs, files)
      return {
        articles: synced.flatMap((one) => one.article),
        errors: synced.flatMap((one) => one.errors),
        words: publication.words,
      }
    })
    if (errors.length > 0) {
      if (has('json')) print(JSON.stringify({written: [], findings: errors}, null, 2))
      else print(listFindings(errors, speaker(words, 'en', 'en'), terminal))
      return 1
    }
    const [first] = articles
    const isOne = operands.length === 1 || format.holds === 'memory' || articles.length === 1
    const out = value('out')
    if (out === undefined && isOne) {
      print(format.write(articles))
      return 0
    }
    if (out === undefined || first === undefined) {
      throw new PipelineError(
        'usage',
        'Say where the files go.',
        'Name a folder with --out FOLDER, or one article.',
      )
    }
    const path = resolve(cwd, out)
    const isFolder = !isOne || out.endsWith('/') || out.endsWith(sep) || isDirectory(path)
    const parts = format.holds === 'memory' ? [articles] : articles.map((one) => [one])
    const written = await Promise.all(
      parts.map(async (part) => {
        const name = format.holds === 'memory' ? 'memory' : (part[0]?.slug ?? '')
        const own = `${name}.${first.locale}${format.endings[0] ?? ''}`
        const target = isFolder ? join(path, own) : path
        await put(target, format.write(part), has('force'))
        return relative(cwd, target)
      }),
    )
    const units = articles.reduce((sum, one) => sum + one.units.length, 0)
    if (has('json'))
      print(JSON.stringify({format: format.name, locale: first.locale, written, units}, null, 2))
    else print(`Wrote ${units} units:\n${written.map((one) => `  ${one}`).join('\n')}`)
    return 0
  },
}

function formatNamed(name: string | undefined, out: string | undefined): ExchangeFormat {
  const byName = formats.find((format) => format.name === name)
  const byEnding = formats.find(({endings}) => endings.some((ending) => out?.endsWith(ending)))
  const found = name === undefined ? byEnding : byName
  if (found !== undefined) return found
  throw new PipelineError(
    'usage',
    name === undefined ? 'Say which format.' : `There is no format "${name}".`,
    `Name it with --format: ${formatNames}.`,
  )
}

function chosen({articles, config}: Publication, slug: string | undefined): readonly Article[] {
  const read = articles.flatMap((file) => readArticle(file, config.source).article ?? [])
  const found = slug === undefined ? read : read.filter((article) => article.slug === slug)
  if (found.length > 0) return found
  throw new PipelineError(
    'usage',
    slug === undefined ? 'There is no article to export.' : `There is no article "${slug}".`,
    `The articles are: ${read.map((article) => article.slug).join(', ')}.`,
  )
}

/** The locale to translate into: the one named, else the only one there is. */
export function targetNamed(
  {config}: Publication,
  {locale: source}: Article,
  tag: string | undefined,
): string {
  const targets = config.locales.map((locale) => locale.tag).filter((one) => one !== source)
  const wanted = tag ?? (targets.length === 1 ? targets[0] : undefined)
  if (wanted !== undefined && targets.includes(wanted)) return wanted
  throw new PipelineError(
    'usage',
    wanted === undefined
      ? 'Say which language it is in.'
      : `The article is not translated into "${wanted}" here.`,
    `Name it with --locale TAG: ${targets.join(', ')}.`,
  )
}

function exported({catalogs}: Publication, article: Article, locale: string) {
  const synced = syncArticle(article, [locale], catalogs)
  const own = synced.catalogs.map(({units}): ExchangeArticle => ({
    slug: article.slug,
    sourceLocale: article.locale,
    locale,
    parse: inlineParserFor(article.body),
    units,
  }))
  const errors = synced.findings.filter(({severity}) => severity === 'error')
  return {article: own, files: synced.files, errors}
}

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}
