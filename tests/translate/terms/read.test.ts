import {describe, expect, it, test} from 'vitest'
import {termFormats, type TermFormat} from '../../../pipeline/translate/terms/formats.ts'

function named(name: string): TermFormat {
  const format = termFormats.find((one) => one.name === name)
  if (format === undefined) throw new Error(name)
  return format
}
const [tbx, csv] = [named('tbx'), named('csv')]
const nothing = {preferred: [], allowed: [], forbidden: [], note: undefined}

const entries = (inner: string) => `<tbx type="TBX-Basic"><text><body>
${inner}
</body></text></tbx>`

describe('CSV', () => {
  it('is read as newsrooms keep it: two languages and no more', () => {
    const {terms, problems} = csv.read(
      '\uFEFFen,ko\r\nSeoul,서울\r\n\r\n,,\r\n"the ""North""",북한 | 북\r\n',
    )
    expect(problems).toEqual([])
    expect(terms).toMatchObject([
      {
        id: undefined,
        line: 2,
        column: 1,
        languages: [
          {tag: 'en', preferred: ['Seoul']},
          {tag: 'ko', preferred: ['서울']},
        ],
      },
      {line: 5, languages: [{preferred: ['the "North"']}, {preferred: ['북한', '북']}]},
    ])
  })

  test.each([
    ['semicolons, as spreadsheets write them in half of Europe', 'ID;EN;KO Forbidden\na;x, y;z\n'],
    ['tabs', 'id\ten\tko forbidden\na\tx, y\tz'],
    ['commas, old line breaks', 'id,en,ko forbidden\ra,"x, y",z\r'],
  ])('%s', (_, text) => {
    expect(csv.read(text).terms).toMatchObject([
      {
        id: 'a',
        languages: [
          {...nothing, tag: 'en', preferred: ['x, y']},
          {...nothing, tag: 'ko', forbidden: ['z']},
        ],
      },
    ])
  })

  test.each([
    ['id,en,english\na,x,y', 'language', 1, 7],
    ['id,en,ko alowed\na,x,y', 'language', 1, 7],
    ['id,en\n"a\nb",x\nc,d,e', 'long-row', 4, 5],
    ['id,en\r\na,x\r\n\r\nb,\r\n', 'no-forms', 4, 1],
    ['id,en,kind\n"가나",x,river', 'kind', 2, 8],
    ['id,en,kind\n😀,x,river', 'kind', 2, 6],
  ])('%j: %s at its place', (text, variant, line, column) => {
    expect(csv.read(text)).toMatchObject({problems: [{variant, line, column}], fault: undefined})
  })

  test.each([
    ['id,en\na,x\nb,"y\n', 'syntax', 3, 3],
    ['id,en\na,x\nb,y"z"\n', 'syntax', 3, 3],
    ['id,en\na,x\n"b"b,y\n', 'syntax', 3, 1],
    ['', 'shape', 1, 1],
    ['name,value\n1,2', 'shape', 1, 1],
    ['\0\u0001', 'shape', 1, 1],
  ])('%j is refused: %s', (text, variant, line, column) => {
    expect(csv.read(text)).toMatchObject({terms: [], fault: {variant, line, column}})
  })

  it('is no formula to a spreadsheet, whatever the termbase holds', () => {
    const forms = {
      en: {...nothing, preferred: ['=HYPERLINK("http://a.example")', '@x'], note: '\t=1'},
    }
    const kind = 'term' as const
    const text = csv.write([{id: '+1', kind, note: '-2+3', forms, line: 1, column: 1}], [])
    const cells = text.split('\r\n')[1]?.match(/"(?:[^"]|"")*"|[^,]+/gu) ?? []
    expect(cells.length).toBeGreaterThan(3)
    for (const cell of cells) expect(cell.replace(/^"/u, '')).not.toMatch(/^[=+\-@\t\r]/u)
  })
})

describe('TBX', () => {
  const dct =
    entries(`<conceptEntry id="c1" xmlns:min="m" xmlns:basic="b"><min:subjectField>place</min:subjectField>
    <langSec xml:lang="en-us"><basic:definition> A city. </basic:definition><termSec><term> Seoul </term>
      <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus><note>x</note></termSec>
      <termSec><term>Hanyang</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
    </langSec></conceptEntry>`)
  const elder = `<martif type="TBX"><text><body><termEntry id="c1"><descrip type="subjectField">place</descrip>
    <langSet xml:lang="en_US"><descripGrp><descrip type="definition">A city.</descrip></descripGrp><note>x</note>
      <ntig><termGrp><term>Seoul</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
      <tig><term>Hanyang</term><termNote type="normativeAuthorization">deprecatedTerm</termNote></tig>
    </langSet></termEntry></body></text></martif>`
  test.each([
    ['DCT style', dct],
    ['elder TBX', elder],
  ])('%s', (_, file) => {
    const {terms, problems} = tbx.read(file)
    expect(problems).toEqual([])
    expect(terms).toMatchObject([
      {
        id: 'c1',
        kind: 'place',
        languages: [
          {
            tag: 'en-US',
            preferred: ['Seoul'],
            allowed: [],
            forbidden: ['Hanyang'],
            note: 'A city.\nx',
          },
        ],
      },
    ])
  })

  it('without a status the first form is the preferred one', () => {
    const section =
      '<langSec xml:lang="ko"><termSec><term>가</term></termSec><termSec><term>나</term></termSec></langSec>'
    const {terms} = tbx.read(entries(`<conceptEntry>${section}</conceptEntry>`))
    expect(terms).toMatchObject([
      {id: undefined, languages: [{preferred: ['가'], allowed: ['나']}]},
    ])
  })

  const good = '<langSec xml:lang="en"><termSec><term>x</term></termSec></langSec>'
  test.each([
    [
      `${good}\n  <langSec xml:lang="english"><termSec><term>y</term></termSec></langSec>`,
      'language',
      3,
      3,
    ],
    [
      `${good}<langSec xml:lang="ko"><termSec><term> </term></termSec></langSec>`,
      'no-forms',
      2,
      81,
    ],
    [
      good.replace('</term>', '</term>\n<termNote type="administrativeStatus">ok</termNote>'),
      'status',
      3,
      1,
    ],
    [`<descrip type="context">c</descrip>${good}`, 'left-out', 2, 15],
    ['', 'no-forms', 2, 1],
  ])('%j: %s at its place', (inner, variant, line, column) => {
    const {problems} = tbx.read(entries(`<conceptEntry>${inner}</conceptEntry>`))
    expect(problems).toMatchObject([{variant, line, column}])
  })

  const laughs = '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
  test.each([
    ['a billion laughs', `${laughs}<tbx>&b;</tbx>`, 'syntax'],
    ['entities that nothing refers to', `${laughs}<tbx/>`, 'doctype'],
    [
      'an entity of another file',
      '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>',
      'syntax',
    ],
    [
      'a million levels',
      `<tbx>${'<a>'.repeat(1_000_000)}${'</a>'.repeat(1_000_000)}</tbx>`,
      'deep',
    ],
    ['a cut-off end', '<tbx>\n<text>', 'syntax'],
    ['another language', '<html><body/></html>', 'shape'],
    ['nothing', '', 'syntax'],
  ])('%s is refused', (_, file, variant) => {
    expect(tbx.read(file)).toMatchObject({terms: [], fault: {variant}})
  })

  it('names of JavaScript’s own are names like others', () => {
    const section =
      '<langSec xml:lang="en"><termSec><term>constructor</term><termNote type="administrativeStatus">__proto__</termNote></termSec></langSec>'
    const {terms} = tbx.read(entries(`<conceptEntry id="__proto__">${section}</conceptEntry>`))
    expect(terms).toMatchObject([{id: '__proto__', languages: [{preferred: ['constructor']}]}])
  })
})

test.each(termFormats.map((format) => [format.name, format] as const))(
  '%s of 5,000 terms is read in good time',
  (_, format) => {
    const terms = Array.from({length: 5_000}, (__, index) => ({
      id: `t${index}`,
      kind: 'term' as const,
      note: undefined,
      forms: {
        en: {...nothing, preferred: [`term ${index}`]},
        ko: {...nothing, preferred: [`용어 ${index}`]},
      },
      line: 1,
      column: 1,
    }))
    const file = format.write(terms, ['en', 'ko'])
    const start = performance.now()
    expect(format.read(file).terms.length).toBe(terms.length)
    expect(performance.now() - start).toBeLessThan(20_000)
  },
)
