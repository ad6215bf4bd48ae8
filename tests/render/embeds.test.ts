import type {Element} from 'hast'
import {describe, expect, test} from 'vitest'
import {embedAt} from '../../pipeline/markdown/embed.ts'
import {segment} from '../../pipeline/translate/segment.ts'
import {makeArticle} from '../translate/make-article.ts'
import {all, edition, page, prose, rendered, textOf, words} from './sample.ts'

const video = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
const out = (text: string, locale = 'en') =>
  rendered([edition({text}), ...(locale === 'en' ? [] : [edition({text, locale})])])
const body = (text: string, locale = 'en') =>
  prose(page(out(text, locale), `${locale}/one/index.html`))
const frames = (text: string, locale = 'en') =>
  all({type: 'root', children: [body(text, locale)]}, 'div').filter(isEmbed)
const isEmbed = ({properties}: Element) => String(properties['className']).startsWith('embed')
const linkOf = (text: string, locale = 'en') => {
  const [link] = all({type: 'root', children: [...frames(text, locale)]}, 'a')
  return {href: link?.properties['href'], text: textOf(link)}
}

describe('an address that newsrooms embed', () => {
  test.each([
    [video, 'video', 'YouTube'],
    ['https://m.youtube.com/watch?list=a&v=dQw4w9WgXcQ', 'video', 'YouTube'],
    ['https://youtu.be/dQw4w9WgXcQ?t=3', 'video', 'YouTube'],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'video', 'YouTube'],
    ['https://vimeo.com/76979871', 'video', 'Vimeo'],
    ['https://tv.naver.com/v/1234', 'video', 'Naver TV'],
    ['https://x.com/paper/status/1234567890', 'post', 'X'],
    ['https://twitter.com/paper/status/1234567890', 'post', 'X'],
    ['https://bsky.app/profile/paper.example/post/3kabc', 'post', 'Bluesky'],
    ['https://social.example/@paper/112233445566778899', 'post', 'Mastodon'],
    ['https://open.spotify.com/episode/4rOoJ6', 'audio', 'Spotify'],
    ['https://podcasts.apple.com/us/podcast/a/id1', 'audio', 'Apple Podcasts'],
    ['https://www.openstreetmap.org/#map=12/37.5/127.0', 'map', 'OpenStreetMap'],
    ['https://www.google.com/maps/place/Seoul', 'map', 'Google Maps'],
    ['https://map.kakao.com/?q=a', 'map', 'KakaoMap'],
  ])('%s is a %s on %s', (url, kind, source) => {
    expect(embedAt(url)).toMatchObject({kind, source})
  })

  test.each([
    'https://www.youtube.com/@paper',
    'https://x.com/paper',
    'http://youtu.be/dQw4w9WgXcQ',
    'https://youtu.be.evil.example/dQw4w9WgXcQ',
    'https://evil.example/?https://youtu.be/dQw4w9WgXcQ',
    'https://me@youtu.be/dQw4w9WgXcQ',
    'https://youtu.be/dQw4w9WgXcQ and more',
    'javascript:alert(1)//youtu.be/dQw4w9WgXcQ',
    'https://www.google.com/search?q=a',
    'https://example.org/a',
    '',
  ])('“%s” is none', (url) => {
    expect(embedAt(url)).toBeUndefined()
  })
})

describe('an embed', () => {
  test('is a titled link in a frame that loads nothing', () => {
    const text = `Before.\n\n[The speech in full](${video})\n\nAfter.`
    expect(linkOf(text)).toEqual({href: video, text: 'The speech in full'})
    expect(textOf(frames(text)[0])).toBe(
      'The speech in fullVideo on YouTube. Leads to www.youtube.com',
    )
    const html = out(text).renditions.find(({path}) => path === 'en/one/index.html')?.content
    expect(html).not.toMatch(/<iframe|<script(?! type="application\/ld\+json")[^>]*youtu|ytimg/u)
  })

  test.each([video, `<${video}>`])('is named by what it is where there is no title: %s', (text) => {
    expect(linkOf(text)).toEqual({href: video, text: 'Video on YouTube'})
    expect(linkOf(text, 'ko')).toEqual({href: video, text: 'YouTube 동영상'})
    expect(textOf(frames(text, 'ko')[0])).toBe(
      'YouTube 동영상누르면 www.youtube.com으로 이동합니다',
    )
  })

  test('is nothing that somebody has to translate, but its title is', () => {
    const texts = (text: string) => segment(makeArticle(text)).map((one) => one.text)
    expect(texts(`One.\n\n${video}\n\n<${video}>`)).toEqual(['The Story', 'One.'])
    expect(texts(`[The speech](${video})`)).toEqual(['The Story', `[The speech](${video})`])
  })

  test.each([
    `See ${video}`,
    `[One](${video}) and [two](${video})`,
    'https://example.org/a',
    `\`${video}\``,
  ])('is not made of %s', (text) => {
    expect(frames(text)).toEqual([])
  })

  test('is a link in feeds', () => {
    const json = out(`[The speech](${video})`).renditions.find(({path}) => path === 'en/feed.json')
    expect(json?.content).toContain(`<a href=\\"${video}\\">The speech</a>`)
  })

  test('that is not translated says so in its title alone', () => {
    const text = `[The speech](${video})`
    const translation = edition({text, locale: 'ko'})
    const [block] = translation.body.children
    if (block !== undefined) block.data = {hProperties: {id: 'b0', lang: 'en'}}
    const tree = page(rendered([edition({text}), translation]), 'ko/one/index.html')
    const frame = all(tree, 'div').find(isEmbed)
    expect(frame?.properties['lang']).toBeUndefined()
    expect(all({type: 'root', children: frame?.children ?? []}, 'a')[0]?.properties['lang']).toBe(
      'en',
    )
  })

  test('stands with both its titles beside the original, once where there is but one', () => {
    const [source, target] = ['The speech', '연설'].map((title, index) =>
      edition({text: `[${title}](${video})`, locale: index === 0 ? 'en' : 'ko'}),
    )
    const both = source && target ? [source, target] : []
    const tree = page(rendered(both, [], {parallel: true}), 'en-ko/one/index.html')
    expect(all({type: 'root', children: [prose(tree)]}, 'a').map(textOf)).toEqual([
      'The speech',
      '연설',
    ])
  })
})

