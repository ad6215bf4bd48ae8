import * as fc from 'fast-check'

/** Words of two scripts, and characters that mean something to Markdown. */
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('the', 'story', 'Seoul', '북한군', '키이우를', '1.', '-', '+'),
  },
  {weight: 1, arbitrary: fc.string({maxLength: 4}).map((text) => text.replace(/[\r\n]/gu, ''))},
)

const phrase = fc.array(word, {minLength: 1, maxLength: 5}).map((words) => words.join(' '))

const inline = fc.oneof(
  {weight: 4, arbitrary: phrase},
  {weight: 1, arbitrary: phrase.map((text) => `**${text}**`)},
  {weight: 1, arbitrary: phrase.map((text) => `*${text}*`)},
  {weight: 1, arbitrary: phrase.map((text) => `~~${text}~~`)},
  {weight: 1, arbitrary: phrase.map((text) => `\`${text}\``)},
  {weight: 1, arbitrary: phrase.map((text) => `[${text}](/a/b "t")`)},
  {weight: 1, arbitrary: phrase.map((text) => `[${text}][ref]`)},
  {
    weight: 1,
    arbitrary: fc.constantFrom('[^1]', '[ref]', '![alt](p.png)', '<b>x</b>', '&amp;', '\\*', '\\|'),
  },
)

const line = fc.array(inline, {minLength: 1, maxLength: 4}).map((parts) => parts.join(' '))

const paragraph = fc
  .tuple(
    fc.array(line, {minLength: 1, maxLength: 3}),
    fc.constantFrom('\n', '  \n', '\\\n', '\n   '),
  )
  .map(([lines, brk]) => lines.join(brk))

const heading = fc
  .tuple(fc.integer({min: 2, max: 4}), line)
  .map(([depth, text]) => `${'#'.repeat(depth)} ${text}`)

const table = fc
  .array(fc.tuple(line, line), {minLength: 1, maxLength: 3})
  .map((rows) => ['| a | b |', '| - | - |', ...rows.map(([a, b]) => `| ${a} | ${b} |`)].join('\n'))

const leaf = fc.oneof(
  {weight: 4, arbitrary: paragraph},
  {weight: 1, arbitrary: heading},
  {weight: 1, arbitrary: table},
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '![alt only](p.png "Title")',
      '[![linked](p.png)](/x)',
      '---',
      '```js\ncode\n```',
      '<div>\nhtml\n</div>',
    ),
  },
)

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((one, index) => (index === 0 ? first : rest) + one)
    .join('\n')
}

const block = fc.oneof(
  {weight: 3, arbitrary: leaf},
  {
    weight: 1,
    arbitrary: fc
      .array(leaf, {minLength: 1, maxLength: 2})
      .map((all) => prefixed(all.join('\n\n'), '> ', '> ')),
  },
  {weight: 1, arbitrary: paragraph.map((text) => prefixed(prefixed(text, '> ', '> '), '> ', '> '))},
  {
    weight: 1,
    arbitrary: fc
      .array(leaf, {minLength: 1, maxLength: 2})
      .map((all) => prefixed(all.join('\n\n'), '- ', '  ')),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(paragraph, {minLength: 1, maxLength: 3})
      .map((all) => all.map((one) => prefixed(one, '1. ', '   ')).join('\n')),
  },
  {
    weight: 1,
    arbitrary: paragraph.map((text) => prefixed(prefixed(text, '- [x] ', '  '), '> ', '> ')),
  },
  {weight: 1, arbitrary: paragraph.map((text) => prefixed(text, '[^1]: ', '    '))},
)

/** Articles as people write them, with a few characters nobody would. */
export const markdown = fc
  .array(block, {minLength: 1, maxLength: 6})
  .map((blocks) => [...blocks, '[ref]: https://example.org "Title"'].join('\n\n'))

/** Nothing but characters that mean something to Markdown: what no person writes. */
export const noise = fc
  .array(
    fc.constantFrom(
      ...'* _ [ ] ( ) ! > # - | ` ~ \n \\ a 1 가 . : " < &'.split(' '),
      ' ',
      '\n\n',
      '> ',
      '- ',
      '[^1]',
      '[ref]',
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => `${parts.join('')}\n\n[ref]: /x\n\n[^1]: note\n`)
