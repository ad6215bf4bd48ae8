import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {openMemory} from '../../pipeline/io/memory.ts'
import {filed} from '../../pipeline/render/brief.ts'
import {render, type RenderContext} from '../../pipeline/render/render.ts'
import {context, edition} from './sample.ts'

const said = 'The ferry costs $& or $1 and ]]> more.'
const editions = [
  edition({text: `A lead.\n\n## Ferries\n\n${said}`}),
  edition({text: '머리글.\n\n## 여객선\n\n여객선은 $&만큼 더 든다.', locale: 'ko'}),
  edition({text: '', slug: 'wordless'}),
]

function contentsOf(by: RenderContext): ReadonlyMap<string, string> {
  const {renditions} = render(editions.map(filed), by)
  return new Map(renditions.map(({path, content}) => [path, String(content)]))
}

const twice: Partial<RenderContext['templates']> = {
  article: ({body}) => `${body}<hr>${body}`,
  parallel: () => 'without a body',
}

test.each([
  ['as it is', {}],
  ['twice or not at all', twice],
])('what an article says is remembered once, and its pages and feeds show it %s', (_, changed) => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-remembered-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const plain = context({parallel: true}, [])
  const by = {...plain, templates: {...plain.templates, ...changed}}
  const expected = contentsOf(by)
  expect(expected.get('en/one/index.html')).toContain('The ferry costs $&#x26; or $1')
  for (const how of ['made', 'remembered']) {
    const memory = openMemory(folder, 'program', false)
    expect(contentsOf({...by, memory}), how).toEqual(expected)
    memory.close(true)
  }
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.texts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('')
  // In the body, the feeds' text and the text beside its translation.
  expect(texts.split('The ferry costs').length - 1).toBe(3 + (changed === twice ? 1 : 0))
})
