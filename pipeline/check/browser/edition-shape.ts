import {diffArrays} from 'diff'
import type {Utterance} from '../../model/speech.ts'
import type {BrowserCheck} from '../check.ts'
import {findingOn} from './finding.ts'

const id = 'browser/edition-shape'

/**
 * The editions of an article are built alike: the same landmarks, headings of the same levels,
 * links, lists of as many items, tables of the same size and pictures with a description, in the same
 * order. What stands beside the
 * article (navigation, notices, other articles to read) may differ from edition to edition.
 *
 * Its evidence is what a screen reader says of the page, which the report shows as a transcript.
 */
export const editionShape: BrowserCheck<readonly Utterance[]> = {
  id,
  criteria: [],
  every: 'widest',
  probe: (tab) => tab.perform(id, (hands) => hands.speech()),
  judge: () => [],
  compare(own, source, seen, sourceLocale) {
    const [before, after] = [shapeOf(source), shapeOf(own)]
    const runs = diffArrays([...before], [...after], {comparator: (a, b) => a.shape === b.shape})
    const found = runs.flatMap((part, index) => {
      const next = runs[index + 1]
      const isReplaced = part.removed && next?.added
      if (part.added && runs[index - 1]?.removed) return []
      if (!part.removed && !part.added) return []
      const sourceParts = part.removed ? listOf(part.value) : ''
      const parts = isReplaced ? listOf(next.value) : part.added ? listOf(part.value) : ''
      const kind = isReplaced ? 'different' : part.removed ? 'missing' : 'extra'
      return [{kind, sourceParts, parts}]
    })
    return found.slice(0, 20).map(({kind, sourceParts, parts}) =>
      findingOn(seen, {
        check: id,
        severity: 'warning',
        message: {key: `${id}/${kind}`, values: {sourceParts, parts, source: sourceLocale}},
      }),
    )
  },
}

interface Shape {
  readonly shape: string
  readonly utterance: Utterance
}

const landmarks = new Set('banner main contentinfo complementary search form'.split(' '))
const counted = new Set('heading link list table image button figure blockquote region'.split(' '))
const beside = new Set('banner contentinfo navigation complementary note'.split(' '))

/** What editions have in common, without their words. */
function shapeOf(speech: readonly Utterance[]): readonly Shape[] {
  const around: Utterance[] = []
  const text =
    speech.find(({role}) => role === 'article') ?? speech.find(({role}) => role === 'main')
  return speech.flatMap((utterance) => {
    const {role, depth} = utterance
    while ((around.at(-1)?.depth ?? -1) >= depth) around.pop()
    const isBeside = around.some((one) => beside.has(one.role))
    const isInText = text !== undefined && around.includes(text)
    around.push(utterance)
    if (role === 'complementary' || role === 'note' || isBeside) return []
    if (!landmarks.has(role) && !(isInText && counted.has(role))) return []
    return [{shape: `${role}${sizeOf(utterance)}`, utterance}]
  })
}

/** ` 2` of a heading by its level or a list by its items, ` 3×2` of a table by its rows and columns. */
function sizeOf({level, count, columns}: Utterance): string {
  const size = level ?? count
  if (size === null) return ''
  return columns === undefined ? ` ${size}` : ` ${size}×${columns}`
}

function listOf(shapes: readonly Shape[]): string {
  const words = shapes.slice(0, 5).map(({shape, utterance: {name}}) => {
    const short = name.length > 60 ? `${name.slice(0, 59)}…` : name
    return short === '' ? shape : `${shape} “${short}”`
  })
  return [...words, ...(shapes.length > 5 ? ['…'] : [])].join(' · ')
}
