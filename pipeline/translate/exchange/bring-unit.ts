import type {InlineParser} from '../../markdown/inline.ts'
import {express, type Expressed} from '../../markdown/express.ts'
import type {State, Unit} from '../../model/catalog.ts'
import {withoutMatch} from '../bring-up.ts'
import {hash} from '../hash.ts'
import {normal, standingOf} from './base.ts'
import {isPlain} from './document.ts'
import type {ExchangeFormat, ReadUnit, Written} from './formats.ts'
import {markdownOf} from '../../markdown/pieces.ts'

/** What came back for a unit, and what becomes of it. */
export interface Brought {
  readonly unit: Unit
  /**
   * `restated`: the text is as it was, and its state or its note is new. `kept`: both changed, or
   * it is not known; what is here stays. `emptied`: the text was deleted in the file, and stays here.
   */
  readonly outcome: 'unchanged' | 'same' | 'translated' | 'draft' | 'restated' | 'kept' | 'emptied'
  /** The text that came back, and the source it was made from. */
  readonly text: Expressed
  readonly source: string
  readonly sourceChanged: boolean
}

export interface Circumstances {
  readonly format: ExchangeFormat
  readonly parse: InlineParser
  /** Let what came back take the place of a newer translation. */
  readonly force: boolean
}

/**
 * Merge a unit that came back with today's, by what both were at export. Whichever side alone has
 * changed counts; where both have, today's stays.
 */
export function bringUnit(unit: Unit, read: ReadUnit, how: Circumstances): Brought {
  const {base} = read
  const source = written(read.source, unit, how.parse).markdown
  const text = written(read.target ?? '', unit, how.parse)
  const sourceChanged =
    base === undefined ? source !== unit.source : base.source !== hash(unit.source)
  const here = unit.target ?? ''
  const isTouched =
    base === undefined ? text.markdown !== here : base.target !== hash(text.markdown)
  const isNewer = base === undefined ? isSettled(unit) : base.target !== hash(here)
  const noted = withNote(unit, read)
  const brought = {text, source, sourceChanged}
  if (!isTouched) {
    const restated = isNewer || sourceChanged ? noted : withState(noted, read, how)
    const isSame =
      restated.state === unit.state && restated.note === unit.note && restated.stale === unit.stale
    return {...brought, unit: isSame ? unit : restated, outcome: isSame ? 'unchanged' : 'restated'}
  }
  if (text.markdown.trim() === '')
    return {...brought, unit: noted, outcome: here === '' ? 'unchanged' : 'emptied'}
  if (text.markdown === here) return {...brought, unit: noted, outcome: 'same'}
  if (isNewer && !how.force) return {...brought, unit: noted, outcome: 'kept'}
  const state = text.exact ? stateOf(read, how) : 'draft'
  const taken: Unit = {
    ...withoutMatch(noted),
    target: text.markdown,
    state,
    stale: sourceChanged,
    previousSource: sourceChanged ? source : undefined,
    origin: 'import',
  }
  return {...brought, unit: taken, outcome: state === 'draft' ? 'draft' : 'translated'}
}

/** A text as Markdown. An attribute's value is words, whatever they look like. */
export function written(text: Written, {kind}: Pick<Unit, 'kind'>, parse: InlineParser): Expressed {
  if (typeof text === 'string') return {markdown: text, exact: true}
  if (isPlain(kind)) return {markdown: markdownOf(text), exact: true}
  return express(text, parse)
}

/** Whether a unit has a translation that someone stands for. */
function isSettled({target, state, stale}: Unit): boolean {
  return target !== undefined && state !== 'draft' && !stale
}

/** The state of a text that was changed in the file. */
function stateOf({standing, base}: ReadUnit, {format}: Circumstances): State {
  const before = base && standingOf(base, format)
  if (standing === 'attention') return 'draft'
  // A tool that leaves the state alone has not reviewed the new text, nor begun anew.
  if (standing === 'reviewed') return before === 'reviewed' ? 'translated' : 'reviewed'
  if (standing === 'untranslated' && before !== undefined && before !== 'untranslated')
    return 'draft'
  return 'translated'
}

/** The state that was given, in the file, to a text that was left as it is. */
function withState(unit: Unit, {standing, base}: ReadUnit, {format}: Circumstances): Unit {
  const before = standingOf(base ?? unit, format)
  if (standing === undefined || standing === before || unit.target === undefined) return unit
  if (standing === 'untranslated' || standing === 'attention') return {...unit, state: 'draft'}
  return {...unit, state: standing, stale: false, previousSource: undefined}
}

/** A note that is new in the file takes the place of the old one; of two new ones both stay. */
function withNote(unit: Unit, {note, base}: ReadUnit): Unit {
  const [theirs, ours] = [normal(note), normal(unit.note)]
  const isNew = base === undefined ? theirs !== ours : base.note !== hash(theirs)
  if (note === undefined || theirs === '' || !isNew || ours.includes(theirs)) return unit
  const isAlone = unit.note === undefined || (base !== undefined && base.note === hash(ours))
  return {...unit, note: isAlone ? note : `${unit.note}\n${note}`}
}
