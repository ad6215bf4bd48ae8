import {editionKey} from './check/speech.ts'
import {fileArticles} from './file-article.ts'
import {recalled} from './ingest/recalled.ts'
import type {Brief} from './model/brief.ts'
import type {Memory} from './model/memory.ts'
import type {Publication} from './model/publication.ts'

/** What was released, without what may not be read any more. */
export interface Remainder {
  readonly publication: Publication
  /** Whether an edition was among what was released. */
  readonly isWanted: (brief: Pick<Brief, 'slug' | 'locale'>) => boolean
  /** The files of the articles that have to go. */
  readonly without: readonly string[]
}

/**
 * What is left of a release when the articles go that have been withdrawn, put back to drafts or put
 * under embargo since. Nothing else of today's publication is in it: neither what was edited nor what
 * is new. `undefined` where no article has to go.
 *
 * @param editions those that went out, `editionKey`
 * @param now ISO 8601 in UTC
 */
export async function withoutRecalled(
  {
    publication: last,
    editions,
  }: {readonly publication: Publication; readonly editions: readonly string[]},
  today: Publication,
  {memory, now}: {readonly memory: Memory; readonly now: string},
): Promise<Remainder | undefined> {
  const wasReleased = new Set(editions)
  const isWanted = (brief: Pick<Brief, 'slug' | 'locale'>) => wasReleased.has(editionKey(brief))
  const filings = await fileArticles(last, memory, () => {})
  const articles = filings.flatMap(({article}) => article ?? [])
  const released = articles.filter((one) => one.editions.some(({brief}) => isWanted(brief)))
  const texts = new Map(today.articles.map(({path, text}) => [path, text]))
  const judged = new Map(last.articles.map((file) => [file.path, file]))
  const back = recalled(
    released.flatMap((article) => {
      const file = judged.get(article.file)
      return file === undefined ? [] : [{article, judged: file}]
    }),
    {textOf: (path) => texts.get(path), now},
    today.config,
  )
  const leaving = new Map(back.map(({file, why}) => [file, why]))
  // That a file is gone or does not read may be a slip, or a move: nobody has said that it has to go.
  const without = back.flatMap(({file, why}) =>
    why === 'gone' || why === 'unreadable' ? [] : file,
  )
  if (without.length === 0) return undefined
  const staying = new Set([
    ...released.map(({file}) => file),
    ...articles.filter(({facts}) => facts.status === 'withdrawn').map(({file}) => file),
  ])
  return {
    publication: {
      ...last,
      articles: last.articles.flatMap((file) => {
        if (!staying.has(file.path)) return []
        const text = leaving.has(file.path) ? texts.get(file.path) : file.text
        const why = leaving.get(file.path)
        return text === undefined || why === 'unreadable' ? [] : [{...file, text}]
      }),
    },
    isWanted,
    without,
  }
}
