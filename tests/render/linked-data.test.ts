import fc from 'fast-check'
import {expect, test} from 'vitest'
import {safeJson} from '../../pipeline/render/linked-data.ts'

test('whatever the text, nothing ends the script, and the data comes back', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('</script>', '<!--', ']]>', '\u2028\u2029', '&lt;', '한글 <b>'),
  )
  fc.assert(
    fc.property(fc.dictionary(text, text), (value) => {
      const json = safeJson(value)
      expect(json).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.parse(json)).toEqual(value)
    }),
  )
})
