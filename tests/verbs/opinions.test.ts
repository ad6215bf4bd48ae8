import {expect, test} from 'vitest'
import {withOpinions} from '../../pipeline/verbs/opinions.ts'
import type {OpinionEngine} from '../../pipeline/model/tab.ts'
import {parseConfig} from '../../pipeline/io/config.ts'

const config = (secondOpinions: readonly string[] | undefined) =>
  parseConfig(
    JSON.stringify({url: 'https://a.example/', source: 'en', locales: ['en'], secondOpinions}),
    'publication.json',
  )

const call = (given: string | undefined) => ({value: () => given})

test.each<
  readonly [
    what: string,
    file: OpinionEngine[] | undefined,
    word: string | undefined,
    asked: readonly string[],
  ]
>([
  ['nobody is asked by default', undefined, undefined, []],
  [
    'those that the publication names are asked',
    ['ibm', 'accesslint'],
    undefined,
    ['accesslint', 'ibm'],
  ],
  ['the command line has the last word', ['ibm'], 'accesslint', ['accesslint']],
  ['and may ask nobody', ['ibm'], '', []],
])('%s', async (_, file, word, asked) => {
  const {secondOpinions} = await withOpinions(config(file), call(word))
  expect(secondOpinions).toEqual(asked)
})

test('an engine that there is none of is refused, wherever it is named', async () => {
  await expect(withOpinions(config([]), call('ibm,wave'))).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('"wave"'),
    advice: expect.stringContaining('alfa, accesslint, ibm'),
  })
  expect(() => config(['wave'])).toThrow(/secondOpinions/)
})
