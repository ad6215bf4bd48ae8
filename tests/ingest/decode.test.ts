import {assert, constantFrom, property, string} from 'fast-check'
import {expect, test} from 'vitest'
import {decode} from '../../pipeline/ingest/decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) =>
  Uint8Array.from(
    Array.from(text).flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]),
  )
const listed = (bytes: Uint8Array) =>
  decode(bytes, 'a.txt').findings.map(
    ({message, severity, place}) =>
      `${place.line}:${place.column} ${severity} ${message.key.slice('ingest/encoding/'.length)}`,
  )

test.each([
  ['LF', utf8('a\nb'), 'a\nb', []],
  ['CRLF and CR', utf8('a\r\nb\rc'), 'a\nb\nc', []],
  ['a byte order mark', utf8('\uFEFFa'), 'a', []],
  ['UTF-16', utf16('\uFEFF한글'), '한글', ['1:1 notice utf16']],
  ['UTF-16 without its mark', utf16('plain text'), 'plain text', ['1:1 notice utf16']],
  ['special spaces', utf8('a\u00A0b\u3000c'), 'a b c', ['1:2 notice spaces']],
  ['invisible characters', utf8('a\nb\u200Bc\u202Ed'), 'a\nbcd', ['2:2 notice invisible']],
  ['control characters', utf8('a\u0007b'), 'ab', ['1:2 notice control']],
  ['decomposed Hangul', utf8('\u1112\u1161\u11ABx'), '한x', ['1:1 notice nfc']],
  ['an emoji with joiners', utf8('👩‍🔬 works'), '👩‍🔬 works', []],
  [
    'a broken byte',
    Uint8Array.of(0x61, 0x0a, 0x62, 0xff, 0x63),
    'a\nb\uFFFDc',
    ['2:2 error broken'],
  ],
  ['EUC-KR', Uint8Array.of(0xc7, 0xd1, 0xb1, 0xdb), '한글', ['1:1 warning euc-kr']],
  ['a PDF', utf8('%PDF-1.7\n...'), '', ['1:1 error binary']],
  ['mojibake, for the editor to see', utf8('a â€™ b Ã\u00A0'), 'a â€™ b Ã\u00A0', []],
  ['nothing', utf8(''), '', []],
])('%s', (_, bytes, text, findings) => {
  expect(decode(bytes, 'a.txt').text).toBe(text)
  expect(listed(bytes)).toEqual(findings)
})

test('columns are those of the file as it came', () => {
  const {text, columnOf} = decode(utf8('a\u200B\u200Bb \u1112\u1161\u11ABx'), 'a.txt')
  expect(text).toBe('ab 한x')
  expect([1, 2, 3, 4, 5].map((column) => columnOf(1, column))).toEqual([1, 4, 5, 6, 9])
})

test('a text that was tidied is tidy', () => {
  const unit = constantFrom(
    'a',
    'é',
    'e\u0301',
    '한',
    '\u1112\u1161',
    ' ',
    '\u00A0',
    '\u200B',
    '\n',
    '\r',
    '\u0001',
    'â',
    '€',
  )
  assert(
    property(string({unit}), (text) => {
      const once = decode(utf8(text), 'a.txt').text
      expect(decode(utf8(once), 'a.txt').text).toBe(once)
    }),
  )
})
