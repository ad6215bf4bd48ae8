import {readFileSync} from 'node:fs'
import * as fc from 'fast-check'
import {fromXml} from 'xast-util-from-xml'
import {describe, expect, it} from 'vitest'
import type {Term} from '../../../pipeline/model/term.ts'
import {readTermbase} from '../../../pipeline/translate/termbase.ts'
import {termFormats, type TermFormat} from '../../../pipeline/translate/terms/formats.ts'
import {mergeTerms} from '../../../pipeline/translate/terms/merge.ts'
import {writeTerms} from '../../../pipeline/translate/terms/write-terms.ts'
import {anyTerms} from './any-terms.ts'

const path = 'locales/terms.json'
const options = {locales: ['en', 'ko'], wins: false}

function termsIn(text: string): readonly Term[] {
  const {terms, findings} = readTermbase({path, text})
  expect(findings).toEqual([])
  return terms
}

/** All that a term says; a note without the white space around it, and not where it stands. */
function told(terms: readonly Term[], tidy = (text: string) => text) {
  const noteOf = (note: string | undefined) => tidy(note ?? '').trim()
  const sorted = (forms: Term['forms']) =>
    Object.entries(forms)
      .map(([tag, {preferred, allowed, forbidden, note}]) => ({
        tag,
        forms: [preferred, allowed, forbidden].map((list) => list.map(tidy)),
        note: noteOf(note),
      }))
      .sort((one, other) => (one.tag < other.tag ? -1 : 1))
  return terms.map(({id, kind, note, forms}) => ({
    id,
    kind,
    note: noteOf(note),
    forms: sorted(forms),
  }))
}

function brought(format: TermFormat, into: string, file: string) {
  const {terms, problems, fault} = format.read(file)
  expect(fault).toBeUndefined()
  const before = termsIn(into)
  const locales = ['en', 'ko', 'en-GB', 'id']
  const merged = mergeTerms(before, terms, {...options, locales})
  return {text: writeTerms(into, before, merged.terms), problems: [...problems, ...merged.problems]}
}

describe.each(termFormats.map((format) => [format.name, format] as const))('%s', (_, format) => {
  // XML makes one line feed of every line break.
  const tidy = (text: string) => (format.name === 'tbx' ? text.replaceAll('\r', '') : text)

  it('brings the same termbase to where there is none', () => {
    fc.assert(
      fc.property(anyTerms, (text) => {
        const terms = termsIn(text)
        const {text: now, problems} = brought(format, '[]\n', format.write(terms, ['en', 'ko']))
        expect(told(termsIn(now), tidy)).toEqual(told(terms, tidy))
        expect(problems).toEqual([])
      }),
      {numRuns: 60},
    )
  })

  it('that comes back untouched changes no byte', () => {
    fc.assert(
      fc.property(anyTerms, (text) => {
        if (tidy(text.replaceAll('\\r', '\r')) !== text) return
        const {text: now, problems} = brought(
          format,
          text,
          format.write(termsIn(text), ['en', 'ko']),
        )
        expect(now).toBe(text)
        expect(problems).toEqual([])
      }),
      {numRuns: 60},
    )
  })

  it('loses nothing of either side, whatever the two are, and comes to rest', () => {
    fc.assert(
      fc.property(anyTerms, anyTerms, fc.boolean(), (here, there, wins) => {
        const file = format.write(termsIn(there), ['en', 'ko'])
        const before = termsIn(here)
        const {terms} = format.read(file)
        const merged = mergeTerms(before, terms, {locales: ['en', 'ko', 'en-GB', 'id'], wins})
        const text = writeTerms(here, before, merged.terms)
        const now = termsIn(text)
        expect(told(now)).toEqual(told(merged.terms))
        const all = JSON.stringify(told(now))
        for (const {id, forms} of before) {
          const after = now.find((one) => one.id === id)
          for (const [tag, one] of Object.entries(forms))
            for (const form of [...one.preferred, ...one.allowed, ...one.forbidden])
              expect(JSON.stringify(after?.forms[tag])).toContain(JSON.stringify(form))
        }
        for (const {languages} of terms)
          for (const one of languages)
            for (const form of [...one.preferred, ...one.allowed, ...one.forbidden])
              expect(all).toContain(JSON.stringify(form))
        const again = mergeTerms(now, terms, {locales: ['en', 'ko', 'en-GB', 'id'], wins})
        expect(writeTerms(text, now, again.terms)).toBe(text)
      }),
      {numRuns: 60},
    )
  })

  it('this publication’s own termbase goes out and comes back', () => {
    const text = readFileSync(new URL('../../../locales/terms.json', import.meta.url), 'utf8')
    const file = format.write(termsIn(text), ['en', 'ko'])
    expect(brought(format, text, file)).toEqual({text, problems: []})
    expect(told(termsIn(brought(format, '[]', file).text))).toEqual(told(termsIn(text)))
  })

  it('carries what means something to XML, to CSV or to a spreadsheet', () => {
    const hard = `a ]]> b & < > " ' <![CDATA[ =1+1`
    const text = JSON.stringify([{id: hard, en: [hard, `=${hard}`, "'=x"], note: hard}])
    const file = format.write(termsIn(text), ['en'])
    if (format.name === 'tbx') {
      expect(file).not.toContain(']]>')
      expect(() => fromXml(file)).not.toThrow()
    }
    expect(told(termsIn(brought(format, '[]', file).text))).toEqual(told(termsIn(text)))
  })
})

it('TBX leaves out what XML cannot hold, and knows it', () => {
  const [format] = termFormats
  const terms = termsIn(
    JSON.stringify([{id: 'a\u0001', en: 'b\u0000\u001F\uFFFEc', note: 'd\u0008'}]),
  )
  const file = format?.write(terms, ['en']) ?? ''
  expect(() => fromXml(file)).not.toThrow()
  expect(format?.holds('b\u0000c')).toBe(false)
  expect(format?.read(file).terms).toMatchObject([
    {id: 'a\u0001', note: 'd', languages: [{tag: 'en', preferred: ['bc']}]},
  ])
})
