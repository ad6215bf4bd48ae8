import type {Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'

const segmenter = new Intl.Segmenter('en', {granularity: 'word'})

/** How many words texts have, as their readers count them: between spaces in English, eojeol in Korean. */
export function countWords(texts: readonly string[]): number {
  return texts
    .flatMap((text) => [...segmenter.segment(text)])
    .filter(({isWordLike}) => isWordLike === true).length
}

/** The plain text of each block that has words. */
export function textsOf(body: Root): readonly string[] {
  const texts: string[] = []
  visit(body, ['paragraph', 'heading', 'tableCell'], (node) => {
    texts.push(toString(node, {includeHtml: false}))
  })
  return texts
}
