import {describe, expect, test} from 'vitest'
import type {Finding} from '../../pipeline/model/finding.ts'
import {github, githubSummary} from '../../pipeline/report/github.ts'
import {audited, context, findings, poison, poisoned, sample} from './sample.ts'

const source: Finding = {
  ...findings[0]!,
  place: {file: 'locales/ko/story.json', line: 12, column: 5, unit: 'p4'},
}

describe('annotations', () => {
  test('stand on the lines of source files; what holds on a page names the page, and no file', () => {
    expect(github.write(sample([...findings, source]), context).split('\n')).toEqual([
      '::error file=locales/ko/story.json,line=12,col=5,title=document/language-of-parts::“Bank of the river” is in another language than its surroundings (ko), and nothing says so.%0ATranslate it, or put it into an element with the right lang; a screen reader reads it in the wrong voice otherwise.',
      expect.stringMatching(/^::error title=visual\/baseline::ko\/story\/index\.html%0AThe page/),
      expect.stringMatching(
        /^::error title=document\/language-of-parts::ko\/story\/index\.html:12:3 · #p4%0A“Bank/,
      ),
      '::notice file=articles/story/article.md,line=9,col=2,title=document/links::“/en/gone/” leads to a page or file that is not there.%0ACorrect the address, or add what is not there.',
      '::notice::1 more finding; see out/report/index.html',
    ])
  })

  test('of an audited folder name the files that are kept in the repository, and no others', () => {
    const here = {...findings[0]!, place: {file: 'en/story/index.html', line: 4}}
    const write = (isCommitted: boolean) => {
      const files = {folder: 'docs/', isCommitted}
      return github.write({...audited, files, verdict: sample([here]).verdict}, context)
    }
    expect(write(true)).toMatch(/^::error file=docs\/en\/story\/index\.html,line=4,title=/)
    expect(write(false)).toMatch(/^::error title=.*::en\/story\/index\.html:4%0A/)
  })

  test('of an audit tell what is alike on several pages once, so that ten tell more', () => {
    const onPages = Array.from({length: 12}, (_, page) => ({
      ...findings[0]!,
      place: {file: `page-${page}.html`, selector: 'img'},
    }))
    expect(github.write({...audited, verdict: sample(onPages).verdict}, context)).toMatch(
      /^::error title=document\/language-of-parts::page-0\.html and 11 more pages · img%0A“Bank/,
    )
  })

  test('come errors first, ten of a kind, and say how many more there are', () => {
    const many = (severity: Finding['severity'], count: number) =>
      Array.from({length: count}, (_, line) => ({
        ...source,
        severity,
        place: {...source.place, line: line + 1},
      }))
    const lines = github
      .write(sample([...many('warning', 12), ...many('error', 15)]), context)
      .split('\n')
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      ...Array.from({length: 10}, () => '::error'),
      ...Array.from({length: 10}, () => '::warning'),
      // The waiver that is not needed, and what was left out.
      '::notice',
      '::notice::7',
    ])
  })

  test('cannot be broken out of', () => {
    const text = github.write(sample([poisoned]), context)
    const [annotation = '', ...rest] = text.split('\n')
    expect(rest.every((line) => line.startsWith('::notice'))).toBe(true)
    expect(annotation).toMatch(/^::error file=[^:,\n]*,line=1,col=1,title=document\/links::/)
    expect(annotation).toContain('%250A%3A%3Aerror')
    expect(text).not.toContain('\r')
  })

  test('are nothing where nothing was found', () => {
    expect(github.write(sample([]), context)).not.toContain('::error')
  })
})

describe('the job summary', () => {
  test('is a table of editions and a list of what blocks', async () => {
    await expect(githubSummary(sample(), context)).toMatchFileSnapshot(
      '../fixtures/report/summary.md',
    )
  })

  test('of an audit is a table of its pages', () => {
    expect(githubSummary(audited, context)).toContain(
      [
        '| Page | Errors | Warnings | Notices | Verdict |',
        '| --- | --: | --: | --: | --- |',
        '| en/story/index.html | 1 | 0 | 0 | held |',
        '| old.html | 0 | 0 | 0 | passed |',
      ].join('\n'),
    )
  })

  test('names once what is alike on many pages', () => {
    const alike = ['a', 'b', 'c'].map((name) => ({
      ...poisoned,
      check: 'rule/link-text',
      message: {key: 'rule/link-text', values: {name: 'here'}},
      excerpt: 'here',
      place: {file: `${name}.html`, line: 3, column: 1, selector: 'html > body > a'},
    }))
    const lines = githubSummary(sample(alike), context).split('\n')
    expect(lines.filter((line) => line.startsWith('- '))).toEqual([
      expect.stringMatching(/^- \*\*a\.html:3:1 and 2 more pages\*\* The link “here”/),
    ])
  })

  test('counts in words what it has no room for', () => {
    const many = Array.from({length: 53}, (_, index) => ({
      ...poisoned,
      place: {file: 'articles/a/article.md', line: index + 1},
    }))
    expect(githubSummary(sample(many), context)).toContain('\n\n3 more findings; see ')
  })

  test('quotes as text: no markup, no cells, no links', () => {
    const text = githubSummary(sample([poisoned]), context)
    expect(text).not.toContain('<')
    expect(text.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(4)
    expect(poison).toContain('|a|b|')
    expect(text).toContain(String.raw`\|a\|b\|`)
  })
})

test('the job summary speaks the language that reports are asked to have', () => {
  const config = {...context.config, reportLanguage: 'ko' as const}
  expect(githubSummary(sample(), {...context, config})).toMatch(/^## ⛔ [가-힣 ]+/)
})
