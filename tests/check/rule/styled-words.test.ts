import {expect, test} from 'vitest'
import {pageOf} from '../../../pipeline/check/rule/page.ts'
import {styledWords} from '../../../pipeline/check/rule/styled-words.ts'
import type {PageNode, PageTree} from '../../../pipeline/model/page-tree.ts'

const found = (styled: string) => {
  const root: PageNode = {
    parent: -1,
    tag: 'p',
    attributes: {},
    role: 'paragraph',
    seen: true,
    heard: true,
    focusable: false,
    styled,
  }
  return styledWords.judge(pageOf({nodes: [root]} as unknown as PageTree)).length
}

test('two words of a style sheet are found, and one of any length is read in time that grows with it', () => {
  expect(found('Out of print')).toBe(1)
  expect(found('New')).toBe(0)
  expect(found('a'.repeat(300_000))).toBe(0)
})
