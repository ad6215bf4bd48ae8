import type {Element, Nodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString} from 'hast-util-to-string'
import {describe, expect, test} from 'vitest'
import {duplicateId} from '../../pipeline/check/document/duplicate-id.ts'
import {attribute, elementsOf} from '../../pipeline/check/document/element.ts'
import {headingOrder} from '../../pipeline/check/document/heading-order.ts'
import {landmarks} from '../../pipeline/check/document/landmarks.ts'
import {languageOfParts} from '../../pipeline/check/document/language-of-parts.ts'
import {language} from '../../pipeline/check/document/language.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import {html} from '../../pipeline/report/html.tsx'
import {together} from '../../pipeline/report/together.ts'
import {lines, page, site} from '../check/document/fixture.ts'
import {context, findings, poisoned, sample} from './sample.ts'

const quoting = {
  ...findings[0]!,
  message: {
    key: 'document/language-of-parts/attribute',
    values: {text: '북한군 병사들, 漢字와 かな', attribute: 'alt', lang: 'en', script: 'Hangul'},
  },
  excerpt: '북한군 병사들',
  locale: undefined,
  article: undefined,
}
const everything = sample([...findings, quoting])

function elements(text: string, tagName?: string): readonly Element[] {
  return elementsOf(fromHtml(text))
    .map(({element}) => element)
    .filter((element) => tagName === undefined || element.tagName === tagName)
}

function section(text: string, tag: string): Nodes {
  const found = elements(text, 'section').find(({properties}) => properties['id'] === tag)
  if (!found) throw new Error(`no section in ${tag}`)
  return found
}

