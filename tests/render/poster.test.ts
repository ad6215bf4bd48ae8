import {describe, expect, test} from 'vitest'
import {filed} from '../../pipeline/render/brief.ts'
import {render} from '../../pipeline/render/render.ts'
import {all, context, edition, meta, page, rendered, textOf} from './sample.ts'

describe('the picture for sharing', () => {
  const one = edition({headline: 'A *long* headline & more', dateline: 'SEOUL'})
  const out = rendered([one, edition({slug: 'two'})])

  test('is one for each edition and front page, named on the page', () => {
    const paths = out.posters.map(({path}) => path)
    expect(paths.map((path) => path.replace(/\.[0-9a-f]{16}\./, '.'))).toEqual([
      'assets/one-en.png',
      'assets/two-en.png',
      'assets/front-en.png',
    ])
    const tree = page(out, 'en/one/index.html')
    expect(meta(tree, 'og:image')).toEqual([`https://galley.example/${paths[0]}`])
    const data =
      all(tree, 'script')
        .map(textOf)
        .find((json) => json.includes('NewsArticle')) ?? '{}'
    expect(JSON.parse(data)).toMatchObject({
      image: [{'@type': 'ImageObject', url: `https://galley.example/${paths[0]}`, width: 1200}],
    })
    expect(meta(tree, 'og:image:width')).toEqual(['1200'])
    expect(meta(tree, 'og:image:height')).toEqual(['630'])
    expect(meta(tree, 'og:image:alt')).toEqual(['A long headline & more | The Galley'])
    expect(meta(tree, 'twitter:card')).toEqual(['summary_large_image'])
    expect(all(tree, 'meta').some(({properties}) => properties['name'] === 'twitter:card')).toBe(
      true,
    )
  })

  test('is the front page’s on pages that are no article', () => {
    const [front] = meta(page(out, 'en/index.html'), 'og:image')
    expect(front).toMatch(/assets\/front-en\.\w+\.png$/)
    for (const path of ['archive', 'accessibility']) {
      expect(meta(page(out, `en/${path}/index.html`), 'og:image')).toEqual([front])
    }
  })

  test('is named by no page where nobody draws it', () => {
    const {renditions, posters} = render([filed(one)], {...context({}, []), draws: false})
    const pages = renditions.filter(({path}) => path.endsWith('.html'))
    expect(posters).toEqual([])
    expect(pages.map(({content}) => content).join('')).not.toMatch(/og:image|ImageObject/)
  })

  test('is named by its own words alone: the other article has no say in it', () => {
    const [alone] = rendered([one]).posters
    expect(alone?.path).toBe(out.posters[0]?.path)
    const [changed] = rendered([edition({headline: 'Another'})]).posters
    expect(changed?.path).not.toBe(alone?.path)
  })

  test('is a document that cannot act, with the headline’s markup', () => {
    const {html = ''} = out.posters[0] ?? {}
    expect(html).toContain('A <em>long</em> headline &#x26; more')
    expect(html).toContain('SEOUL · January 13, 2025')
    const hostile = rendered([edition({headline: '<script>alert(1)</script><img src=x>H'})])
    expect(hostile.posters[0]?.html).not.toMatch(/<script|<img/)
  })

  test('shows no boxes where the headline has emoji', () => {
    const [poster] = rendered([edition({headline: '🚢 Ships 🎉'})]).posters
    expect(poster?.html).toMatch(/> Ships </)
  })

  test('is drawn in the edition’s fonts, whole', () => {
    const {fonts = [], files = []} = out.posters[0]?.assets() ?? {}
    expect(fonts.map(({source}) => source).join()).toContain('source-serif-4-latin-opsz-normal')
    expect(String(files[0]?.content)).toContain('@font-face')
  })
})
