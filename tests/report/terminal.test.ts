import {stripVTControlCharacters} from 'node:util'
import stringWidth from 'string-width'
import {describe, expect, test} from 'vitest'
import {endless} from '../../pipeline/model/verdict.ts'
import {listFindings, terminal} from '../../pipeline/report/terminal.ts'
import {speaker} from '../../pipeline/words/speaker.ts'
import {audited, context, findings, poisoned, sample} from './sample.ts'

describe('the terminal report', () => {
  test('says at a glance what became of each edition and why', async () => {
    await expect(terminal.write(sample(), context)).toMatchFileSnapshot(
      '../fixtures/report/terminal.txt',
    )
  })

  test('lists notices and waived findings when asked', async () => {
    const text = terminal.write(sample(), {...context, verbose: true, columns: 72})
    await expect(text).toMatchFileSnapshot('../fixtures/report/terminal-verbose.txt')
  })

  test('says who answers for what is waived, and until when, without being asked', () => {
    const run = sample()
    const waived = run.verdict.findings.flatMap((one) => (one.waived ? [one] : []))
    const [first] = waived
    expect(terminal.write(run, context)).toMatch(
      /document\/duplicate-id · en\/\*: Waived until 2026-12-24 by desk@paper\.example: The\s+footnotes/,
    )
    const many = Array.from({length: 12}, (_, n) => ({
      ...first!,
      waived: {...first!.waived!, owner: `desk ${n}`, expires: endless},
    }))
    const text = terminal.write({...run, verdict: {...run.verdict, findings: many}}, context)
    expect(text.match(/Waived by desk \d: /g)).toHaveLength(10)
    expect(text).toContain('2 more waivers are in the report.')
  })

  test('names the known causes of what is new, and the pages that have it now', () => {
    const run = sample()
    const cause = {
      cause: '0123456789abcdef',
      check: 'axe/color-contrast',
      pages: 'posts/*',
      on: 12,
      most: 1,
    }
    const caused = ['posts/m.html', 'posts/n.html'].map((file) => ({
      ...run.verdict.findings[0]!,
      place: {file},
      blocks: false,
      waived: undefined,
      known: true,
      cause,
    }))
    const text = (more: object) =>
      terminal.write({...run, verdict: {...run.verdict, findings: caused}}, {...context, ...more})
    expect(text({})).toMatch(
      /2 findings are new, but their causes .+\n +axe\/color-contrast · posts\/m\.html, posts\/n\.html: A known\s+cause: an element of the same make, at\s+the same place, had it on 12 pages \(posts\/\*\)/,
    )
    expect(text({verbose: true})).toContain('A known cause: ')
    expect(text({verbose: true})).not.toContain('findings are new')
  })

  test('has colours only when asked, and says the same in them', () => {
    const plain = terminal.write(sample(), context)
    const coloured = terminal.write(sample(), {...context, colour: true})
    expect(stripVTControlCharacters(plain)).toBe(plain)
    expect(coloured).not.toBe(plain)
    expect(stripVTControlCharacters(coloured)).toBe(plain)
  })

  test('aligns Korean and English headlines', () => {
    const table = terminal.write(sample(), {...context, columns: 90}).split('\n\n')[1] ?? ''
    const [header = '', ...rows] = table.split('\n')
    const verdictAt = stringWidth(header.slice(0, header.indexOf('Verdict')))
    for (const row of rows) {
      expect(stringWidth(row.slice(0, row.search(/passed|held/)))).toBe(verdictAt)
    }
  })

  test('stays within the terminal', () => {
    for (const columns of [80, 100, 140]) {
      const lines = terminal.write(sample(), {...context, columns, verbose: true}).split('\n')
      const places = /^● /
      for (const line of lines.filter((one) => !places.test(one))) {
        expect(stringWidth(line)).toBeLessThanOrEqual(columns)
      }
    }
  })

  test('cannot be steered by what it quotes', () => {
    const text = terminal.write(sample([poisoned]), context)
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  })

  test('says whom nobody could ask about the EPUBs', () => {
    const line = 'Not installed here, and so not asked about the EPUBs:'
    expect(terminal.write({...sample(), absent: ['EPUBCheck', 'Ace']}, context)).toContain(
      `${line} EPUBCheck, Ace`,
    )
    expect(terminal.write(sample(), context)).not.toContain(line)
  })

  test('says which pages of an audit are taken at their word, and were not looked at', () => {
    const line = '1 of them passed before and has not changed since: it was not looked at again.'
    expect(terminal.write(audited, context)).toContain(line)
    const all = audited.audited?.map((one) => ({...one, unchanged: false})) ?? []
    expect(terminal.write({...audited, audited: all}, context)).not.toContain('passed before')
  })

  test('says so when there is nothing to publish', () => {
    const nothing = {...sample([]), editions: [], release: undefined}
    const text = terminal.write(nothing, {...context, releasePath: undefined})
    expect(text).toContain('There is no edition to publish.')
    expect(text).toMatch(/Release +none/)
  })
})

test('findings are listed for other verbs too, in the language asked for', () => {
  const korean = speaker(context.words, 'ko', 'en')
  const text = listFindings(findings.slice(0, 1), korean, {columns: 100, colour: false})
  expect(text).toContain('오류 1건')
  expect(text).toContain('주변(ko)과 다른 언어인데 표시가 없다.')
  expect(listFindings([], korean, {columns: 100, colour: false})).toBe('')
})
