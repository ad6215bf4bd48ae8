import {readdirSync, readFileSync} from 'node:fs'
import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseInFull, parseMarkdown} from '../../pipeline/markdown/parse.ts'
import {markdown, noise} from '../translate/markdown-arbitrary.ts'

/** Keys without a value are not there. */
function plain(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree))
}

describe('the fast parser gives the tree that the full one gives', () => {
  const folder = new URL('../fixtures/translate/corpus/', import.meta.url)
  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    expect(plain(parseMarkdown(text))).toEqual(plain(parseInFull(text)))
  })

  it('for articles as people write them', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(plain(parseMarkdown(text))).toEqual(plain(parseInFull(text)))
      }),
      {numRuns: 1000},
    )
  })

  it('for noise', () => {
    fc.assert(
      fc.property(noise, (text) => {
        expect(plain(parseMarkdown(text))).toEqual(plain(parseInFull(text)))
      }),
      {numRuns: 3000},
    )
  })
})
