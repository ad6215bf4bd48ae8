import {closest, distance} from 'fastest-levenshtein'
import type {Stretch} from '../../model/finding.ts'
import {categoryOf} from './plural-faults.ts'
import type {WordDefect} from './word-finding.ts'

/**
 * Values that a text's original puts in and the text does not, and the other way round. A plural
 * form of a single number may say the number in words. What the source's own file says without a
 * value was its choice.
 */
export function placeholderFaults(
  key: string,
  text: string,
  originals: readonly string[],
  isSource: boolean,
): readonly WordDefect[] {
  const wanted = new Set(originals.flatMap((one) => namesIn(one).map(({name}) => name)))
  const there = namesIn(text)
  const mayLeaveOut = isSource ? [...wanted] : saysItself(key) ? ['count'] : []
  const lost = [...wanted].filter((name) => !there.some((one) => one.name === name))
  const added = there.filter(({name}) => !wanted.has(name))
  const misspelt = new Set<string>()
  const severity = isSource ? 'warning' : 'error'
  const inAdded = added.map(({name, within}): WordDefect => {
    const nearest = lost.length === 0 ? undefined : closest(name, lost)
    const isSlip = nearest !== undefined && distance(name, nearest) <= Math.max(2, name.length / 3)
    if (!isSlip) {
      const values = {placeholder: `{{${name}}}`}
      return {severity, key: 'translation/words/placeholder-added', values, within}
    }
    misspelt.add(nearest)
    return {
      severity,
      key: 'translation/words/placeholder-misspelt',
      values: {placeholder: `{{${name}}}`, right: `{{${nearest}}}`},
      expected: `{{${nearest}}}`,
      within,
    }
  })
  const inLost = lost
    .filter((name) => !misspelt.has(name) && !mayLeaveOut.includes(name))
    .map((name): WordDefect => {
      const values = {placeholder: `{{${name}}}`}
      return {severity: 'error', key: 'translation/words/placeholder-lost', values}
    })
  return [...inAdded, ...inLost]
}

function saysItself(key: string): boolean {
  return ['zero', 'one', 'two'].includes(categoryOf(key) ?? '')
}

interface Placeholder {
  readonly name: string
  readonly within: Stretch
}

function namesIn(text: string): readonly Placeholder[] {
  return [...text.matchAll(/\{\{-?\s*([^{},]*?)\s*(?:,[^{}]*)?\}\}/gu)].map(
    ({0: all, 1: name = '', index}) => ({name, within: {start: index, end: index + all.length}}),
  )
}
