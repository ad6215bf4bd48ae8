import {describe, expect, test} from 'vitest'
import {fileOf} from '../../../pipeline/io/audit/folder.ts'

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([...part]))),
  )
/** 한글 */
const [korean, mark] = [
  [0xc7, 0xd1, 0xb1, 0xdb],
  [0xef, 0xbb, 0xbf],
] as const
const utf16 = Buffer.from('\uFEFF<!doctype html>한글', 'utf16le')
const declared = '<!doctype html><meta charset="euc-kr">'

describe('the text of a page', () => {
  test.each([
    ['in UTF-8', bytes('<!doctype html>한글'), undefined, '<!doctype html>한글'],
    [
      'with a byte order mark',
      bytes(mark, '<!doctype html>한글'),
      undefined,
      '<!doctype html>한글',
    ],
    ['in UTF-16', utf16, undefined, '<!doctype html>한글'],
    ['in UTF-16, big-endian', Buffer.from(utf16).swap16(), undefined, '<!doctype html>한글'],
    ['in EUC-KR, as it says', bytes(declared, korean), undefined, `${declared}한글`],
    ['in EUC-KR, as its server says', bytes(korean), 'text/html; charset=euc-kr', '한글'],
  ])('%s', (_, content, type, text) => {
    expect(fileOf('a.html', content, type)).toMatchObject({
      content: text,
      mediaType: 'text/html; charset=utf-8',
    })
  })

  test('that does not say in what it is stays bytes, for the browser to guess at', () => {
    const content = bytes('<!doctype html>', korean)
    expect(fileOf('a.html', content)).toMatchObject({content, mediaType: 'text/html'})
  })
})

test('a script keeps its byte order mark, which is part of what `integrity` names', () => {
  expect(fileOf('a.js', bytes(mark, 'a()')).content).toBe('\uFEFFa()')
})
