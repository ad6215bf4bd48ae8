import type {Utterance} from '../model/speech.ts'
import type {Speaker} from '../words/speaker.ts'
import {roleInWords, sizedInWords} from './part-in-words.ts'

/** A line of a transcript, and the role of what it begins with. */
export interface Line {
  readonly role: string
  readonly text: string
  /** The part of the text that is in another language than the page, and that language. */
  readonly foreign?: {readonly text: string; readonly lang: string}
}

/**
 * What somebody hears who has a page read aloud, one line an utterance, in the words of the
 * speaker's language. The same page gives the same lines, so that two releases can be compared:
 * an item added to a list changes its count and no other item's line.
 */
export function transcribe(speech: readonly Utterance[], words: Speaker): readonly Line[] {
  const lines: Line[] = []
  const open: Utterance[] = []
  // What stands before the next line: the marker of a list item, the level of a linked heading.
  let before = ''
  const leave = (depth: number) => {
    while ((open.at(-1)?.depth ?? -1) >= depth) {
      const left = open.pop()
      const role = left ? ownWord(left, words) : ''
      lines.push({role: 'end', text: words.say('report', 'speech.end', {role})})
    }
  }
  speech.forEach((utterance, index) => {
    const {role, name, depth} = utterance
    const lang = foreignIn(utterance)
    const next = speech[index + 1]
    leave(depth)
    if (ended.has(role)) open.push(utterance)
    if (next !== undefined && next.depth > depth && !ended.has(next.role)) {
      if (role === 'listitem') {
        before = name === '' ? before : `${before}${name} `
        return
      }
      if (role === 'row' || (leading.has(role) && name === '')) {
        before = `${before}${lineOf(utterance, words)}, `
        return
      }
    }
    const foreign = lang === undefined || name === '' ? {} : {foreign: {text: name, lang}}
    const isBlank = role.endsWith('cell') && name === '' && !(next && next.depth > depth)
    const blank = isBlank ? `, ${words.say('report', 'speech.blank')}` : ''
    lines.push({role, text: before + lineOf(utterance, words) + blank, ...foreign})
    before = ''
  })
  leave(0)
  return lines
}

/** What a screen reader says the end of. */
const ended = new Set(
  'alertdialog article banner blockquote complementary contentinfo deletion descriptionlist dialog feed figure form grid group iframe insertion list main menu navigation note region search table tabpanel toolbar tree treegrid'.split(
    ' ',
  ),
)

/** What is said in one breath with what stands in it. */
const leading = new Set('button cell columnheader gridcell heading link rowheader term'.split(' '))

function lineOf(utterance: Utterance, words: Speaker): string {
  const {role, name, headers = [], value, description, states} = utterance
  const lang = foreignIn(utterance)
  const isRow = role === 'row'
  const what = isRow ? words.say('report', 'speech.row', {number: name}) : whatOf(utterance, words)
  const heads = headers.join(', ')
  const named = heads === '' ? name : name === '' ? heads : `${heads}: ${name}`
  const line =
    role === 'text' || isRow || named === ''
      ? (isRow ? '' : named) || what
      : words.say('report', 'speech.named', {role: what, name: named})
  const added = [
    value,
    ...states.map((state) => words.say('report', `speech.state.${state}`)),
    description,
  ].filter((part) => part !== undefined)
  const spoken = lang === undefined ? '' : ` [${words.language(lang)}]`
  return [line, ...added].join(', ') + spoken
}

function foreignIn({role, lang}: Utterance): string | undefined {
  return role === 'document' ? undefined : lang
}

/** The page's own word for the role, or the language's. */
function ownWord({role, called}: Utterance, words: Speaker): string {
  return called ?? roleInWords(role, words)
}

/** The role in words, with what is counted of it. */
function whatOf(utterance: Utterance, words: Speaker): string {
  return sizedInWords(ownWord(utterance, words), utterance, words)
}
