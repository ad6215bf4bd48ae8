import type {Article} from '../../model/article.ts'
import type {Finding} from '../../model/finding.ts'

/**
 * Sections and subjects that articles are filed under and that `topics.json` has no name for:
 * readers see their ids. One warning for all of them, at the first article that has one.
 */
export function unnamedTopics(
  articles: readonly Pick<Article, 'file' | 'facts' | 'places'>[],
  source: string,
  names: Readonly<Record<string, string>>,
): readonly Finding[] {
  const unnamed = articles.flatMap(({file, facts: {section, tags}, places}) =>
    [...(section === undefined ? [] : [{id: section, key: 'section'}]), ...tags.map(asTag)]
      .filter(({id}) => (names[id] ?? '') === '')
      .map(({id, key}) => ({id, place: {file, ...(places[key] ?? {line: 1, column: 1})}})),
  )
  const [first] = unnamed
  if (first === undefined) return []
  const ids = [...new Set(unnamed.map(({id}) => id))]
  const shown = ids.length <= 6 ? ids : [...ids.slice(0, 6), '…']
  const file = `locales/${source}/topics.json`
  return [
    {
      check: 'translation/words',
      outcome: 'failed',
      severity: 'warning',
      message: {
        key: 'translation/words/topic',
        values: {count: ids.length, ids: shown.join(', '), file},
      },
      place: first.place,
      locale: undefined,
      article: undefined,
      criteria: [],
      engines: [],
    },
  ]
}

function asTag(id: string) {
  return {id, key: 'tags'}
}