describe('the HTML report', () => {
  test('says in whole sentences what was looked at', () => {
    const text = html.write(everything, context)
    const views = everything.views.length
    expect(toString(section(text, 'en'))).toContain(`in ${views} view`)
    expect(toString(section(text, 'ko'))).toContain(`화면 조건 ${views}가지에서`)
  })

  test.each([language, languageOfParts, headingOrder, landmarks, duplicateId])(
    'passes $id, in either order of its languages',
    (check) => {
      const locales = context.config.locales
      for (const order of [locales, locales.toReversed()]) {
        const text = html.write(everything, {
          ...context,
          config: {...context.config, locales: order},
        })
        const release = site([page(`${order[0]?.tag}/index.html`, text)])
        expect(lines(check.judge(release.pages[0]!, release))).toEqual([])
      }
    },
  )

  test('names as many causes and pages as a browser can show, and says where the others are', () => {
    const many = Array.from({length: 601}, (_, index) => ({
      ...quoting,
      severity: 'warning' as const,
      excerpt: index < 80 ? 'on many pages' : `${index}`,
      place: {file: `${index}.html`},
    }))
    const english = toString(section(html.write(sample(many), context), 'en'))
    expect(english).toContain('601 warnings')
    expect(english).toContain('22 more, each of a cause of its own, are in report.json.')
    expect(english).toContain('79 more pages')
    expect(english).toMatch(/\d+\.html…/)
  })

  test('names other places once, and says that there are more only where there are', () => {
    const told = (places: number) => {
      const all = Array.from({length: 2 * places}, (_, index) => ({
        ...findings[0]!,
        check: 'rule/link-text',
        message: {key: 'rule/link-text', values: {text: `Link ${index}`}},
        place: {file: 'en/index.html', selector: `main > a:nth-child(${index % places})`},
      }))
      const english = toString(section(html.write(sample(all), context), 'en'))
      return [...english.matchAll(/ · (…|main > a)/g)].map(([, place]) => place)
    }
    expect(told(11)).toEqual(Array.from({length: 10}, () => 'main > a'))
    expect(told(12)).toEqual([...told(11), '…'])
  })

  test('is whole in itself: no script, no file, no address that is loaded', () => {
    const text = html.write(everything, context)
    expect(elements(text, 'script')).toEqual([])
    expect(elements(text, 'link')).toEqual([])
    for (const {tagName, properties} of elements(text)) {
      expect(Object.keys(properties).filter((name) => /^on/i.test(name))).toEqual([])
      expect([tagName, properties['src'], properties['style']]).toEqual([
        tagName,
        undefined,
        undefined,
      ])
      if (tagName === 'image') expect(properties['href']).toMatch(/^data:image\/png;base64,/)
    }
    expect(text).not.toMatch(/url\(|@import/)
  })

  test('says the same findings in each language', () => {
    const text = html.write(everything, context)
    const found = (tag: string) =>
      elementsOf({type: 'root', children: [section(text, tag) as Element]})
        .map(({element}) => attribute(element, 'id') ?? '')
        .filter((id) => /-[0-9a-f]{16}/.test(id))
        .map((id) => id.replace(/^\w+-/, ''))
    expect(found('en')).toHaveLength(together(everything.verdict.findings).length)
    expect(found('ko')).toEqual(found('en'))
    expect(toString(section(text, 'en'))).toContain('Held: not every edition may go out.')
    expect(toString(section(text, 'ko'))).toContain('보류: 내보낼 수 없는 언어판이 있다.')
    expect(toString(section(text, 'ko'))).toContain('id ‘fn-1’이 페이지에 두 번 이상 나온다.')
  })

  test('leads nowhere that is not there', () => {
    const text = html.write(everything, context)
    const all = elements(text)
    const ids = new Set(all.map(({properties}) => properties['id']).filter(Boolean))
    const inside = all
      .map((element) => attribute(element, 'href') ?? '')
      .filter((href) => href.startsWith('#'))
    expect(inside.length).toBeGreaterThan(5)
    for (const href of inside) expect(ids).toContain(href.slice(1))
  })

  test('tells the address that explains a rule once, and it can be followed', () => {
    const address = 'https://dequeuniversity.com/rules/axe/4.14/color-contrast'
    const text = html.write(everything, context)
    const links = elements(text, 'a').filter(({properties}) => properties['href'] === address)
    expect(links.length).toBe(2) // one in each language
    expect(text.split(`${address}</`).length - 1).toBe(2)
  })

  test('shows each picture from one copy, described in each language', () => {
    const text = html.write(everything, context)
    expect(elements(text, 'image').map(({properties}) => properties['id'])).toEqual([
      'picture-a1',
      'picture-b2',
    ])
    const labels = elements(text, 'svg').map(({properties}) => properties['ariaLabel'])
    expect(labels.filter(Boolean)).toEqual([
      'ko/story/index.html in phone-light, as it was approved',
      'ko/story/index.html in phone-light, as it is now',
      'ko/story/index.html, 승인된 모습(phone-light)',
      'ko/story/index.html, 현재 모습(phone-light)',
    ])
    expect(text).toContain('The picture is no longer in the store.')
  })

  test('holds no picture that it does not show: of a cause on many pages those of the first', () => {
    const onPage = (sha256: string, file: string): Finding => ({
      ...findings[0]!,
      check: 'visual/baseline',
      message: {key: 'visual/baseline/none', values: {page: file, view: 'phone-light'}},
      place: {file, view: 'phone-light'},
      excerpt: '',
      pictures: [{label: 'current', sha256, width: 375, height: 4052}],
    })
    const unapproved = sample([onPage('a1', 'en/a/index.html'), onPage('b2', 'en/b/index.html')])
    const text = html.write(unapproved, context)
    expect(elements(text, 'image').map(({properties}) => properties['id'])).toEqual(['picture-a1'])
    expect(elements(text, 'use').length).toBe(2) // one in each language
  })

  test('leaves out pictures that would make it too large to open', () => {
    const large = new Uint8Array(9 * 2 ** 20)
    const text = html.write(everything, {...context, pictures: () => large})
    expect(elements(text, 'image').map(({properties}) => properties['id'])).toEqual(['picture-a1'])
    expect(toString(section(text, 'en'))).toContain(
      'Left out: with it, this page would be too large.',
    )
    expect(text.length).toBeLessThan(20 * 2 ** 20)
  })

  test('names criteria in the terms of WCAG and of KWCAG, and says what they mean for a reader', () => {
    const text = html.write(everything, context)
    for (const [tag, contrast, relationships, reader, part] of [
      ['en', 'Contrast (Minimum)', 'Info and Relationships', 'cannot make out the text', 'in part'],
      ['ko', '명도 대비(최소)', '정보와 관계', '글자를 알아보기 어렵다', '일부'],
    ] as const) {
      const said = toString(section(text, tag))
      expect(said).toContain(`WCAG 1.4.3 ${contrast} · KWCAG 5.4.3 텍스트 콘텐츠의 명도 대비`)
      expect(said).toContain(reader)
      expect(said).toContain(
        `WCAG 1.3.1 ${relationships} · KWCAG 5.3.2 콘텐츠의 선형구조 (${part})`,
      )
    }
  })

  test('links criteria to the pages that explain them', () => {
    expect(html.write(everything, context)).toContain(
      'href="https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum"',
    )
  })

  test('marks an engine’s English in the Korean report', () => {
    const unworded = {
      ...findings[2]!,
      message: {
        key: 'htmlcs',
        values: {rule: 'x', help: 'The heading structure is not logically nested.', address: ''},
      },
    }
    const text = html.write(sample([unworded]), context)
    expect(text).toMatch(
      /<span lang="en">(HTML_CodeSniffer: )?The heading structure is not logically nested/,
    )
  })

  test('quotes hostile text as text', () => {
    const text = html.write(sample([poisoned]), {
      ...context,
      releasePath: '<script>alert(1)</script>',
    })
    expect(elements(text, 'script')).toEqual([])
    expect(elements(text, 'img')).toEqual([])
    expect(elements(text, 'style')).toHaveLength(1)
    const hrefs = elements(text).map((element) => attribute(element, 'href') ?? '#')
    expect(
      hrefs.filter((href) => !/^(#|transcripts\/|https:\/\/www\.w3\.org\/)/.test(href)),
    ).toEqual([])
    for (const {properties} of elements(text)) {
      expect(Object.keys(properties).filter((name) => /^on/i.test(name))).toEqual([])
    }
  })

  test('is written in English where the publication’s language has no words for it', () => {
    const locales = [{tag: 'fr', direction: 'ltr', autonym: 'français'}] as const
    const text = html.write(sample([]), {...context, config: {...context.config, locales}})
    expect(text).toContain('<html lang="en"')
    expect(text).not.toContain('<nav')
  })

  test('is the same for the same run', () => {
    expect(html.write(sample(), context)).toBe(html.write(sample(), context))
  })
})
