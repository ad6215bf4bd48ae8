import {describe, expect, test} from 'vitest'
import {epub} from '../../../pipeline/check/file/epub.ts'
import {pdf} from '../../../pipeline/check/file/pdf.ts'
import type {PdfSeen} from '../../../pipeline/model/file-evidence.ts'
import type {Rendition} from '../../../pipeline/model/rendition.ts'

const file: Rendition = {
  path: 'ko/one/one.pdf',
  mediaType: 'application/pdf',
  content: '',
  locale: 'ko',
  article: 'one',
  page: undefined,
}
const page: Rendition = {
  ...file,
  path: 'ko/one/index.html',
  page: 'article',
  content: `<main><article><h1>제목 하나</h1><p>2026년 입력</p><div class="prose"><div class="section-head">
    <h2 id="a">절망과 의무</h2><p class="elsewhere"><a href="#">English</a></p></div><p>첫 문단이다.</p>
    <ul><li>항목</li></ul></div><nav><p>다른 기사</p></nav></article></main>`,
}

const good: PdfSeen = {
  kind: 'pdf',
  language: 'ko',
  title: '제목 하나',
  isTagged: true,
  outline: ['제목하나', '절망과 의무'],
  headings: [
    {level: 1, text: '제목하나'},
    {level: 2, text: '절망과 의무'},
  ],
  figures: ['지도'],
  text: '제목하나\n절망과 의무\n첫 문 단이다.\n• 항목',
}

describe('a PDF', () => {
  test('that says what the page says passes, however its lines are broken', () => {
    expect(pdf.judge(good, file, page)).toEqual([])
  })

  test('has no emoji, which the shipped fonts do not have', () => {
    const content = String(page.content)
      .replace('제목 하나', '🚢 제목 하나')
      .replace('항목', '항목 🎉')
    expect(pdf.judge(good, file, {...page, content})).toEqual([])
  })

  test.each([
    ['marks that keep a direction apart', '첫 \u2067문단\u2069이다.'],
    [
      'a mark that turns letters round, which is told where it stands',
      '첫 \u202e문단\u202c이었다.',
    ],
  ])('is not told of %s', (_, text) => {
    const content = String(page.content).replace('첫 문단이다.', text)
    expect(pdf.judge(good, file, {...page, content})).toEqual([])
  })

  test.each([
    ['no language', {language: undefined}, 'language'],
    ['another language', {language: 'en'}, 'language'],
    ['no title', {title: undefined}, 'title'],
    ['no tags', {isTagged: false}, 'untagged'],
    ['a picture without a text', {figures: ['지도', '']}, 'no-alt'],
    ['an empty text', {figures: [' ']}, 'no-alt'],
    ['headings in another order', {headings: good.headings.toReversed()}, 'headings'],
    ['a heading that is none', {headings: good.headings.slice(0, 1)}, 'headings'],
    ['a heading too many', {headings: [...good.headings, {level: 2, text: '더'}]}, 'headings'],
    ['a heading that the outline lacks', {outline: ['제목하나']}, 'unlisted'],
    ['a paragraph lost', {text: '제목하나\n절망과 의무\n항목'}, 'text'],
    ['letters without names', {text: '\ufffd\ufffd\ufffd'}, 'text'],
  ])('with %s is an error', (_, changed, variant) => {
    const found = pdf.judge({...good, ...changed}, file, page)
    expect(new Set(found.map(({message}) => message.key))).toEqual(new Set([`file/pdf/${variant}`]))
    expect(found[0]).toMatchObject({severity: 'error', locale: 'ko', article: 'one'})
  })

  describe('whose letters are drawn from several pieces', () => {
    const arabic = {...file, locale: 'ar'}
    const content = `<main><article><h1>الميناء يفتح أبوابه ليلاً للمرة الأولى</h1><div class="prose">
      <h2>من يمكنه الحضور</h2><p>لا تلمسوا الحبال.</p><table><tr><td>الاثنين</td></tr></table>
      <p>يفتح ميناء بوسان أبوابه في التاسعة مساءً، سبعة أيام في الأسبوع، بحسب هيئة الميناء.</p>
      <ol><li><p>تعمل هنا منذ 22 عاماً. <a href="#a">Back</a></p></li></ol></div></article></main>`
    // As pdf.js reads what Chromium 147 prints in Noto Naskh Arabic.
    const seen: PdfSeen = {
      ...good,
      language: 'ar',
      outline: ['الميناء يفتح أبوابه ليلاً للمرة الأولى', 'من يمكنه الحضور'],
      headings: [
        {level: 1, text: 'ولىالللمرله لوا ح اءالم'},
        {level: 2, text: ' وره الحمكم'},
      ],
      text: 'ولىالللمرله لوا ح اءالم\n وره الحمكم\n.اللمسوا الح لا\nالا\n.اءالمهحس وع،سال امع، سمسااسعال هواوسا اءح م\n.1\n.عام 22ا معمل ه\nBack',
    }
    const keys = (changed: Partial<PdfSeen>) =>
      pdf
        .judge({...seen, ...changed}, arabic, {...page, locale: 'ar', content})
        .map(({message}) => message.key)

    test('passes where those that are read are its own', () => {
      expect(keys({})).toEqual([])
    })

    test.each([
      ['headings in another order', {headings: seen.headings.toReversed()}, 'headings'],
      ['a paragraph lost', {text: seen.text.replace('.اللمسوا الح لا\n', '')}, 'text'],
      ['nothing that is read', {text: '\0\0'}, 'text'],
    ])('with %s is an error', (_, changed, variant) => {
      expect(new Set(keys(changed))).toEqual(new Set([`file/pdf/${variant}`]))
    })
  })

  test('without an outline lacks every heading there', () => {
    const keys = pdf.judge({...good, outline: []}, file, page).map(({message}) => message.key)
    expect(keys).toEqual(['file/pdf/outline', 'file/pdf/unlisted'])
  })
})

describe('an EPUB', () => {
  const book = {...file, path: 'ko/one/one.epub', mediaType: 'application/epub+zip'}

  test('that breaks no rule passes', () => {
    expect(epub.judge({kind: 'epub', messages: []}, book, page)).toEqual([])
  })

  test('that breaks one says which, and where', () => {
    const broken = {
      by: 'EPUBCheck',
      id: 'RSC-005',
      severity: 'error',
      message: 'wrong',
      file: 'EPUB/a.xhtml',
      line: 7,
      criteria: [],
    } as const
    expect(epub.judge({kind: 'epub', messages: [broken]}, book, page)).toMatchObject([
      {
        check: 'file/epub',
        severity: 'error',
        message: {values: {rule: 'RSC-005', part: 'EPUB/a.xhtml:7', message: 'wrong'}},
        place: {file: 'ko/one/one.epub'},
      },
    ])
  })

  test('that keeps readers out fails by the criterion that Ace names', () => {
    const barrier = {
      by: 'Ace',
      id: 'image-alt',
      severity: 'error',
      message: 'Element does not have an alt attribute',
      file: 'a.xhtml',
      line: undefined,
      criteria: ['1.1.1'],
    } as const
    expect(epub.judge({kind: 'epub', messages: [barrier]}, book, page)).toMatchObject([
      {message: {key: 'file/epub/barrier', values: {part: 'a.xhtml'}}, criteria: ['1.1.1']},
    ])
  })
})
