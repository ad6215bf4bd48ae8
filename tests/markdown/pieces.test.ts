import * as fc from 'fast-check'
import {expect, it, test} from 'vitest'
import {express} from '../../pipeline/markdown/express.ts'
import {inlineParserFor} from '../../pipeline/markdown/inline.ts'
import {parseDocument} from '../../pipeline/markdown/mdx.ts'
import {parseMarkdown} from '../../pipeline/markdown/parse.ts'
import {markdownOf, piecesOf, type Piece} from '../../pipeline/markdown/pieces.ts'
import {anyText} from '../translate/exchange/any-text.ts'

const parse = inlineParserFor(parseMarkdown('[ref]: /x\n\n[^1]: y'))

it('every byte of a text stands in its pieces', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const pieces = piecesOf(text, parse)
      expect(markdownOf(pieces)).toBe(text)
      expect(express(pieces, parse).markdown).toBe(text)
    }),
    {numRuns: 200},
  )
})

test.each<[markdown: string, cut: string]>([
  ['plain', 'plain'],
  ['**굵게**를', 'bold{굵게} 를'],
  ['[a *b*](c "t") d', 'link{a  italic{b}}  d'],
  ['`code` <b>x</b>', 'code   html x html'],
  ['AT&amp;T 3 \\* 4', 'AT escape T 3  escape  4'],
  ['5 * 3 & [sic]', '5 * 3 & [sic]'],
  ['<https://a.example>', 'link'],
  ['![alt](p.png)', 'image{alt}'],
  ['![a\\]b](p.png)', 'image{a escape b}'],
  ['![a *b*](p.png)', 'image'],
  ['[Ref] and [^1]', 'link{Ref}  and  note'],
])('%j is cut into %j', (markdown, cut) => {
  expect(piecesOf(markdown, parse).map(shape).join(' ')).toBe(cut)
})

function shape(piece: Piece): string {
  if (piece.type === 'words') return piece.value
  if (piece.type === 'mark') return piece.kind
  return `${piece.kind}{${piece.children.map(shape).join(' ')}}`
}

const words = (value: string): Piece => ({type: 'words', value})
const code = (raw: string): Piece => ({type: 'mark', kind: 'other', raw})
const span = (open: string, close: string, ...children: Piece[]): Piece => ({
  type: 'span',
  kind: 'other',
  open,
  close,
  children,
})

test.each<[what: string, pieces: readonly Piece[], markdown: string]>([
  ['words that look like emphasis', [words('별표 *둘* 끝')], '별표 \\*둘\\* 끝'],
  ['words that look like code beside code', [words('a `b` '), code('`c`')], 'a \\`b\\` `c`'],
  ['words that look like HTML', [words('a <b> c')], 'a \\<b\\> c'],
  ['words that look like an entity', [words('AT&amp;T')], 'AT\\&amp;T'],
  ['a footnote’s words', [words('see [^1]')], 'see \\[^1\\]'],
  ['words that need no escape', [words('3 * 4 < 5 & 6_7 [sic]')], '3 * 4 < 5 & 6_7 [sic]'],
  [
    'only the words that need it',
    [words('3 * 4 '), span('**', '**', words('a*b*c'))],
    '3 * 4 **a\\*b\\*c**',
  ],
  ['a low line beside a particle', [span('_', '_', words('강조')), words('를')], '*강조*를'],
  ['a blank in emphasis', [span('**', '**', words('강조 ')), words('를')], '**강조** 를'],
  ['a line that ends in blanks', [words('가  \n나')], '가\n나'],
  ['emphasis of nothing', [words('a '), span('**', '**'), words('b')], 'a b'],
  [
    'a reference that took its label from its words',
    [{...span('[', ']', words('출처')), label: 'ref'} as Piece],
    '[출처][ref]',
  ],
  ['a bracket in a link', [span('[', '](/a)', words('가] 나'))], '[가\\] 나](/a)'],
  [
    'a bracket in alternative text',
    [span('![', '](/a.png)', words('가] 나'))],
    '![가\\] 나](/a.png)',
  ],
])('%s', (_, pieces, markdown) => {
  expect(express(pieces, parse)).toEqual({markdown, exact: true})
})

test.each<[what: string, pieces: readonly Piece[]]>([
  ['half of a pair', [words('a '), code('**'), words('b')]],
  ['a link in a link', [span('[', '](/a)', span('[', '](/b)', words('c')))]],
])('%s cannot be said, and is as it came', (_, pieces) => {
  expect(express(pieces, parse)).toEqual({markdown: markdownOf(pieces), exact: false})
})

test('components and expressions of MDX are markup, and their words are words', () => {
  const body = parseDocument('<Note>\n\na {b}\n\n</Note>\n', 'a.mdx').root
  const mdx = inlineParserFor(body)
  expect(piecesOf('A <Mark tone="x">b</Mark> {c}', mdx).map(shape)).toEqual([
    'A ',
    'other{b}',
    ' ',
    'other',
  ])
  expect(express([words('가 {나}')], mdx)).toEqual({markdown: '가 \\{나\\}', exact: true})
})
