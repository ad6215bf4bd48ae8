import {describe, expect, test} from 'vitest'
import {inlineParserFor} from '../../../pipeline/markdown/inline.ts'
import {parseMarkdown} from '../../../pipeline/markdown/parse.ts'
import {
  formats,
  formatOf,
  type ExchangeFormat,
} from '../../../pipeline/translate/exchange/formats.ts'

const parse = inlineParserFor(parseMarkdown(''))

const laughs = `<!DOCTYPE xliff [
  <!ENTITY a "ha">
  ${'bcdefghij'
    .split('')
    .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index] ?? ''};`.repeat(10)}">`)
    .join('\n  ')}
]>`

const files: readonly (readonly [
  what: string,
  file: (root: string) => string,
  variant: string,
  line: number,
])[] = [
  ['a billion laughs', (root) => `${laughs}\n<${root}>&j;</${root}>`, 'syntax', 13],
  ['entities that nothing refers to', (root) => `${laughs}\n<${root}/>`, 'doctype', 1],
  [
    'an entity of another file',
    (root) =>
      `<!DOCTYPE ${root} [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<${root}>&x;</${root}>`,
    'syntax',
    2,
  ],
  ['a hundred levels', (root) => nested(root, 100), 'deep', 1],
  ['a million levels', (root) => nested(root, 1_000_000), 'deep', 1],
  ['a cut-off end', (root) => `<${root}>\n<file>`, 'syntax', 2],
  ['another language', () => '<html><body/></html>', 'shape', 1],
  ['nothing', () => '', 'syntax', 1],
  ['no XML', () => 'msgid ""', 'syntax', 1],
]

function nested(root: string, depth: number): string {
  return `<${root}>${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</${root}>`
}

const inXml: readonly (readonly [ExchangeFormat, string])[] = formats
  .filter(({name}) => name !== 'po')
  .map((format) => [format, format.name === 'tmx' ? 'tmx' : 'xliff'])

describe.each(inXml)('%#', (format, root) => {
  test.each(files)(`${format.name}: %s is refused`, (_, file, variant, line) => {
    const {articles, fault} = format.read(file(root))
    expect(articles).toEqual([])
    expect(fault).toMatchObject({variant, line})
  })

  test(`${format.name}: a long text is read in good time`, () => {
    const file = format
      .write([{slug: 's', sourceLocale: 'en', locale: 'ko', parse, units: []}])
      .replace(
        /<(body|file)[^>]*\/?>/u,
        (tag) => `${tag.replace(/\/>$/u, '>')}${'<ph id="1"/>'.repeat(50_000)}`,
      )
    const start = performance.now()
    format.read(file)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

test.each([
  ['a.po', '', 'po'],
  ['a.xlf', '<xliff version="1.2">', 'xliff12'],
  ['a.xliff', "<?xml version='1.0'?>\n<x:xliff xmlns:x='u' version='1.1'>", 'xliff12'],
  ['a.XLF', '<xliff xmlns="u" version="2.0">', 'xliff21'],
  ['a.tmx', '<tmx>', 'tmx'],
  ['a.txt', '', undefined],
])('%s that begins with %j is %s', (name, text, format) => {
  expect(formatOf(name, text)?.name).toBe(format)
})

describe('PO', () => {
  const po = formats.find(({name}) => name === 'po')
  test.each([
    ['names of JavaScript’s own', 'msgctxt "__proto__"\nmsgid "constructor"\nmsgstr "x"\n', ['x']],
    ['a message without a text', 'msgid "a"\n\nmsgid "b"\nmsgstr "x"\n', [undefined, 'x']],
    ['numbers as texts', 'msgid "9"\nmsgstr "아홉"\n\nmsgid "a"\nmsgstr "가"\n', ['아홉', '가']],
    ['other line ends', 'msgid "a"\r\nmsgstr "가"\r\n', ['가']],
    [
      'obsolete messages, left out',
      'msgid ""\nmsgstr "Language: ko\\n"\n\n#~ msgid "a"\n#~ msgstr "가"\n',
      [],
    ],
  ])('%s', (_, file, targets) => {
    const {articles, fault} = po?.read(file) ?? {articles: [], fault: undefined}
    expect(fault).toBeUndefined()
    expect(articles[0]?.units.map(({target}) => target)).toEqual(targets)
    expect(Object.hasOwn(Object.prototype, 'msgctxt')).toBe(false)
  })

  test.each([
    ['a cut-off end', 'msgid "a"\nmsgstr "가', 'syntax', 2],
    ['a line break in a text', 'msgid "a"\nmsgstr "가\n나"\n', 'syntax', 3],
    ['a word of another language', 'msgid "a"\nrubbish\nmsgstr "b"', 'syntax', 3],
    ['nothing', '', 'shape', 1],
  ])('%s is refused with its line', (_, file, variant, line) => {
    expect(po?.read(file).fault).toEqual({variant, line, column: 1})
  })
})
