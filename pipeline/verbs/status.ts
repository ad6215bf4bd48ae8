import stringWidth from 'string-width'
import {readArticle} from '../ingest/article.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import type {Progress} from '../model/edition.ts'
import {plainText} from '../markdown/plain.ts'
import {assemble} from '../translate/assemble.ts'
import {syncArticle} from '../translate/sync.ts'
import type {Verb} from './verb.ts'

/** `galley status`: how far each translation has come. */
export const status: Verb = {
  name: 'status',
  operands: '',
  summary: 'show how far each translation has come',
  about:
    'For each article and language: units, how many are translated, reviewed, drafts, not translated\n' +
    'or stale. Reads only; the locale files need not be up to date.',
  options: {},
  async run({folder, has, print}) {
    const {config, articles, catalogs} = await readPublication(findPublication(folder))
    const rows = articles.flatMap((file) => {
      const {article} = readArticle(file, config.source)
      if (article === undefined) return []
      const targets = config.locales.map(({tag}) => tag).filter((tag) => tag !== article.locale)
      const synced = syncArticle(article, targets, catalogs)
      return synced.catalogs.map((catalog) => {
        const {progress, headline} = assemble(article, synced.segments, catalog, config.policy)
        return {
          slug: article.slug,
          locale: catalog.locale,
          headline: plainText(headline.text),
          progress,
        }
      })
    })
    print(has('json') ? JSON.stringify(rows, null, 2) : table(rows))
    return 0
  },
}

function table(
  rows: readonly {readonly slug: string; readonly locale: string; readonly progress: Progress}[],
): string {
  const lines = [
    ['article', 'language', 'units', 'translated', 'reviewed', 'drafts', 'untranslated', 'stale'],
    ...rows.map(({slug, locale, progress: p}) => [
      slug,
      locale,
      ...[p.units, p.translated, p.reviewed, p.drafts, p.untranslated, p.stale].map(String),
    ]),
  ]
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => stringWidth(line[column] ?? ''))),
  )
  return lines
    .map((line) =>
      line
        .map((cell, column) => {
          const gap = ' '.repeat((widths[column] ?? 0) - stringWidth(cell))
          return column < 2 ? cell + gap : gap + cell
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
