import {describe, expect, test} from 'vitest'
import {links} from '../../../pipeline/check/document/links.ts'
import {parseSite} from '../../../pipeline/check/document/parse.ts'
import {forgetful} from '../../../pipeline/model/memory.ts'
import {findingsIn, fixtures, lines, page} from './fixture.ts'

const lost =
  '4:17 document/links/dead #main > div <div role="search" data-index="/news/en/serach/" data-parts="1"></div>'

const found = {
  'fail.html': [
    '4:1 document/links/dead html > head > link <link rel="stylesheet" href="/news/assets/old.css">',
    '5:7 document/links/fragment html > body > main > a:nth-child(1) <a href="#nowhere">a</a>',
    '6:1 document/links/dead html > body > main > a:nth-child(2) <a href="/news/en/gone/">b</a>',
    '7:1 document/links/dead html > body > main > a:nth-child(3) <a href="/en/">c</a>',
    '8:1 document/links/fragment html > body > main > a:nth-child(4) <a href="../#latest-news">d</a>',
    '9:1 document/links/scheme html > body > main > a:nth-child(5) <a href="javascript:alert(1)">e</a>',
    '10:1 document/links/scheme html > body > main > a:nth-child(6) <a href=" JaVaScRiPt:alert(1)">f</a>',
    '11:1 document/links/scheme html > body > main > a:nth-child(7) <a href="data:text/html,x">g</a>',
    '12:1 document/links/malformed html > body > main > a:nth-child(8) <a href="http://[">h</a>',
    '13:1 document/links/empty html > body > main > a:nth-child(9) <a href="">i</a>',
    '14:1 document/links/dead html > body > main > img <img src="a.png" alt="" srcset="/news/assets/a.png 1x, /news/assets/b.png 2x">',
    '14:1 document/links/dead html > body > main > img <img src="a.png" alt="" srcset="/news/assets/a.png 1x, /news/assets/b.png 2x">',
  ],
  'fail-search.html': [lost],
}

describe(links.id, () => {
  test.each(fixtures(links, 'pass'))('lets %s pass', (fixture) => {
    expect(lines(findingsIn(links, fixture))).toEqual([])
  })

  test.each(Object.entries(found))('says where %s fails', (fixture, expected) => {
    expect(lines(findingsIn(links, fixture))).toEqual(expected)
  })

  test('has a proof both ways for each fixture', () => {
    expect(fixtures(links, 'pass').length).toBeGreaterThan(0)
    expect(fixtures(links, 'fail')).toEqual(Object.keys(found).toSorted())
  })

  test('finds a folder whose name ends as a version does, and misses one that is not there', () => {
    const site = parseSite(
      [
        page('index.html', '<a href="/v1.2">a</a><a href="/v1.3">b</a><a href="/a.html">c</a>'),
        page('v1.2/index.html', ''),
        page('a.html/index.html', ''),
      ],
      {url: 'https://paper.example/', locales: []},
      forgetful,
    )
    const said = site.pages.flatMap((each) => links.judge(each, site))
    expect(said.map(({message}) => message.values['href'])).toEqual(['/v1.3', '/a.html'])
  })

  test('takes a link at its word about the language it leads to', () => {
    const leads = (tag: string, href: string) => `<a href="${href}" hreflang="${tag}">a</a>`
    const site = parseSite(
      [
        page(
          'en/index.html',
          leads('en', '../ko/') + leads('ko-KR', '../ko/') + leads('fr', 'https://fr.example/'),
        ),
        page('ko/index.html', leads('en', '/en/')),
      ],
      {url: 'https://paper.example/', locales: []},
      forgetful,
    )
    const said = site.pages.flatMap((each) => links.judge(each, site))
    expect(said.map(({message}) => message)).toEqual([
      {key: 'document/links/language', values: {said: 'en', there: 'ko'}},
    ])
  })

  test('takes several slashes for one, as servers do', () => {
    const site = parseSite(
      [
        page('index.html', '<a href="css//page.css">a</a><a href="css//gone.css">b</a>'),
        page('css/page.css', ''),
      ],
      {url: 'https://paper.example/', locales: []},
      forgetful,
    )
    const said = site.pages.flatMap((each) => links.judge(each, site))
    expect(said.map(({message}) => message.values['href'])).toEqual(['css//gone.css'])
  })

  test('does not call missing what of a server was only not read', () => {
    const address = 'https://paper.example/news/'
    const one = page('en/story/index.html', '<a href="/news/en/other/">a</a><a href="#b">b</a>')
    const part = parseSite([one], {url: address, locales: []}, forgetful, {isPart: true})
    const said = part.pages.flatMap((each) => links.judge(each, part))
    expect(said.map(({message}) => message.key)).toEqual(['document/links/fragment'])
  })
})
