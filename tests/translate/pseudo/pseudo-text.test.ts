import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {marksOf, strayMarkup} from '../../../pipeline/markdown/marks.ts'
import {plainText} from '../../../pipeline/markdown/plain.ts'
import {pseudoSegment, pseudoWords} from '../../../pipeline/translate/pseudo/pseudo-text.ts'
import {pseudoLocales} from '../../../pipeline/words/pseudo.ts'

const english = (text: string) => pseudoSegment(text, 'paragraph', [], 'en-XA')

describe('in en-XA', () => {
  it.each([
    ['Read *this* now', 'Réåð *thîs* ñöw öñé'],
    ['A [link](https://paper.example/a) here', 'Å [lîñk](https://paper.example/a) héré öñé'],
    ['Run `npm test` on TV', 'Rûñ `npm test` öñ TVé öñé'],
    ['Hello {{name}}', 'Héllö {{name}} öñé'],
    ['5 \\* 3 &amp; more', '5 \\* 3 &amp; möré öñé'],
    ['A long heading {#an-id}', 'Å löñg héåðîñg öñé twö {#an-id}'],
    ['![A picture](a.png)', '![Å pîçtûré](a.png) öñé'],
    ['2025', '2025'],
  ])('%s', (text, expected) => {
    expect(english(text)).toBe(expected)
  })

  it('a paragraph is about 40 % longer', () => {
    const text =
      'The soldiers were sent to Kursk in the autumn of that year, and nobody spoke of it.'
    const share = english(text).length / text.length
    expect(share).toBeGreaterThan(1.3)
    expect(share).toBeLessThan(1.5)
  })
})

it('in ko-XB words are unbroken Hangul, the same word the same everywhere', () => {
  const text = pseudoSegment('Read `code`, then read {{it}}', 'paragraph', [], 'ko-XB')
  expect(text).toMatch(/^([가-힣]+) `code`, [가-힣]+ \1 \{\{it\}\} [가-힣]+$/u)
})

it('particles’ marks and placeholders of templates stay', () => {
  expect(pseudoWords('{{name}}[[을]] read', 'en-XA')).toBe('{{name}}[[을]] réåð öñé')
})

describe('whatever is written', () => {
  const pieces =
    'word *stress* **strong** `code` [a](https://b.example/c_d) {{x}} &lt; \\* <b> </b> ![alt](p.png) 한글 * _x_ [ ] <https://d.example>'
  const piece = fc.constantFrom(...pieces.split(' '))
  const text = fc.array(piece, {minLength: 1, maxLength: 12}).map((some) => some.join(' '))

  it.each(pseudoLocales)('in %s the markup is what it was, and the words are not', (locale) => {
    fc.assert(
      fc.property(text, (written) => {
        const made = pseudoSegment(written, 'paragraph', [], locale)
        expect(marksOf(made, [])).toEqual(marksOf(written, []))
        expect(strayMarkup(made, [])).toEqual(strayMarkup(written, []))
        expect(plainText(made)).not.toMatch(/\bword\b/)
      }),
    )
  })
})
