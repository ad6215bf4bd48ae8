import type {Nodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString} from 'hast-util-to-string'
import {expect, test} from 'vitest'
import {readHtml} from '../../../pipeline/check/document/read-html.ts'

const page = (body: string) => `<!doctype html><html lang="en"><title>T</title><body>${body}</body>`

test.each([
  '<p id="a">One <b>two<p>three</b> four',
  '<table>lost<tr><td>cell<li>item</table>',
  '<template><p>inside</template><svg><title>Picture</title></svg>',
  '<div>'.repeat(400) + 'deep',
])('a page is read as it always was: %.40s', (body) => {
  expect(readHtml(page(body))).toEqual(fromHtml(page(body)))
})

test.each([
  ['closed', '<div>'.repeat(20_000) + 'deepest' + '</div>'.repeat(20_000) + '<p>after'],
  ['never closed', '<b><p>'.repeat(3000) + 'deepest<table><b>after'],
  ['in tables', '<table><tr><td>'.repeat(3000) + 'deepest' + '</table>'.repeat(3000) + 'after'],
  ['in drawings', `<svg>${'<g>'.repeat(5000)}</svg>deepest after`],
])('what is nested without end is nested as deep as in Chromium, no more: %s', (_, body) => {
  const tree = readHtml(page(body))
  expect(depthOf(tree)).toBeLessThan(1024)
  expect(toString(tree)).toMatch(/deepest ?after$/)
})

function depthOf(top: Nodes): number {
  let depth = 0
  for (let level: readonly Nodes[] = [top]; level.length > 0; depth++) {
    level = level.flatMap((node): readonly Nodes[] => ('children' in node ? node.children : []))
  }
  return depth
}
