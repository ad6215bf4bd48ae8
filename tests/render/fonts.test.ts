import {describe, expect, test} from 'vitest'
import type {OwnFont} from '../../pipeline/model/font.ts'
import {typeset, typesetAlone} from '../../pipeline/render/fonts.ts'
import {bodyInk, charactersIn, ink} from '../../pipeline/render/ink.ts'

const set = (text: string, html = '', own: readonly OwnFont[] = []) =>
  typeset(
    ink(
      [bodyInk({type: 'root', children: [{type: 'text', value: text}]}, html)],
      [{characters: charactersIn(['제목']), italic: false}],
    ),
    '/',
    own,
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

describe('fonts of the publication’s own', () => {
  const own = (locale: string, more: Partial<OwnFont> = {}): OwnFont => ({
    locale,
    role: 'serif',
    file: 'fonts/a.woff2',
    weight: '400',
    style: 'normal',
    at: 'publication.json:1:1',
    path: '/paper/fonts/a.woff2',
    sha256: 'aa',
    ...more,
  })
  const cutOf = (text: string, font: OwnFont) =>
    set(text, '', [font]).requests.find(({path}) => path.includes(`serif-${font.locale}`))

  test('are cut to the language’s scripts, and what stands between its letters', () => {
    expect(cutOf('กข่ ไทย, 가나 мир', own('th'))?.characters).toBe(' ,กขทยไ่')
    expect(cutOf('日本の新聞ー。한국', own('ja'))?.characters).toBe('。のー新日本聞')
    expect(cutOf('صحيفة، ไทย', own('ar'))?.characters).toBe(' ،ةحصفي')
    expect(cutOf('简体字 ไทย', own('zh-Hans'))?.characters).toBe(' 体字简')
  })

  test('another file of the same name has another address, wherever it lies', () => {
    const [one, elsewhere, changed] = [
      own('th'),
      own('th', {path: '/other/a.woff2'}),
      own('th', {sha256: 'bb'}),
    ].map((font) => cutOf('ก', font)?.path)
    expect(elsewhere).toBe(one)
    expect(changed).not.toBe(one)
  })

  test('come first in their language, and help out in others only with what ours lack', () => {
    const {css} = set('新聞 a', '', [own('ja')])
    expect(css).toContain(':lang(ja){--own-serif:"Galley Serif ja",;--own-sans:"Galley Sans ja",;}')
    expect(css).toMatch(/"Galley Serif ja";[^}]*unicode-range:U\+20,U\+61,U\+65B0,U\+805E\}/)
    // Ours have both.
    expect(css).not.toMatch(/"Galley Serif Korean";[^}]*serif-ja/)
  })

  test('help out in the weights of ours, as a browser takes no other for the same face', () => {
    const weightsOf = (fonts: readonly OwnFont[]) =>
      [
        ...set('ก', '<b>', fonts).css.matchAll(
          /"Galley Serif Korean";[^}]*?weight:(\d+);[^}]*serif-th-(\d)[^}]*U\+E01\}/g,
        ),
      ].map(([, weight, file]) => [weight, file])
    expect(weightsOf([own('th')])).toEqual([
      ['400', '1'],
      ['700', '1'],
    ])
    expect(weightsOf([own('th', {weight: '100 900'})])).toEqual([
      ['400', '1'],
      ['700', '1'],
    ])
  })

  test('set labels too, where there is none for those', () => {
    const bold = own('th', {weight: '700', sha256: 'bb'})
    const sans = own('th', {role: 'sans', weight: '100 900', sha256: 'cc'})
    const namesOf = (fonts: readonly OwnFont[]) =>
      set('ก', '', fonts)
        .requests.map(({path}) => /assets\/((?:serif|sans)-th-\d)/.exec(path)?.[1])
        .filter((name) => name !== undefined)
    // Labels and bold have no Thai here; the rest is what is around it.
    expect(namesOf([own('th'), bold])).toEqual(['serif-th-1'])
    const around = (fonts: readonly OwnFont[]) =>
      typeset(ink([], [{characters: 'ก', italic: false}]), '/', fonts).requests.flatMap(
        ({path}) => /assets\/((?:serif|sans)-th-\d)/.exec(path)?.[1] ?? [],
      )
    expect(around([own('th'), bold])).toEqual([
      'serif-th-1',
      'serif-th-2',
      'sans-th-1',
      'sans-th-2',
    ])
    expect(around([own('th'), bold, sans])).toEqual(['serif-th-1', 'serif-th-2', 'sans-th-1'])
  })

  test('are what their pages load early, and no others do', () => {
    const {early} = set('ก a', '', [own('th'), own('th', {weight: '700'})])
    expect(early('th').join()).toMatch(/^assets\/serif-th-1-own\.[\da-f]{16}\.woff2$/)
    expect(early('en').join()).not.toContain('-th-')
  })

  test('go along in a book of their language alone', () => {
    const {css, requests} = typesetAlone('<p>กa</p>', 'th', [own('th')])
    expect(requests.map(({characters}) => characters)).toEqual(['/<>apก'])
    expect(css).toContain(':lang(th){font-family:"Galley Serif th",serif}')
    expect(typesetAlone('<p>a</p>', 'en', [own('th')])).toEqual({css: '', requests: []})
  })
})
