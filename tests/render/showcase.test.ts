import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {PublicationConfig, Words} from '../../pipeline/model/publication.ts'
import {filed} from '../../pipeline/render/brief.ts'
import {renderOnDemand} from '../../pipeline/render/on-demand.ts'
import {render} from '../../pipeline/render/render.ts'
import {all, context, edition, page, rendered, textOf, words} from './sample.ts'

const both = [edition({}), edition({locale: 'ko', text: '글이다.'})]
const showcase = (changed: Partial<PublicationConfig> = {}) =>
  rendered(both, [], {showcase: 'check', ...changed})
const pathIn = (tag: string) => `${tag}/showcase/index.html`
const templates = new URL('../../templates/', import.meta.url)

/** Components that every page has around it, and those that are the way to others. */
const around = ['landmark', 'document-head', 'footer', 'linked-data', 'masthead', 'prose']

describe('the page of components', () => {
  test('is there where it is wanted, and nothing leads to it', () => {
    const without = rendered(both).renditions.map(({path}) => path)
    expect(without.filter((path) => path.includes('showcase'))).toEqual([])
    const out = showcase()
    const pages = out.renditions.filter((one) => one.page === 'showcase').map(({path}) => path)
    expect(pages).toEqual([pathIn('en'), pathIn('ko')])
    expect([...out.backstage].filter((path) => path.endsWith('.html'))).toEqual(pages)
    expect([...out.backstage].filter((path) => path.endsWith('.svg'))).toHaveLength(1)
    expect(showcase({showcase: 'release'}).backstage.size).toBe(0)
    for (const {path, content} of out.renditions) {
      if (pages.includes(path) || typeof content !== 'string') continue
      expect(content, path).not.toContain('/showcase/')
    }
    expect(pages.map((path) => textOf(page(out, path)))).not.toContain('undefined')
  })

  test('shows every component that there is a file for', () => {
    const files = readdirSync(new URL('components/', templates)).map((name) =>
      name.replace('.tsx', ''),
    )
    const shown = all(page(showcase(), pathIn('en')), 'section').flatMap(({properties}) =>
      typeof properties['id'] === 'string' ? properties['id'] : [],
    )
    expect([...shown, ...around].toSorted()).toEqual(files.toSorted())
  })

  test.each(['en', 'ko'])(
    'says every sample word of %s, and no other language’s unmarked',
    (tag) => {
      const text = textOf(page(showcase(), pathIn(tag)))
      const said = words[tag]?.['showcase'] ?? {}
      for (const [key, one] of Object.entries(said)) {
        if (/^(?:body\.|author|own\.)/u.test(key)) continue
        expect(text, key).toContain(one)
      }
    },
  )

  test('shows what is foreign with its language, and nothing foreign where there is one language', () => {
    const headlines = (root: ReturnType<typeof page>) =>
      all(root, 'article').flatMap((card) => all({type: 'root', children: [card]}, 'a'))
    const english = page(showcase(), pathIn('en'))
    const foreign = all(english, 'span').filter(({properties}) => properties['lang'] === 'ko')
    expect(foreign.map(textOf)).toContain(words['ko']?.['showcase']?.['headline'])
    expect(headlines(english)).toHaveLength(3)

    const alone = rendered([edition({})], [], {
      showcase: 'check',
      locales: [{tag: 'en', direction: 'ltr', autonym: 'English'}],
    })
    expect(headlines(page(alone, pathIn('en')))).toHaveLength(2)
  })

  test('marks samples that a language has no words for', () => {
    const {ko: korean, ...others} = words
    const {showcase: _none, ...rest} = korean ?? {}
    const poorer: Words = {...others, ko: rest}
    const out = render(both.map(filed), {...context({showcase: 'check'}, []), words: poorer})
    const [heading] = all(page(out, pathIn('ko')), 'h1')
    expect(
      all({type: 'root', children: heading?.children ?? []}, 'span')[0]?.properties['lang'],
    ).toBe('en')
  })

  test('has a text with all that Markdown can hold, its picture and its characters', () => {
    const out = showcase()
    const tree = page(out, pathIn('ko'))
    for (const tag of [
      'blockquote',
      'figure',
      'img',
      'table',
      'pre',
      'ol',
      'ul',
      'hr',
      'section',
    ]) {
      expect(all(tree, tag), tag).not.toEqual([])
    }
    const src = all(tree, 'img')[0]?.properties['src']
    expect(out.images.map(({path}) => `/${path}`)).toContain(src)
    const printed = out.fonts.map(({characters}) => characters).join('')
    const needed = (words['ko']?.['showcase']?.['headline'] ?? '').match(/\S/gu) ?? []
    expect(needed.filter((one) => !printed.includes(one))).toEqual([])
  })

  test('is rendered on demand with its picture', () => {
    const shown = renderOnDemand(both.map(filed), context({showcase: 'check'}, []))
    expect(shown.file(pathIn('ko'))?.content).toContain('<figure>')
    const [image] = showcase().images
    expect(shown.image(image?.path ?? '')).toBeDefined()
  })

  test('both languages have the same sample words', () => {
    const keys = (tag: string) =>
      Object.keys(
        JSON.parse(
          readFileSync(new URL(`../locales/${tag}/showcase.json`, templates), 'utf8'),
        ) as object,
      )
    expect(keys('ko')).toEqual(keys('en'))
  })
})