describe('raw HTML that would load or run what is others’', () => {
  const frame = '<iframe width="1" src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>'
  const script = '<script async src="https://platform.twitter.com/widgets.js"></script>'
  test('is not on the page, and is said to be removed, once, where it stands', () => {
    const shown = out(`One.\n\n${frame}\n\n${script}`, 'ko')
    const html = shown.renditions.find(({path}) => path === 'en/one/index.html')?.content
    expect(html).not.toContain('iframe')
    expect(html).not.toContain('widgets.js')
    expect(
      shown.findings.map(({check, place, message}) => [check, place.line, message.values['name']]),
    ).toEqual([
      ['document/removed-frame', 3, 'iframe'],
      ['document/removed-frame', 5, 'script'],
    ])
  })

  test('is no address that a script in full could be led to by', () => {
    const shown = out('One.\n\n<script>alert(1)</script>', 'ko')
    expect(shown.findings.map(({message, place}) => [message.key, place.line])).toEqual([
      ['document/removed-markup/content', 3],
    ])
  })

  test('is not said of harmless HTML', () => {
    expect(out('A <b>bold</b> <!-- iframe --> word.').findings).toEqual([])
  })

  test.each([
    ['A <font color="red">red</font> word.', '1:3 element font', '<font color="red">'],
    [
      'A.\n\n<p>\n<b onclick="x()" class="y">B</b></p>',
      '4:1 attributes b: onclick, class',
      '<b onclick="x()" class="y">',
    ],
    ['<form><p lang="ko">가</p></form>', '1:1 element form', '<form>'],
    ['A.\n\n<style>p {color: red}</style>', '3:1 content style', '<style>'],
    [
      '<table><tr><td colspan="2" style="color: red">1</td></tr></table>',
      '1:12 attributes td: style',
      '<td colspan="2" style="color: red">',
    ],
  ])('what was left out of %j is said where it stands', (text, expected, quoted) => {
    const {findings} = out(text)
    expect(
      findings.map(({check, severity, place, message: {key, values}}) => {
        const names = values['attributes'] === undefined ? '' : `: ${values['attributes']}`
        const variant = key.slice(check.length + 1)
        expect([check, severity]).toEqual(['document/removed-markup', 'warning'])
        return `${place.line}:${place.column} ${variant} ${values['name']}${names}`
      }),
    ).toEqual([expected])
    expect(findings[0]?.excerpt).toBe(quoted)
  })
})

test('a note that nothing in the text calls is said to be left out', () => {
  const {findings} = out('A[^b].\n\n[^a]: Nobody calls this.\n\n[^b]: This, yes.')
  expect(findings.map(({place, message}) => [place.line, message])).toEqual([
    [3, {key: 'document/removed-markup/note', values: {note: '[^a]'}}],
  ])
})

describe('a link’s address that readers could not follow', () => {
  test.each([
    ['A [word](htp://a.example/).', '1:3 htp://a.example/'],
    ['A [word].\n\n[word]: javascript:alert(1)', '3:1 javascript:alert(1)'],
    ['Call [us](callto:+82-2-555).', '1:6 callto:+82-2-555'],
    ['A [word](//a.example/).', '1:3 //a.example/'],
  ])('is said to be left out: %j', (text, expected) => {
    const {findings} = out(text)
    expect(
      findings.map(
        ({place, message: {key, values}}) =>
          `${place.line}:${place.column} ${values['href']} ${key}`,
      ),
    ).toEqual([`${expected} document/removed-markup/address`])
  })

  test.each([
    'https://a.example/?b#c',
    'mailto:a@b.example',
    'tel:+82-2-555',
    '/en/b/',
    '../b/',
    '#b',
  ])('is kept: %s', (href) => expect(out(`A [word](${href}).`).findings).toEqual([]))
})

test('embeds are worded in both languages', () => {
  for (const tag of ['en', 'ko']) expect(words[tag]?.['site']).toHaveProperty(['embed.leads'])
})
