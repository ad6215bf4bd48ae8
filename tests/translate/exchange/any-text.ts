import * as fc from 'fast-check'

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'the',
      'story',
      '북한군',
      '키이우를',
      '1.',
      '3 * 4',
      'a_b',
      '[sic]',
      '🙂',
    ),
  },
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 4})},
)

const phrase = fc.array(word, {minLength: 1, maxLength: 4}).map((words) => words.join(' '))

const {markup} = fc.letrec<{readonly markup: string}>((tie) => ({
  markup: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    phrase,
    tie('markup').map((text) => `**${text}**`),
    tie('markup').map((text) => `_${text}_`),
    tie('markup').map((text) => `~~${text}~~`),
    tie('markup').map((text) => `[${text}](/a/b "t")`),
    tie('markup').map((text) => `[${text}][ref]`),
    phrase.map((text) => `\`${text}\``),
    fc.constantFrom(
      '[^1]',
      '[ref]',
      '![alt](p.png)',
      '![a *b*][ref]',
      '<b>x</b>',
      '<https://a.example>',
      '&amp;',
      '&nbsp;',
      '\\*',
      '  \n',
      '\\\n',
      '\n\n',
      ']]>',
      ' \t\n ',
    ),
  ),
}))

/** A unit's text: Markdown as people write it, nested, and characters that mean something to a format. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(markup, {minLength: 1, maxLength: 5}).map((all) => all.join(' ')),
  },
  {weight: 1, arbitrary: fc.array(markup, {minLength: 1, maxLength: 5}).map((all) => all.join(''))},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 20})},
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...'* _ [ ] ( ) ! < > ` ~ \\ & ; " \' # % { } 가 a'.split(' '),
          ' ',
          '\n',
          '\r',
          '\0',
          '\uFFFE',
        ),
        {maxLength: 20},
      )
      .map((parts) => parts.join('')),
  },
)
