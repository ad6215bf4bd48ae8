import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {desk, publicationJson} from './desk.ts'

const script = fileURLToPath(new URL('../fixtures/translate/machine/machine.mjs', import.meta.url))

const article = `---
headline: The story
---

A [link](https://paper.example/) and \`code\` and {{name}}.

Nothing but words, so it is said.
`

/** A publication whose machine behaves in this manner. */
async function paperWith(manner: string, command = ['node', script, manner]) {
  const paper = desk({
    'publication.json': publicationJson({machine: {command, timeLimit: 20_000}}),
    'articles/story/article.md': article,
  })
  await paper.galley('sync')
  return paper
}

async function drafted(manner: string, command?: string[]) {
  const paper = await paperWith(manner, command)
  const {exit, said} = await paper.galley('draft', '--from', 'machine', '--json')
  const {findings} = JSON.parse(said) as {findings: {message: {key: string; values: object}}[]}
  return {
    paper,
    exit,
    texts: Object.values(paper.json('locales/ko/story.json')),
    keys: findings.map(({message}) => message.key),
    said: findings.map(({message}) => message.values),
  }
}

const link = 'en→ko A [link](https://paper.example/) and `code` and {{name}}.'
const words = 'en→ko Nothing but words, so it is said.'

it('a machine’s texts are drafts', async () => {
  const {paper, exit, texts, keys} = await drafted('well')
  expect([exit, keys]).toEqual([0, []])
  expect(texts).toEqual(['en→ko The story', link, words])
  const {units} = paper.json('locales/ko/story.units.json') as Record<string, object>
  for (const unit of Object.values(units ?? {}))
    expect(unit).toMatchObject({state: 'draft', origin: 'machine'})
})

it('with everything translated it is not asked', async () => {
  const paper = await paperWith('well')
  await paper.galley('draft', '--from', 'machine')
  paper.write('publication.json', publicationJson({machine: {command: ['no-such-program']}}))
  expect(await paper.galley('draft', '--from', 'machine')).toMatchObject({exit: 0})
})

describe('what a machine does wrong loses nothing, and is said', () => {
  const cases: readonly (readonly [string, number, readonly string[], readonly string[]])[] = [
    ['loses', 0, ['The story', '', 'Nothing but words, so it is said.'], ['lost']],
    ['breaks', 0, ['', '', ''], ['stray', 'stray', 'stray']],
    ['empties', 0, ['', '', ''], ['empty', 'empty', 'empty']],
    ['splits', 0, ['', '', ''], ['block', 'block', 'block']],
    ['refuses', 0, ['en→ko The story', '', words], ['refused']],
    ['dies', 1, ['en→ko The story', link, ''], ['machine/exit', 'unanswered']],
    ['dies-at-once', 1, ['', '', ''], ['machine/exit', 'unanswered', 'unanswered', 'unanswered']],
    ['garbage', 1, ['en→ko The story', link, words], ['machine/garbage', 'machine/garbage']],
    ['stranger', 1, ['en→ko The story', link, words], ['machine/stranger']],
    ['flood', 1, ['', '', ''], ['machine/garbage', 'unanswered', 'unanswered', 'unanswered']],
  ]
  it.each(cases)('%s', async (manner, exit, texts, keys) => {
    const made = await drafted(manner)
    expect(made.keys).toEqual(keys.map((key) => `draft/${key}`))
    expect(made.texts).toEqual(texts)
    expect(made.exit).toBe(exit)
  })

  it('silent', async () => {
    const paper = await paperWith('silent')
    const machine = {command: ['node', script, 'silent'], timeLimit: 300}
    paper.write('publication.json', publicationJson({machine}))
    const {exit, said} = await paper.galley('draft', '--from', 'machine')
    expect(exit).toBe(1)
    expect(said).toContain('The machine said nothing for 0.3 seconds, and was stopped.')
  })

  it('not there', async () => {
    const {exit, keys, texts} = await drafted('', ['./no-such-program'])
    expect(keys[0]).toBe('draft/machine/start')
    expect([exit, texts]).toEqual([1, ['', '', '']])
  })

  it('its last words are shown', async () => {
    const {said} = await drafted('dies')
    expect(said[0]).toEqual({detail: '137: out of memory'})
  })
})

it('without a machine, the way to set one up is told', async () => {
  const paper = desk({
    'publication.json': publicationJson(),
    'articles/story/article.md': article,
  })
  await expect(paper.galley('draft', '--from', 'machine')).rejects.toMatchObject({
    code: 'usage',
    message: 'No machine is set up here.',
  })
})

it.each([
  [{command: 'node x'}, '"machine.command" is "node x".'],
  [{command: []}, '"machine.command" is [].'],
  [{command: ['a'], url: 'x'}, 'there is no key "machine.url".'],
  [{}, 'the key "command" is missing in "machine".'],
])('publication.json with the machine %j is refused', async (machine, message) => {
  const paper = desk({'publication.json': publicationJson({machine})})
  await expect(paper.galley('draft')).rejects.toThrow(message)
})
