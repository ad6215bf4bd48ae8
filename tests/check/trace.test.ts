import {describe, expect, test} from 'vitest'
import {tests} from '../../pipeline/check/tests.ts'
import {checksOfWords, trace} from '../../pipeline/check/trace.ts'
import type {Finding, Place} from '../../pipeline/model/finding.ts'

/** A page as marked templates render it: the article's own text, in `.prose`, is not marked. */
const page = `<!doctype html>
<html data-galley-source="templates/page.tsx:29:5">
<body data-galley-source="templates/page.tsx:31:7">
<nav data-galley-source="templates/nav.tsx:4:5"><a href="/">Home</a></nav>
<main id="main" data-galley-source="templates/page.tsx:36:9">
<h1 data-galley-source="templates/article.tsx:26:11">One <em>word</em></h1>
<div class="prose" data-galley-source="templates/article.tsx:63:9">
<p id="text-paragraph-4c0a78b5">A <a href="/en/">link</a>.</p>
<p id="ko-text-paragraph-4c0a78b5">한 <a href="/ko/">곳</a>.</p>
<hr>
<p id="text-paragraph-0000000c">A note.<a id="text-fnref-a">1</a></p>
<table><thead><tr><th></th></tr></thead><tbody><tr><td id="text-cell-00000001">1</td></tr></tbody></table>
<section><h2 id="text-footnote-label">Notes</h2><ol><li id="text-fn-a"><p id="text-footnote-0000000d">So.</p></li></ol></section>
</div>
</main>
</body>
</html>`

function finding(place: Partial<Place>, severity: Finding['severity'] = 'error'): Finding {
  return {
    check: 'axe/link-name',
    outcome: 'failed',
    severity,
    message: {key: 'axe/link-name', values: {}},
    place: {file: 'en/one/index.html', ...place},
    locale: 'en',
    article: 'one',
    criteria: [],
    engines: ['axe'],
    excerpt: '',
  }
}

function placeOf(selector: string, pageOf = (): string | undefined => page): string {
  const [traced] = trace([finding({selector})], pageOf, () => undefined)
  const {source, near, behind} = traced?.place ?? {}
  if (behind !== undefined) return `behind ${behind}`
  return source ? `${source.file}:${source.line}:${source.column}` : (near ?? 'nowhere')
}

describe('an element is led back to', () => {
  test.each([
    ['html', 'templates/page.tsx:29:5'],
    ['html > body > nav', 'templates/nav.tsx:4:5'],
    // Its template wrote it into an element of its own.
    ['html > body > nav > a', 'templates/nav.tsx:4:5'],
    ['#main > h1 > em', 'templates/article.tsx:26:11'],
    ['#main > h1:nth-child(1)', 'templates/article.tsx:26:11'],
    ['#main > div', 'templates/article.tsx:63:9'],
  ])('%s: the template, %s', (selector, expected) => {
    expect(placeOf(selector)).toBe(expected)
  })

  test.each([
    ['#main > div > table > thead > tr > th', 'text-cell-00000001'],
    ['#text-fnref-a', 'text-paragraph-0000000c'],
    ['#text-footnote-label', 'text-footnote-0000000d'],
    ['#main > div > hr', 'behind ko-text-paragraph-4c0a78b5'],
    ['#main > div > p:nth-child(2) > a', 'ko-text-paragraph-4c0a78b5'],
  ])('%s: a unit of the article, %s', (selector, expected) => {
    expect(placeOf(selector)).toBe(expected)
  })

  test.each([
    '#gone',
    '#main > h1 > b',
    '#1st > p',
    '#frame >>> p',
    '#text-paragraph-4c0a78b5 > a',
  ])('%s: nothing', (selector) => {
    expect(placeOf(selector)).toBe('nowhere')
  })

  test('nothing on a page that there is not, and none is asked for a notice', () => {
    expect(placeOf('#main', () => undefined)).toBe('nowhere')
    const asked: string[] = []
    const notice = finding({selector: '#main'}, 'notice')
    expect(
      trace(
        [notice],
        (path) => void asked.push(path),
        () => undefined,
      ),
    ).toEqual([notice])
    expect(asked).toEqual([])
  })
})

test('what is wrong with words that a template shows is led to where they are written, and nothing else', () => {
  const asked: (readonly string[])[] = []
  const source = {file: 'articles/one/article.md', line: 2, column: 11}
  const traced = (selector: string, check: string) => {
    const [one] = trace(
      [{...finding({selector}), check}],
      () => page,
      (_, texts) => {
        asked.push(texts)
        return source
      },
    )
    return one?.place.source
  }
  expect(traced('#main > h1 > em', 'rule/heading-text')).toEqual(source)
  expect(asked).toEqual([['word', 'One word']])
  expect(traced('#main > h1', 'axe/color-contrast')?.file).toBe('templates/article.tsx')
  expect(traced('#main > div > table > thead > tr > th', 'rule/heading-text')).toBeUndefined()
  expect(asked).toHaveLength(1)
})

test('each of the checks of what words say is one', () => {
  const ids = new Set(tests.map(({id}) => id))
  expect([...checksOfWords].filter((id) => !ids.has(id))).toEqual([])
})
