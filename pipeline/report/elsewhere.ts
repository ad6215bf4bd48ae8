import type {Found, Run} from '../model/run.ts'
import type {Speaker} from '../words/speaker.ts'

/** What a run found that the table of editions does not count, in a sentence; nothing where that is nothing. */
export function elsewhereIn({elsewhere}: Run, words: Speaker): string {
  const told = kinds.flatMap((kind) => {
    const count = elsewhere?.[kind] ?? 0
    return count === 0 ? [] : words.say('report', `findings.${kind}`, {count})
  })
  return told.length === 0 ? '' : words.say('report', 'elsewhere', {found: words.list(told)})
}

const kinds: readonly (keyof Found)[] = ['error', 'warning', 'notice']
