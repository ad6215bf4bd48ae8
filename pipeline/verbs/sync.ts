import {join} from 'node:path'
import {withLock} from '../io/lock.ts'
import type {Publication} from '../model/publication.ts'
import {leftBehind, leftBehindFindings} from '../translate/own-files.ts'
import {syncArticle} from '../translate/sync.ts'
import {locate} from '../translate/locate.ts'
import {readArticle} from '../ingest/article.ts'
import {slugsOf} from '../ingest/slug.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {saveCatalogs} from '../io/save-catalogs.ts'
import {listFindings} from '../report/terminal.ts'
import {speaker} from '../words/speaker.ts'
import {paragraphs} from './paragraphs.ts'
import type {Verb} from './verb.ts'

/** `galley sync`: bring the locale files up to date with the articles. */
export const sync: Verb = {
  name: 'sync',
  operands: '',
  summary: 'bring the locale files up to date with the articles',
  about:
    'Gives every new segment of an article its place in locales/<tag>/<slug>.json, keeps translations\n' +
    'with their segments through rewording and moves, marks those whose source has changed as stale,\n' +
    'and keeps what has left the article among the retired units. It never deletes a translation.',
  options: {},
  async run({folder, has, print, terminal}) {
    const root = findPublication(folder)
    const {words, catalogs, files, sources, synced, left} = await withLock(
      join(root, 'out'),
      async () => {
        const publication = await readPublication(root)
        const brought = bring(publication)
        await saveCatalogs(root, publication.catalogs, brought.files)
        return {...publication, ...brought}
      },
    )
    const findings = locate(
      [...[...sources, ...synced].flatMap((one) => one.findings), ...left],
      [...catalogs, ...files],
      [],
    )
    const written = files.map(({locale, slug}) => `locales/${locale}/${slug}.json`)
    const failed = findings.some(({severity}) => severity === 'error')
    const unchanged = failed
      ? 'No locale file was changed; some could not be brought up to date:'
      : 'The locale files are up to date.'
    if (has('json')) {
      print(JSON.stringify({written, findings}, null, 2))
    } else {
      const became =
        written.length === 0
          ? unchanged
          : `Brought up to date:\n${written.map((path) => `  ${path}`).join('\n')}`
      print(paragraphs(became, listFindings(findings, speaker(words, 'en', 'en'), terminal)))
    }
    return failed ? 1 : 0
  },
}

/** The locale files of a publication, brought up to date with its articles. */
function bring({config, articles, catalogs}: Publication) {
  const sources = articles.map((file) => readArticle(file, config.source))
  const synced = sources.flatMap(({article}) => {
    const targets = config.locales.map(({tag}) => tag).filter((tag) => tag !== article?.locale)
    return article === undefined ? [] : syncArticle(article, targets, catalogs)
  })
  const left = leftBehindFindings(leftBehind(catalogs, slugsOf(articles)))
  return {sources, synced, left, files: synced.flatMap(({files}) => files)}
}
