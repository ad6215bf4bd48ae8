import type {Nodes} from 'mdast'
import {expect, test} from 'vitest'
import {parseMarkdown} from '../../pipeline/markdown/parse.ts'

test.each([
  ['front matter', '---\nheadline: a\n---\n\ntext', ['yaml', 'paragraph', 'text']],
  ['a rule that is no front matter', 'text\n\n---', ['paragraph', 'text', 'thematicBreak']],
  [
    'a table',
    '| a |\n| - |\n| b |',
    ['table', 'tableRow', 'tableCell', 'text', 'tableRow', 'tableCell', 'text'],
  ],
  ['strikethrough', '~~a~~', ['paragraph', 'delete', 'text']],
  ['a Korean range, not strikethrough', '3~5일, 7~9일', ['paragraph', 'text']],
  [
    'a footnote',
    'a[^1]\n\n[^1]: b',
    ['paragraph', 'text', 'footnoteReference', 'footnoteDefinition', 'paragraph', 'text'],
  ],
  ['a bare address, not a link', 'https://example.org', ['paragraph', 'text']],
  [
    'emphasis before a particle',
    '**마크다운(Markdown)**을 쓴다',
    ['paragraph', 'strong', 'text', 'text'],
  ],
  [
    'emphasis around a quotation',
    '**“안 된다”**라고 했다',
    ['paragraph', 'strong', 'text', 'text'],
  ],
])('%s', (_name, text, types) => {
  expect(typesOf(parseMarkdown(text)).slice(1)).toEqual(types)
})

test('a rule at the top, which nothing closes, is no front matter and costs no list', () => {
  const types = parseMarkdown('---\n\n- a\n\n> b\n').children.map(({type}) => type)
  expect(types).toEqual(['thematicBreak', 'list', 'blockquote'])
})

test('a task list knows what is done', () => {
  const [list] = parseMarkdown('- [x] a\n- [ ] b\n- c').children
  expect(list?.type === 'list' && list.children.map(({checked}) => checked)).toEqual([
    true,
    false,
    null,
  ])
})

test('every node carries its place', () => {
  const [, paragraph] = parseMarkdown('---\na: b\n---\n\ntext').children
  expect(paragraph?.position?.start).toEqual({line: 5, column: 1, offset: 14})
})

function typesOf(node: Nodes): readonly string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(typesOf) : [])]
}
