import {appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {loadStyleMap, type StyleMap} from '../../pipeline/io/style-map.ts'
import {loadTemplates} from '../../pipeline/io/templates.ts'

const packageRoot = new URL('../..', import.meta.url).pathname
const own = mkdtempSync(join(tmpdir(), 'galley-styles-'))
afterAll(() => rmSync(own, {recursive: true}))
mkdirSync(join(own, 'templates/styles'), {recursive: true})
writeFileSync(
  join(own, 'templates/styles/frame.css'),
  '/* Ours. */\n\n.own-rule {\n  color: #aaa;\n}\n\n@media (width > 40rem) {\n  .first {\n    color: #bbb;\n  }\n\n  .second {\n    color: #ccc;\n  }\n}\n',
)

// A rule that stands in two files.
for (const [name, rules] of [
  ['frame.css', '\n.twice {\n  color: #ddd;\n}\n'],
  ['showcase.css', '.twice {\n  color: #ddd;\n}\n'],
] as const)
  appendFileSync(join(own, 'templates/styles', name), rules)

let [styles, sourceAt]: [string, StyleMap] = ['', () => undefined]
beforeAll(async () => {
  ;({styles} = await loadTemplates([own, packageRoot], undefined))
  sourceAt = await loadStyleMap([own, packageRoot], styles)
})

test.each([
  ['color:#aaa', 'frame.css', 3, 1],
  ['color:#bbb', 'frame.css', 8, 3],
  ['color:#ccc', 'frame.css', 12, 3],
  ['.story{', 'article.css', 2, 1],
  ['--serif:', 'tokens.css', 2, 1],
])('%s of the bundle is from %s:%d:%d', (text, file, line, column) => {
  const at = styles.indexOf(text)
  expect(at).toBeGreaterThan(0)
  expect(sourceAt(1, at + 1)).toEqual({file: `templates/styles/${file}`, line, column})
})

test('every rule of the bundle has one file, or none is named', () => {
  const rules = [...styles.matchAll(/(?<=[{}])[^{}@]+\{(?=[^{}]+\})/g)].map(({index}) => index)
  const known = rules.filter((at) => sourceAt(1, at + 1) !== undefined)
  expect(known.length / rules.length).toBeGreaterThan(0.9)
})

test('a rule that stands in two files is from nobody knows which', () => {
  const all = [...styles.matchAll(/color:#ddd/g)].map(({index}) => index)
  expect(all).not.toEqual([])
  for (const at of all) expect(sourceAt(1, at + 1)).toBeUndefined()
})

test('of other styles nothing is known', async () => {
  const other = await loadStyleMap([own, packageRoot], '.nowhere{color:red}')
  expect(other(1, 11)).toBeUndefined()
  expect(sourceAt(2, 11)).toBeUndefined()
})
