import {expect, test} from 'vitest'
import {unnamedTopics} from '../../../pipeline/check/words/unnamed-topics.ts'
import {noFacts} from '../../../pipeline/model/article.ts'

const file = 'articles/story/article.md'
const places = {section: {line: 3, column: 10}, tags: {line: 4, column: 7}}
const told = (section: string | undefined, tags: readonly string[]) =>
  unnamedTopics([{file, facts: {...noFacts, section, tags}, places}], 'en', {
    world: 'World',
    sport: '',
  }).map(({place, message}) => [place.line, message.values['count'], message.values['ids']])

test.each([
  ['a section', 'pears', ['world'], [[3, 1, 'pears']]],
  ['one with an empty name', 'sport', [], [[3, 1, 'sport']]],
  ['a subject', 'world', ['pears'], [[4, 1, 'pears']]],
  ['both, and each once', 'pears', ['pears', 'plums'], [[3, 2, 'pears, plums']]],
  ['the first six of many', undefined, 'abcdefgh'.split(''), [[4, 8, 'a, b, c, d, e, f, …']]],
  ['nothing where all have names', 'world', ['world'], []],
] as const)('ids that readers would see: %s', (_, section, tags, expected) => {
  expect(told(section, tags)).toEqual(expected)
})
