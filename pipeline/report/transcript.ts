import type {Utterance} from '../model/speech.ts'
import type {Speaker} from '../words/speaker.ts'

/** A line of a transcript, and the role of what it begins with. */
export interface Line {
  readonly role: string
  readonly text: string
  /** The part of the text that is in another language than the page, and that language. */
  readonly foreign?: {readonly text: string; readonly lang: string}
}

/**
 * What somebody hears who has a page read aloud, one line an utterance, in the words of the
 * speaker's language. The same page gives the same lines, so that two releases can be compared.
 */
export function transcribe(speech: readonly Utterance[], words: Speaker): readonly Line[] {
  const lines: Line[] = []
  const open: Utterance[] = []
  // What stands before the next line: the marker of a list item, the level of a linked heading.
  let before = ''
  const leave = (depth: number) => {
    while ((open.at(-1)?.depth ?? -1) >= depth) {
      const left = open.pop()
      lines.push({role: 'end', text: words.say('report', `speech.end.${left?.role}`)})
    }
  }
  speech.forEach((utterance, index) => {
    const {role, name, depth} = utterance
    const next = speech[index + 1]
    leave(depth)
    if (ended.has(role)) open.push(utterance)
    if (role === 'listitem' && next !== undefined && next.depth > depth && !ended.has(next.role)) {
      before = name === '' ? before : `${before}${name} `
      return
    }
    if (role === 'heading' && next?.role === 'link' && next.name === name && next.depth > depth) {
      before = `${before}${lineOf({...utterance, name: ''}, words)}, `
      return
    }
    const {lang} = utterance
    const foreign = lang === undefined || name === '' ? {} : {foreign: {text: name, lang}}
    lines.push({role, text: before + lineOf(utterance, words), ...foreign})
    before = ''
  })
  leave(0)
  return lines
}

/** What a screen reader says the end of. */
const ended = new Set(['list', 'table', 'blockquote'])

function lineOf(utterance: Utterance, words: Speaker): string {
  const {role, name, headers = [], value, description, states, lang} = utterance
  const what = whatOf(utterance, words)
  const named =
    role.endsWith('cell') && headers.length > 0 ? `${headers.join(', ')}: ${name}` : name
  const line =
    role === 'text' || named === ''
      ? named || what
      : words.say('report', 'speech.named', {role: what, name: named})
  const added = [
    value,
    ...states.map((state) => words.say('report', `speech.state.${state}`)),
    description,
  ].filter((part) => part !== undefined)
  const spoken = lang === undefined ? '' : ` [${words.language(lang)}]`
  return [line, ...added].join(', ') + spoken
}

/** The role in words, with what is counted of it. */
function whatOf({role, level, count, columns, called}: Utterance, words: Speaker): string {
  const key = `speech.role.${role}`
  const own = called ?? (words.has('report', key) ? words.say('report', key) : role)
  if (level !== null) return words.say('report', 'speech.level', {role: own, level})
  if (count === null) return own
  const counted = words.say('report', role === 'table' ? 'speech.rows' : 'speech.count', {
    role: own,
    count,
  })
  return columns === undefined
    ? counted
    : words.say('report', 'speech.columns', {table: counted, count: columns})
}
