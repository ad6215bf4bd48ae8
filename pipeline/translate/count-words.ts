import type {Nodes, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {segmentsIn} from '../words/segments-in.ts'

/**
 * How many words texts have, as their readers count them: what spaces and dashes keep apart in
 * English, eojeol in Korean; in scripts that put no space between words, what `Intl.Segmenter` finds.
 */
export function countWords(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + wordsIn(text), 0)
}

function wordsIn(text: string): number {
  let [words, isCounted] = [0, false]
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0
    if (point > 0xffff) at += 1
    const kind = kinds[point] || kindOf(point)
    if (kind === unspaced)
      return [...segmentsIn(text, segmenter)].filter(({isWordLike}) => isWordLike).length
    if (kind === letter && !isCounted) words += 1
    isCounted = kind !== between && (isCounted || kind === letter)
  }
  return words
}

const [between, letter, unspaced, other] = [1, 2, 3, 4] as const

/** What was found out about each character; expressions are slow for what is asked of every letter. */
const kinds = new Uint8Array(0x110000)

function kindOf(point: number): number {
  const character = String.fromCodePoint(point)
  const kind = /[\s\p{Pd}/]/u.test(character)
    ? between
    : /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(character)
      ? unspaced
      : /[\p{L}\p{N}]/u.test(character)
        ? letter
        : other
  kinds[point] = kind
  return kind
}

const segmenter = new Intl.Segmenter('en', {granularity: 'word'})

/** The plain text of each block that has words. */
export function textsOf(body: Root): readonly string[] {
  const texts: string[] = []
  const look = (node: Nodes) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      texts.push(toString(node, {includeHtml: false}))
    else if ('children' in node) node.children.forEach(look)
  }
  look(body)
  return texts
}
