import {expect, test} from 'vitest'
import {lostAddresses} from '../../pipeline/ingest/lost-addresses.ts'

const article = (slug: string, waits = false) => ({
  slug,
  file: `articles/${slug}/article.md`,
  waits,
})
const pages = (...paths: readonly string[]) => paths.map((path) => `${path}/index.html`)
const both = (slug: string) => pages(`en/${slug}`, `ko/${slug}`, `en-ko/${slug}`)

test.each([
  [
    'nothing where all stays',
    ['index.html', ...both('a')],
    ['index.html', ...both('a')],
    ['a'],
    [],
  ],
  [
    'an article whose file is gone',
    [...both('a'), ...both('b')],
    both('a'),
    ['a'],
    ['warning ingest/lost-addresses/article en/b/index.html b 3'],
  ],
  [
    'an article that goes by another name now, at its file',
    both('a'),
    both('z'),
    ['z'],
    ['warning ingest/lost-addresses/renamed articles/z/article.md a 3'],
  ],
  [
    'an article that may be either of two new ones',
    both('a'),
    [...both('y'), ...both('z')],
    ['y', 'z'],
    ['warning ingest/lost-addresses/article en/a/index.html a 3'],
  ],
  ['nothing of an article that waits', both('wait'), [], ['wait'], []],
  [
    'an edition that is no more',
    pages('en/a', 'ko/a'),
    pages('en/a'),
    ['a'],
    ['warning ingest/lost-addresses/article ko/a/index.html a 1'],
  ],
  [
    'a language that was taken out, with what was beside it',
    [...both('a'), ...pages('ja', 'ja/a', 'en-ja/a', 'ja/tag/x', 'ja/page/2')],
    both('a'),
    ['a'],
    ['warning ingest/lost-addresses/language ja/index.html ja 4'],
  ],
  [
    'a language whose tag begins with that of another',
    [...both('a'), ...pages('en-GB', 'en-GB/a')],
    both('a'),
    ['a'],
    ['warning ingest/lost-addresses/language en-GB/index.html en-GB 2'],
  ],
  [
    'lists, once, and no further pages of those that became shorter',
    [...both('a'), ...pages('en/tag/x', 'en/section/y', 'en/page/2', 'en/search')],
    both('a'),
    ['a'],
    ['notice ingest/lost-addresses/list en/tag/x/index.html  3'],
  ],
  [
    'pages that set texts side by side, once they are not made any more, as lists',
    both('a'),
    pages('en/a', 'ko/a'),
    ['a'],
    ['notice ingest/lost-addresses/list en-ko/a/index.html  1'],
  ],
  ['no files but pages', ['en/feed.atom', 'en/a/a.pdf', '404.html'], [], [], []],
])('tells of %s', (_name, standing, paths, slugs, expected) => {
  const found = lostAddresses(standing, {
    paths: new Set(paths),
    tags: ['en', 'ko'],
    articles: slugs.map((slug) => article(slug, slug === 'wait')),
  })
  expect(
    found.map(({severity, message: {key, values}, place}) =>
      [severity, key, place.file, values['name'], values['count']].join(' '),
    ),
  ).toEqual(expected)
})
