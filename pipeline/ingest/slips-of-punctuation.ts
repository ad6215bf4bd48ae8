import type {Block} from './block.ts'
import {placeIn} from './block.ts'
import type {Note} from './ingest-finding.ts'
import type {Slip, Suspicion} from './slip.ts'

/** Doubled marks, and marks with a space before them: `,,`, ` ,`. */
export const punctuation: Suspicion = (text) =>
  [
    ...text.matchAll(/,{2,}|;{2,}|(?<![.…])\.\.(?!\.)|,\.(?!\d)|(?<=\S)[ \t]+[,;.:!?](?=\s|$)/g),
  ].map(({0: found, index}) => ({
    variant: 'punctuation',
    index,
    found,
    // Two dots stand for an ellipsis in Korean headlines.
    suggestion: found === '..' && /[가-힣]/.test(text) ? '…' : found.trim().slice(-1),
  }))

/** A sentence or a clause that begins where the last one ends: `the war.The next`, `thick,which`. */
export const spaces: Suspicion = (text) =>
  [
    ...text.matchAll(
      // The mark first: asked at each letter, what stands before it is read once a letter.
      /[.!?](?<=(?<![\p{L}\p{N}.@/])\p{L}*\p{Ll}{2}.)(?=\p{Lu}\p{Ll}+[\s,])|,(?<=(?:\p{L}|\d{4}),)(?=\p{L})/gu,
    ),
  ].map(({0: found, index}) => ({variant: 'space', index, found, suggestion: `${found} `}))

/**
 * A quotation mark without its partner. A quotation over several paragraphs opens each of them and
 * closes the last.
 */
export const quotes: Suspicion = (text, next) => {
  if (/^["“]/.test(next)) return []
  const straight = [...text.matchAll(/(?<!\d)"|(?<=\d)"(?=[^"]*$|[\s,.)])/g)]
  return [
    ...(straight.length % 2 === 1 ? [alone(text, straight.at(-1)?.index ?? 0)] : []),
    ...unpaired(text, '“', '”').map((index) => alone(text, index)),
    ...unpaired(text, '‘', '’')
      .filter((index) => text[index] === '‘')
      .map((index) => alone(text, index)),
  ]
}

function alone(text: string, index: number): Slip {
  return {variant: 'quote', index, found: text.charAt(index), suggestion: undefined}
}

const pairs = ['()', '[]', '{}', '「」', '『』', '《》', '〈〉', '【】'] as const

/** A bracket without its partner. `a)` and `1)` count things, and `:)` smiles. */
export const brackets: Suspicion = (text) =>
  pairs.flatMap((pair) =>
    unpaired(text, pair.charAt(0), pair.charAt(1))
      .filter(
        (index) =>
          !/(?:(?:^|\s)[\p{L}\p{N}]{1,3}|[:;]-?)$/u.test(text.slice(Math.max(0, index - 5), index)),
      )
      .map((index) => ({
        variant: 'unbalanced' as const,
        index,
        found: text.charAt(index),
        suggestion: undefined,
      })),
  )

/** Offsets of opening and closing marks that have no partner. */
function unpaired(text: string, open: string, close: string): readonly number[] {
  const waiting: number[] = []
  const strays: number[] = []
  for (let index = 0; index < text.length; index++) {
    if (text[index] === open) waiting.push(index)
    else if (text[index] === close && waiting.pop() === undefined) strays.push(index)
  }
  return [...strays, ...waiting]
}

/** Straight and curly quotation marks in one article: a matter of house style, said once. */
export function mixedQuotes(blocks: readonly Block[], note: Note): void {
  const straight = blocks.find(({text}) => text.includes('"'))
  const curly = blocks.find(({text}) => /[“”]/.test(text))
  if (straight === undefined || curly === undefined) return
  const later = blocks.indexOf(curly) < blocks.indexOf(straight) ? straight : curly
  const index = later.text.search(later === curly ? /[“”]/ : /"/)
  note('ingest/quotes', 'mixed', 'notice', {...placeIn(later, index), text: later.text})
}
