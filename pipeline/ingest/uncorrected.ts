import type {Correction} from '../model/article.ts'
import type {TextFile} from '../model/publication.ts'
import {readArticle} from './article.ts'

/**
 * The articles that readers have without a correction that the source has by now, by their files: for
 * where nothing goes out that would bring it to them.
 *
 * @param released articles as they were released last
 * @param source the publication's source language
 */
export function uncorrected(
  released: readonly TextFile[],
  today: readonly TextFile[],
  source: string,
): readonly string[] {
  const texts = new Map(today.map(({path, text}) => [path, text]))
  return released.flatMap(({path, text}) => {
    const latest = texts.get(path)
    if (latest === undefined || latest === text) return []
    const known = new Set(correctionsIn({path, text}, source).map(saidOf))
    const isNews = correctionsIn({path, text: latest}, source).some(
      (one) => !known.has(saidOf(one)),
    )
    return isNews ? [path] : []
  })
}

function correctionsIn(file: TextFile, source: string): readonly Correction[] {
  return readArticle(file, source).article?.corrections ?? []
}

function saidOf({date, wrong, right}: Correction): string {
  return JSON.stringify([date, wrong, right])
}
