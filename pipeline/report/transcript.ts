import type {Utterance} from '../model/speech.ts'
import type {Speaker} from '../words/speaker.ts'

/**
 * What somebody hears who has a page read aloud, one line an utterance, in the words of the
 * speaker's language. The same page gives the same lines, so that two releases can be compared.
 */
export function transcribe(speech: readonly Utterance[], words: Speaker): readonly string[] {
  return speech.map((utterance) => lineOf(utterance, words))
}

function lineOf({role, name, level, count, states}: Utterance, words: Speaker): string {
  if (role === 'text') return name
  const key = `speech.role.${role}`
  const called = words.has('report', key) ? words.say('report', key) : role
  const what =
    level !== null
      ? words.say('report', 'speech.level', {role: called, level})
      : count !== null
        ? words.say('report', role === 'table' ? 'speech.rows' : 'speech.count', {
            role: called,
            count,
          })
        : called
  const line = name === '' ? what : words.say('report', 'speech.named', {role: what, name})
  const added = states.map((state) => words.say('report', `speech.state.${state}`))
  return [line, ...added].join(', ')
}
