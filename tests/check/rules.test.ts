import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {otherLanguage} from '../../pipeline/check/rule/languages.ts'
import {pageOf} from '../../pipeline/check/rule/page.ts'
import {rules} from '../../pipeline/check/rule/rules.ts'

const folder = new URL('../../pipeline/check/rule/', import.meta.url)

test('every rule that there is is listed, under the name of its file', () => {
  const files = readdirSync(folder).filter((name) =>
    /: Rule = \{/.test(readFileSync(new URL(name, folder), 'utf8')),
  )
  expect(rules.map(({id}) => id).toSorted()).toEqual(
    files.map((name) => `rule/${name.replace(/\.ts$/, '')}`).toSorted(),
  )
})

test('rules name WCAG criteria and ACT rules by their numbers', () => {
  for (const {criteria, act} of rules) {
    for (const criterion of criteria) expect(criterion).toMatch(/^[1-4]\.\d\.\d{1,2}$/)
    for (const rule of act) expect(rule).toMatch(/^[0-9a-z]{6}$/)
  }
})

describe('a text is in the language it is said to be in, unless that is certainly not so', () => {
  const cases: readonly (readonly [text: string, said: string, found: string | undefined])[] = [
    ['The pears of the north are ripe in September.', 'en', undefined],
    ['The pears of the north are ripe in September.', 'en-GB', undefined],
    ['The pears of the north are ripe in September.', 'fr', 'en'],
    ['Les poires du nord sont mûres en septembre.', 'en', 'fr'],
    ['북쪽의 배는 9월에 익는다.', 'en', 'ko'],
    ['북쪽의 배는 9월에 익는다.', 'ko', undefined],
    ['Pærene er modne i september, siger de.', 'no', undefined],
    ['Hello world', 'fr', undefined],
    ['HTML, CSS, JavaScript', 'fr', undefined],
    ['Kim Jong Un, Vladimir Putin', 'en', undefined],
    ['Paris Saint-Germain FC', 'en', undefined],
    ['Inés Fernández Ibáñez and Günther Schäuble-Größler sing here.', 'en', undefined],
    ['Lorem ipsum dolor sit amet', 'en', undefined],
    ['The pears are ripe in September.', 'xx', undefined],
    ['인증(Authentication), 권한부여(Authorization), 접근제어(Access Control)', 'ko', undefined],
    ['꾸러미: the package manager claims to be able to upgrade a running program.', 'ko', 'en'],
    ['', 'en', undefined],
  ]
  test.each(cases)('%s, said to be %s: %s', (text, said, found) => {
    expect(otherLanguage(text, said)).toBe(found)
  })
})

test('every rule comes to an end soon on a page that nests hundreds of elements, with thousands in the innermost', () => {
  const plain = {attributes: {}, role: '', seen: true, heard: true, focusable: false}
  const deep = Array.from({length: 512}, (_, at) => ({...plain, tag: 'div', parent: at - 1}))
  const flat = Array.from({length: 4000}, () => ({...plain, tag: 'div', parent: 511}))
  const tree = {
    title: '',
    url: 'http://localhost/',
    nodes: [...deep, ...flat],
    scripts: [],
    turned: [],
    spaced: [],
    restless: [],
    alike: [],
    wordless: [],
  }
  const slow = rules.filter((rule) => {
    const begun = performance.now()
    const page = pageOf(tree)
    for (const {at} of rule.judge(page)) if (at) page.selector(at)
    return performance.now() - begun > 8000
  })
  expect(slow.map(({id}) => id)).toEqual([])
})
