import type {List, Paragraph, RootContent} from 'mdast'
import type {Block} from './block.ts'
import {byline} from './byline.ts'
import {bareLine, type BareLine} from './heading.ts'
import type {Note} from './ingest-finding.ts'
import {isRule, marked, type Marked} from './markers.ts'
import {timestamp} from './timestamp.ts'

/** The body of an article: headings, paragraphs, lists and quotations, as far as the text shows them. */
export function contents(blocks: readonly Block[], note: Note): RootContent[] {
  const made: RootContent[] = []
  blocks.forEach((block, index) => {
    const {text} = block
    const previous = made.at(-1)
    const mark = marked(text)
    const besides = [blocks[index - 1], blocks[index + 1]].map((one) =>
      one === undefined ? undefined : marked(one.text),
    )
    if (isRule(text)) {
      if (index > 0 && index < blocks.length - 1) made.push({type: 'thematicBreak'})
    } else if (mark?.kind === 'quote') {
      if (previous?.type === 'blockquote') previous.children.push(paragraph(mark.words))
      else made.push({type: 'blockquote', children: [paragraph(mark.words)]})
    } else if (mark !== undefined && isItem(mark, besides)) {
      if (!besides.some((one) => one?.kind === mark.kind))
        note('ingest/list', 'single', 'warning', block)
      const isAfter = previous?.type === 'list' && previous.ordered === true
      if (mark.kind === 'number' && mark.number !== 1 && !(isAfter && goesOn(previous, mark)))
        note('ingest/list', 'order', 'warning', block)
      if (previous?.type === 'list' && goesOn(previous, mark)) previous.children.push(item(mark))
      else made.push(list(mark))
    } else if (block.suspected) {
      made.push(paragraph(text))
    } else if (byline(text) !== undefined || timestamp(text) !== undefined) {
      note('ingest/byline', 'kept', 'warning', block, {text})
      made.push(paragraph(text))
    } else {
      const words = mark?.kind === 'sign' ? mark.words : text
      const next = blocks[index + 1]
      const following = next === undefined ? 0 : next.text.length
      const kind = mark?.kind === 'sign' ? signed(words, following) : bareLine(words, following)
      if (mark?.kind === 'sign' && kind.startsWith('heading')) {
        note('ingest/heading', 'sign', 'notice', block, {text: words})
      } else if (kind === 'heading-perhaps')
        note('ingest/heading', 'doubtful', 'warning', block, {text})
      else if (kind === 'paragraph-perhaps')
        note('ingest/heading', next === undefined ? 'last' : 'kept', 'warning', block, {text})
      made.push(
        kind === 'heading' || kind === 'heading-perhaps'
          ? {type: 'heading', depth: 2, children: [{type: 'text', value: words}]}
          : paragraph(text),
      )
    }
  })
  return made
}

/** A sign before a short line makes it a heading, also where it quotes somebody. */
function signed(words: string, following: number): BareLine {
  const kind = bareLine(words, following)
  const quotes = words.length <= 40 && !/[.。]["”’']?$/.test(words)
  return following > 0 && quotes && kind !== 'heading' ? 'heading-perhaps' : kind
}

/**
 * A bullet makes an item by itself; a dash as long as a word, a number (`2025. A year …`) or a sign
 * only beside its like.
 */
function isItem(mark: Marked, besides: readonly (Marked | undefined)[]): boolean {
  switch (mark.kind) {
    case 'quote':
      return false
    case 'bullet':
      return (
        !/^[–—]$/.test(mark.mark) ||
        besides.some((one) => one?.kind === 'bullet' && one.mark === mark.mark)
      )
    case 'number':
      return besides.some((one) => one?.kind === 'number' && one.number !== mark.number)
    case 'sign':
      return besides.some((one) => one?.kind === 'sign' && one.mark === mark.mark)
  }
}

/** Markdown counts an ordered list itself, so that an item may join only as the next number. */
function goesOn(before: List, mark: Marked): boolean {
  if (mark.kind !== 'number') return before.ordered !== true
  return before.ordered === true && (before.start ?? 1) + before.children.length === mark.number
}

function list(mark: Marked): List {
  const number = mark.kind === 'number' ? mark.number : undefined
  return {
    type: 'list',
    ordered: number !== undefined,
    start: number ?? null,
    spread: false,
    children: [item(mark)],
  }
}

function item({words}: Marked): List['children'][number] {
  return {type: 'listItem', spread: false, children: [paragraph(words)]}
}

function paragraph(value: string): Paragraph {
  return {type: 'paragraph', children: [{type: 'text', value}]}
}
