import {expect, test} from 'vitest'
import {nestedTooDeep} from '../../pipeline/markdown/nesting.ts'

test.each([
  ['quotes', `Text.\n\n${'>'.repeat(300)} x`, 7],
  ['lists', `${'- '.repeat(300)}x`, 0],
  ['elements', `x${'<b>'.repeat(600)}`, 1 + 512 * 3],
  ['elements that only seem to close themselves', '<div/>'.repeat(600), 512 * 6],
  ['the same after a drawing', `<svg><g/></svg>${'<b/>'.repeat(600)}`, 15 + 512 * 4],
  ['a drawing of many paths', `<svg>${'<path d="M0 0"/>'.repeat(2000)}</svg>`, undefined],
  ['a quote of a quote', '> > - > x', undefined],
  ['many elements one after the other', '<b>x</b>'.repeat(2000), undefined],
  ['elements that close themselves', '<p>x<br><img src="a>b">'.repeat(2000), undefined],
  ['rows and cells', '<table><tr><td>x<td>y</table>'.repeat(2000), undefined],
  ['a name without an end', `${'<b>x</b>'.repeat(600)}<${'a'.repeat(100_000)}`, undefined],
  ['less than', '1 < 2 <3 < b '.repeat(2000), undefined],
])('%s', (_, text, offset) => {
  expect(nestedTooDeep(text)).toBe(offset)
})
