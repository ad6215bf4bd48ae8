import {expect, test} from 'vitest'
import {drawnWithoutEmoji, withoutEmoji} from '../../pipeline/words/emoji.ts'

test.each([
  ['🚢 Ships', ' Ships'],
  ['👩🏽‍🚀👨‍👩‍👧‍👦🇰🇷❤️☀️', ''],
  // What fonts have is text: figures, signs and letters.
  ['© 2026 ™ №1 ☎ ♥ 가나다 → ※', '© 2026 ™ №1 ☎ ♥ 가나다 → ※'],
  ['1️⃣ one', '1 one'],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿 England', ' England'],
])('%s', (text, left) => {
  expect(withoutEmoji(text)).toBe(left)
})

test('what is said in place of a picture keeps them', () => {
  expect(drawnWithoutEmoji('<p>A 🎉</p><img alt="🎉">')).toBe('<p>A </p><img alt="🎉">')
})
