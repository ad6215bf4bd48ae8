import fc from 'fast-check'
import {toHtml} from 'hast-util-to-html'
import {fromHtml} from 'hast-util-from-html'
import {describe, expect, test} from 'vitest'
import {markup} from '../../../pipeline/check/document/markup.ts'
import {sourceErrors} from '../../../pipeline/check/document/source-errors.ts'
import {findingsIn, fixtures, lines} from './fixture.ts'

const found: Readonly<Record<string, readonly string[]>> = {
  'fail-attributes-ko.html': [
    '7:34 document/markup/duplicate-attribute - <img src="a.png" alt="배" ALT="신고 배" width="10"></p>',
    '8:17 document/markup/syntax - <p title="그는 "좋다"고 했다">배</p>',
    '8:22 document/markup/syntax - <p title="그는 "좋다"고 했다">배</p>',
    '13:1 document/markup/syntax - </html>',
  ],
  'fail-no-doctype.html': ['2:1 document/markup/no-doctype - <html lang="en">'],
  'fail-tags.html': [
    '7:16 document/markup/misnested - <i>sweet</b> pears</i></p>',
    '8:6 document/markup/unclosed - <span>Not closed</div>',
    '9:41 document/markup/stray - </p>',
    '10:1 document/markup/unclosed - <i class="icon" />',
    '11:6 document/markup/misnested - <em>Crossed</div></em>',
    '12:7 document/markup/dropped - <form></form>',
    '13:27 document/markup/moved - <p>Not in a table</p></table>',
    '15:1 document/markup/stray - </section>',
  ],
}

describe(markup.id, () => {
  test.each(fixtures(markup, 'pass'))('lets %s pass', (fixture) => {
    expect(lines(findingsIn(markup, fixture))).toEqual([])
  })

  test.each(Object.entries(found))('says where %s fails', (fixture, expected) => {
    expect(lines(findingsIn(markup, fixture))).toEqual(expected)
  })

  test('has a proof both ways for each fixture', () => {
    expect(fixtures(markup, 'pass').length).toBeGreaterThan(0)
    expect(fixtures(markup, 'fail')).toEqual(Object.keys(found).toSorted())
  })

  test('only what loses a value is an error', () => {
    const severities = fixtures(markup, 'fail').flatMap((fixture) =>
      findingsIn(markup, fixture).map(({message, severity}) => `${message.key} ${severity}`),
    )
    const errors = severities.filter((line) => line.endsWith(' error'))
    expect(new Set(errors)).toEqual(new Set(['document/markup/duplicate-attribute error']))
  })
})

describe('whatever is written', () => {
  const names = fc.constantFrom('div', 'b', 'i', 'p', 'a', 'li', 'ul', 'span', 'em', 'h2', 'table')
  const pieces = fc.array(
    fc.oneof(
      names.map((name) => `<${name}>`),
      names.map((name) => `</${name}>`),
      fc.constantFrom('pear', ' ', '<br>', '<img alt="" src="a">', '<svg><path/></svg>', '<td>'),
    ),
    {maxLength: 14},
  )

  test('what a parser has mended is clean', () => {
    fc.assert(
      fc.property(pieces, (given) => {
        const html = `<!doctype html><html><head><title>a</title></head><body>${given.join('')}</body></html>`
        const once = toHtml(fromHtml(html))
        const isMended = toHtml(fromHtml(once)) === once
        if (isMended) expect(sourceErrors(once)).toEqual([])
      }),
    )
  })
})
