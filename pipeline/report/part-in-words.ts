import type {Utterance} from '../model/speech.ts'
import type {Speaker} from '../words/speaker.ts'

/** How large a part of a page is: a heading’s level, a list’s items, a table’s rows and columns. */
export type Size = Pick<Utterance, 'level' | 'count' | 'columns'>

/** “heading level 2”, “table with 3 rows and 2 columns”, by the word for the role. */
export function sizedInWords(role: string, {level, count, columns}: Size, words: Speaker): string {
  if (level !== null) return words.say('report', 'speech.level', {role, level})
  if (count === null) return role
  if (columns === undefined) return words.say('report', 'speech.count', {role, count})
  const table = words.say('report', 'speech.rows', {role, count})
  return words.say('report', 'speech.columns', {table, count: columns})
}

/** The word for a role; the role itself where the language has none. */
export function roleInWords(role: string, words: Speaker): string {
  const key = `speech.role.${role}`
  return words.has('report', key) ? words.say('report', key) : role
}
