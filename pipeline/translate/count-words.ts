import type {Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'

/**
 * How many words texts have, as their readers count them: what spaces and dashes keep apart in
 * English, eojeol in Korean; in scripts that put no space between words, what `Intl.Segmenter` finds.
 */
export function countWords(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + wordsIn(text), 0)
}

function wordsIn(text: string): number {
  if (!unspaced.test(text)) return text.match(word)?.length ?? 0
  return [...segmenter.segment(text)].filter(({isWordLike}) => isWordLike === true).length
}

const word = /[^\s\p{Pd}/]*[\p{L}\p{N}][^\s\p{Pd}/]*/gu
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const segmenter = new Intl.Segmenter('en', {granularity: 'word'})

/** The plain text of each block that has words. */
export function textsOf(body: Root): readonly string[] {
  const texts: string[] = []
  visit(body, ['paragraph', 'heading', 'tableCell'], (node) => {
    texts.push(toString(node, {includeHtml: false}))
  })
  return texts
}
