import type {Brief, Filed} from '../model/brief.ts'

/** An article with its editions, on file. */
interface Article {
  readonly locale: string
  readonly editions: readonly Filed[]
}

/**
 * The same articles, each writer with one page: a name that is not yet translated in one article goes
 * by what it is called in the publication's own language in another, unless two writers share it.
 *
 * @param source the publication's own language, whose names pages are called by
 */
export function withKnownAuthors<One extends Article>(
  articles: readonly One[],
  source: string,
): readonly One[] {
  const isOpen = ({locale, editions}: One) =>
    locale !== source && !editions.some(({brief}) => isNamed(brief, source))
  if (!articles.some(isOpen)) return articles
  const known = namesIn(articles, source)
  return articles.map((article) => {
    const own = article.editions.find(({brief}) => brief.locale === article.locale)?.brief
    if (own === undefined || !isOpen(article)) return article
    const authors = own.facts.authors.map((id, at) => {
      const ids = known.get(keyOf(own, at)) ?? new Set()
      const [called] = ids
      return called !== undefined && ids.size === 1 ? called : id
    })
    return authors.join('\n') === own.facts.authors.join('\n')
      ? article
      : {...article, editions: article.editions.map((edition) => by(authors, edition))}
  })
}

/** Names in other languages → what those writers' pages are called. */
function namesIn(
  articles: readonly Article[],
  source: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>()
  for (const {editions} of articles) {
    if (!editions.some(({brief}) => isNamed(brief, source))) continue
    for (const {brief} of editions) {
      for (const [at, id] of brief.facts.authors.entries()) {
        if (brief.byline[at]?.locale === source) continue
        const key = keyOf(brief, at)
        known.set(key, (known.get(key) ?? new Set()).add(id))
      }
    }
  }
  return known
}

/** Whether it names its writers in the publication's own language. */
function isNamed({locale, byline}: Brief, source: string): boolean {
  return locale === source && byline.every((name) => name.locale === source)
}

function keyOf({byline}: Brief, at: number): string {
  const {text, locale} = byline[at] ?? {text: '', locale: ''}
  return `${locale}\n${text}`
}

function by(authors: readonly string[], {brief, from, edition}: Filed): Filed {
  const called = <Told extends Pick<Brief, 'facts'>>(told: Told): Told => ({
    ...told,
    facts: {...told.facts, authors},
  })
  return {brief: called(brief), from: [from, authors], edition: () => called(edition())}
}
