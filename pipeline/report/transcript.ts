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
  const open: {readonly utterance: Utterance; readonly from: number}[] = []
  // What stands before the next line: the marker of a list item, the level of a linked heading.
  let before = ''
  const leave = (depth: number) => {
    while ((open.at(-1)?.utterance.depth ?? -1) >= depth) {
      const left = open.pop()
      const isPlain =
        left === undefined || !(ended.has(left.utterance.role) || lines.length > left.from + 1)
      if (isPlain) continue
      const role = ownWord(left.utterance, words)
      lines.push({role: 'end', text: words.say('report', 'speech.end', {role})})
    }
  }
  speech.forEach((utterance, index) => {
    const {role, name, depth, states} = utterance
    const lang = foreignIn(utterance)
    const next = speech[index + 1]
    leave(depth)
    if (ended.has(role) || endedIfLong.has(role)) open.push({utterance, from: lines.length})
    const isEntered = next !== undefined && next.depth > depth
    if (isEntered && role === 'listitem') {
      const marks = states.map((state) => `${stateInWords(state, words)}, `)
      before = [before, name === '' ? '' : `${name} `, ...marks].join('')
      return
    }
    if (isEntered && !ended.has(next.role)) {
      if (role === 'row' || (leading.has(role) && name === '')) {
        before = `${before}${lineOf(utterance, words)}, `
        return
      }
    }
    const foreign = lang === undefined || name === '' ? {} : {foreign: {text: name, lang}}
    const isBlank = role.endsWith('cell') && name === '' && !isEntered
    const blank = isBlank ? `, ${words.say('report', 'speech.blank')}` : ''
    lines.push({role, text: before + lineOf(utterance, words) + blank, ...foreign})
    before = ''
  })
  leave(0)
  return lines
}

/** What a screen reader says the end of. */
const ended = new Set(
  'alertdialog application article banner blockquote comment complementary contentinfo deletion descriptionlist dialog feed figure form grid group iframe insertion list main mark menu navigation note region search table tabpanel toolbar tree treegrid'.split(
    ' ',
  ),
)

/** What is said the end of where more than one line stands in it. */
const endedIfLong = new Set(['button', 'heading', 'link'])

/** What is said in one breath with what stands in it; a text without words says what the next one is (`aria-current`). */
const leading = new Set(
  'button cell columnheader gridcell heading link rowheader term text'.split(' '),
)

function lineOf(utterance: Utterance, words: Speaker): string {
  const {role, name, headers = [], value, description, states} = utterance
  const lang = foreignIn(utterance)
  const isRow = role === 'row'
  const row = isRow ? words.say('report', 'speech.row', {number: name}) : undefined
  const what = sizedInWords(row ?? ownWord(utterance, words), utterance, words)
  const heads = headers.join(', ')
  const named = heads === '' ? name : name === '' ? heads : `${heads}: ${name}`
  const isBare = isRow || named === ''
  const line = isBare ? what : words.say('report', 'speech.named', {role: what, name: named})
  const said = [
    role === 'text' ? name : line,
    value,
    ...states.map((state) => stateInWords(state, words)),
    description,
  ].filter((part) => part !== undefined && part !== '')
  const hasWords = [isRow ? '' : named, value, description].some((part) => (part ?? '') !== '')
  const spoken = lang === undefined || !hasWords ? '' : ` [${words.language(lang)}]`
  return said.join(', ') + spoken
}

function stateInWords(state: string, words: Speaker): string {
  return words.say('report', `speech.state.${state}`)
}

function foreignIn({role, lang}: Utterance): string | undefined {
  return role === 'document' ? undefined : lang
}

/** The page's own word for the role, or the language's. */
function ownWord({role, called}: Utterance, words: Speaker): string {
  return called ?? roleInWords(role, words)
}
