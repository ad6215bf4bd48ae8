import {labelsOf} from '../../markdown/labels.ts'
import type {Article} from '../../model/article.ts'
import type {CatalogFiles} from '../../model/catalog.ts'
import type {Publication} from '../../model/publication.ts'
import {pseudoLocales, type PseudoLocale} from '../../words/pseudo.ts'
import {syncArticle} from '../sync.ts'
import {writeJson} from '../texts.ts'
import {pseudoSegment, pseudoWords} from './pseudo-text.ts'

/**
 * A publication in the languages its articles were written in and in the pseudo-locales, made in
 * memory and meant for nowhere else.
 */
export function pseudoPublication(
  publication: Publication,
  articles: readonly Article[],
): Publication {
  const {config, words, catalogs} = publication
  const written = new Set([config.source, ...articles.map(({locale}) => locale)])
  // Findings and reports are not on the pages.
  const spoken = ['site', 'topics'].map(
    (namespace) =>
      [namespace, words[config.source]?.[namespace] ?? words['en']?.[namespace] ?? {}] as const,
  )
  const policyOf = <Value>(value: Value) =>
    Object.fromEntries(pseudoLocales.map((tag) => [tag, value]))
  return {
    ...publication,
    config: {
      ...config,
      locales: [
        ...config.locales.filter(({tag}) => written.has(tag)),
        ...pseudoLocales.map((tag) => ({tag, direction: 'ltr', autonym: tag}) as const),
      ],
      policy: {
        ...config.policy,
        together: false,
        state: {...config.policy.state, ...policyOf('translated' as const)},
        missing: {...config.policy.missing, ...policyOf('hold' as const)},
        stale: {...config.policy.stale, ...policyOf('notice' as const)},
      },
    },
    words: {
      ...words,
      ...Object.fromEntries(
        pseudoLocales.map((tag) => [
          tag,
          Object.fromEntries(
            spoken.map(([namespace, texts]) => [
              namespace,
              Object.fromEntries(
                Object.entries(texts).map(([key, text]) => [key, pseudoWords(text, tag)]),
              ),
            ]),
          ),
        ]),
      ),
    },
    catalogs: [
      ...catalogs.filter(({locale}) => written.has(locale)),
      ...articles.flatMap((article) =>
        pseudoLocales.map((tag) => pseudoCatalog(article, tag, catalogs)),
      ),
    ],
  }
}

function pseudoCatalog(
  article: Article,
  locale: PseudoLocale,
  stored: readonly CatalogFiles[],
): CatalogFiles {
  const labels = labelsOf(article.body)
  const {segments} = syncArticle(article, [], stored)
  const texts = segments.map(
    ({key, kind, text}) => [key, pseudoSegment(text, kind, labels, locale)] as const,
  )
  return {slug: article.slug, locale, texts: writeJson(texts), units: undefined}
}
