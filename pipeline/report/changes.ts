import type {Finding} from '../model/finding.ts'
import type {Change} from '../model/layout.ts'
import type {Speaker} from '../words/speaker.ts'
import {placeOf} from './sentence.ts'

/** Changes that are told one by one; the rest are counted. */
const MOST = 12

/** What explains that a page looks otherwise than approved, a sentence each, in the speaker's language. */
export function changesOf({changes = []}: Finding, words: Speaker): readonly string[] {
  const more = changes.length - MOST
  return [
    ...changes.slice(0, MOST).map((change) => `${sentenceOn(change, words)}${writtenAt(change)}`),
    ...(more > 0 ? [words.say('report', 'change.more', {count: more})] : []),
  ]
}

function writtenAt({place}: Change): string {
  return place?.source ? ` (${placeOf(place.source)})` : ''
}

function sentenceOn(change: Change, words: Speaker): string {
  const {kind, count, from = '', to = '', property = '', width = 0, height = 0} = change
  const {letters, right = 0, down = 0} = change
  const element = elementOf(change, words)
  const say = (key: string, values = {}) =>
    words.say('report', `change.${key}`, {element, number: count, others: count - 1, ...values})
  const sayOf = (key: string, values = {}) => say(count > 1 ? `${key}.many` : key, values)
  switch (kind) {
    case 'appeared':
    case 'vanished':
      return say(change.around ? `${kind}.around` : change.hidden ? `${kind}.hidden` : kind, {
        height,
        width,
      })
    case 'text':
      return from === to ? say('text.end') : say('text', {from, to})
    case 'restyled':
      return sayOf(property === 'picture' ? 'restyled.picture' : 'restyled', {
        property,
        ...valuesOf(change, words),
      })
    case 'font':
      return say(from === '' ? 'font.new' : to === '' ? 'font.lost' : 'font', {from, to})
    case 'resized':
      return sayOf('resized', {width: signed(width), height: signed(height)})
    case 'redrawn':
      return sayOf(letters ? 'redrawn.letters' : 'redrawn')
    case 'moved': {
      const ways = [
        down !== 0 && say(down > 0 ? 'way.down' : 'way.up', {pixels: Math.abs(down)}),
        right !== 0 && say(right > 0 ? 'way.right' : 'way.left', {pixels: Math.abs(right)}),
      ].filter((way) => way !== false)
      return sayOf('moved', {ways: words.list(ways)})
    }
  }
}

/** What the property was and is, as far as it differs; a part that was not there before was nothing. */
function valuesOf({property = '', from = '', to = ''}: Change, words: Speaker) {
  const values = property.startsWith('::') ? differingParts(from, to) : {from, to}
  const nothing = words.say('report', 'change.nothing')
  return {from: values.from || nothing, to: values.to || nothing}
}

/** Of two lists of as many values, those that are not the same; else both lists. */
function differingParts(from: string, to: string): {from: string; to: string} {
  const [was, is] = [partsOf(from), partsOf(to)]
  if (was.length !== is.length) return {from, to}
  const isOther = (_: string, at: number) => was[at] !== is[at]
  return {from: was.filter(isOther).join(' '), to: is.filter(isOther).join(' ')}
}

/** The values of a list: strings in quotes and functions with their arguments are one each. */
function partsOf(list: string): readonly string[] {
  return list.match(/"(?:[^"\\]|\\.)*"|[\w-]+\([^)]*\)|\S+/g) ?? []
}

function elementOf({tag, text}: Change, words: Speaker): string {
  const name = words.has('report', `element.${tag}`)
    ? words.say('report', `element.${tag}`)
    : `<${tag}>`
  return text === '' ? name : words.say('report', 'element', {name, text})
}

function signed(pixels: number): string {
  return pixels > 0 ? `+${pixels}` : `${pixels}`.replace('-', '−')
}
