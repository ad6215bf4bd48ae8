import {readFileSync} from 'node:fs'
import {describe, expect, it, test} from 'vitest'
import {judgeWords} from '../../../pipeline/check/words/judge-words.ts'
import {packageRoot, readPublication} from '../../../pipeline/io/publication.ts'
import type {WordFile} from '../../../pipeline/model/publication.ts'

interface Case {
  readonly title: string
  readonly locale: string
  readonly namespace?: WordFile['namespace']
  /** The package's words, in the publication's source language. */
  readonly en: Readonly<Record<string, string>>
  readonly own: Readonly<Record<string, string>>
  readonly expect?: readonly string[]
  /** What the last finding points at. */
  readonly at?: string
}

const read = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/check/words/${name}.json`, import.meta.url), 'utf8'),
  ) as readonly Case[]

const publication = await readPublication(packageRoot)

function judge({locale, namespace = 'site', en, own}: Case) {
  const file = (tag: string, words: Case['own']): WordFile => {
    const path = `locales/${tag}/${namespace}.json`
    return {path, text: JSON.stringify(words), locale: tag, namespace, words}
  }
  const isSource = locale === 'en'
  const files = isSource ? [file('en', own)] : [file('en', en), file(locale, own)]
  return judgeWords({
    config: {...publication.config, source: 'en', locales: []},
    packageWords: {en: {[namespace]: en}},
    words: {en: {[namespace]: en}, [locale]: {[namespace]: isSource ? {...en, ...own} : own}},
    wordFiles: files,
  })
}

const german = {tag: 'de', direction: 'ltr', autonym: 'Deutsch'} as const

describe('the words of the templates', () => {
  it.each(read('pass'))('may have $title', (one) => {
    expect(judge(one)).toEqual([])
  })

  it.each(read('fail'))('may not have $title', (one) => {
    const findings = judge(one)
    expect(findings.map(({severity, message}) => `${severity} ${message.key}`)).toEqual(one.expect)
    for (const {place, locale, article} of findings) {
      expect({file: place.file, locale, article}).toEqual({
        file: `locales/${one.locale}/${one.namespace ?? 'site'}.json`,
        locale: one.locale,
        article: undefined,
      })
    }
    if (one.at === undefined) return
    const {unit = '', within} = findings.at(-1)?.place ?? {}
    expect(one.own[unit]?.slice(within?.start, within?.end)).toBe(one.at)
  })

  test.each(['zh-Hant', 'ko'])('are missed where a language has no file of them: %s', (source) => {
    const locales = [...publication.config.locales, {...german, tag: 'zh-Hant'}, german]
    const findings = judgeWords({...publication, config: {...publication.config, locales, source}})
    expect(findings.map(({message, place}) => `${message.key} ${place.file}`)).toEqual([
      'translation/words/missing locales/zh-Hant/site.json',
      'translation/words/missing locales/de/site.json',
    ])
  })

  test('that come with the package are right', () => {
    expect(publication.wordFiles.length).toBeGreaterThan(2)
    expect(judgeWords(publication)).toEqual([])
  })
})
