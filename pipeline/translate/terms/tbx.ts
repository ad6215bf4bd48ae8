import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Rank, Term, TermForms} from '../../model/term.ts'
import {cleaned} from '../exchange/characters.ts'
import {elementIn, localName, readXml, spotOf, stacked, writeXml} from '../exchange/xml.ts'
import type {TermFormat} from './formats.ts'
import {readConcepts} from './read-tbx.ts'
import {xmlName} from './tbx-id.ts'
import {localesOf} from './tell.ts'

/**
 * TBX-Basic in its DCA style (ISO 30042:2019). Reads the DCT style and the elder TBX too. A kind
 * other than `term` travels as the subject field.
 */
export const tbx: TermFormat = {
  name: 'tbx',
  endings: ['.tbx'],
  holds: (text) => cleaned(text) === text,
  write(terms, locales) {
    const tags = localesOf(terms, locales)
    const says = 'The termbase of a publication, written by Galley.'
    const entries = terms.map((term) => entryOf(term, tags))
    const own = {type: 'TBX-Basic', style: 'dca', 'xml:lang': tags[0] ?? 'en'}
    return writeXml(
      stacked('tbx', {...own, xmlns: 'urn:iso:std:iso:30042:ed-2'}, 0, [
        x('tbxHeader', [x('fileDesc', [x('sourceDesc', [x('p', says)])])]),
        stacked('text', {}, 1, [stacked('body', {}, 2, entries)]),
      ]),
    )
  },
  read(text) {
    const {root, fault} = readXml(text)
    if (fault !== undefined) return {terms: [], problems: [], fault}
    const inner = elementIn(root, 'text')
    const body = inner === undefined ? undefined : elementIn(inner, 'body')
    if (!['tbx', 'martif'].includes(localName(root)) || body === undefined)
      return {terms: [], problems: [], fault: {variant: 'shape', ...spotOf(root)}}
    return {...readConcepts(body), fault: undefined}
  },
}

const statuses: Readonly<Record<Rank, string>> = {
  preferred: 'preferredTerm-admn-sts',
  allowed: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
}

function entryOf({id, kind, note, forms}: Term, tags: readonly string[]): Element {
  const subject = kind === 'term' ? [] : [x('descrip', {type: 'subjectField'}, kind)]
  const languages = tags.flatMap((tag) => {
    const own = forms[tag]
    return own === undefined ? [] : [languageOf(tag, own)]
  })
  return stacked('conceptEntry', {id: xmlName(id)}, 3, [...subject, ...notes(note), ...languages])
}

function languageOf(tag: string, forms: TermForms): Element {
  const ranks: readonly Rank[] = ['preferred', 'allowed', 'forbidden']
  const terms = ranks.flatMap((rank) =>
    forms[rank].map((form) =>
      stacked('termSec', {}, 5, [
        x('term', cleaned(form)),
        x('termNote', {type: 'administrativeStatus'}, statuses[rank]),
      ]),
    ),
  )
  return stacked('langSec', {'xml:lang': tag}, 4, [...notes(forms.note), ...terms])
}

function notes(note: string | undefined): readonly Element[] {
  return note === undefined ? [] : [x('note', cleaned(note))]
}
