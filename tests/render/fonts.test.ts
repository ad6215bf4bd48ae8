import {describe, expect, test} from 'vitest'
import {typeset} from '../../pipeline/render/fonts.ts'
import {bodyInk, charactersIn, ink} from '../../pipeline/render/ink.ts'

const set = (text: string, html = '') =>
  typeset(
    ink(
      [bodyInk({type: 'root', children: [{type: 'text', value: text}]}, html)],
      [{characters: charactersIn(['제목']), italic: false}],
    ),
    '/',
  )

describe('typeset', () => {
  test('every character goes to the file that has it, once', () => {
    const {requests} = set('가나가 ㎞₩é')
    const of = (source: string) =>
      requests.find((request) => request.source.includes(source))?.characters
    expect(of('noto-serif-kr-korean-400')).toBe('가나목제')
    expect(of('noto-serif-kr-103-400')).toBe('㎞')
    expect(of('noto-serif-kr-latin-ext-400')).toBe('₩')
    expect(of('source-serif-4-latin-opsz-normal')).toContain('é')
  })

  test('bold and furniture faces have only what is set in them', () => {
    const {requests} = set('가나')
    const of = (source: string) =>
      requests.find((request) => request.source.includes(source))?.characters
    expect(of('noto-serif-kr-korean-700')).toBe('목제')
    expect(of('noto-sans-kr-korean-400')).toBe('목제')
  })

  test('captions are set in the face of furniture', () => {
    const caption = {type: 'text' as const, value: '가'}
    const {text, furniture} = bodyInk(
      {type: 'element', tagName: 'figcaption', properties: {}, children: [caption]},
      '',
    )
    expect([text, furniture]).toEqual(['', '가'])
  })

  test('an italic face is wanted only where something is italic', () => {
    const italics = (html: string) =>
      set('a', html).requests.some(({source}) => source.includes('italic'))
    expect(italics('<p>a</p>')).toBe(false)
    expect(italics('<p><em>a</em></p>')).toBe(true)
  })

  test('a Latin word more does not change the file; a new syllable does', () => {
    const paths = (text: string) => set(text).requests.map(({path}) => path)
    expect(paths('abc')).toEqual(paths('abcxyz 123'))
    expect(paths('가')).not.toEqual(paths('가각'))
  })

  test('styles name every file that was asked for', () => {
    const {css, requests} = set('가 a')
    for (const {path} of requests) expect(css).toContain(`url("/${path}")`)
    expect(css.match(/@font-face/g)?.length).toBe(requests.length)
  })

  test('a page loads early what its own language needs', () => {
    const {early} = set('가 a')
    expect(early('en').join()).not.toContain('korean')
    expect(early('ko').join()).toContain('serif-korean-400-korean')
  })
})
