import {describe, expect, test} from 'vitest'
import {languageOfParts} from '../../../pipeline/check/document/language-of-parts.ts'
import {findingsIn, fixtures, lines, page, site} from './fixture.ts'

const found = {
  'fail-headline-ko.html': [
    '3:14 document/language-of-parts html > head > title The mayor says no to the bridge over the river',
  ],
  'fail-ko.html': [
    '4:18 document/language-of-parts html > body > main > p:nth-child(1) The deployment of North Korean soldiers to the war has raised questions',
    '5:23 document/language-of-parts/attribute html > body > main > img A picture of the soldiers on their way to the front',
    '6:4 document/language-of-parts html > body > main > p:nth-child(3) のひらがな',
    '7:14 document/language-of-parts html > body > main > p:nth-child(4) 한국어를 영어라고 했다',
    '8:14 document/language-of-parts html > body > main > p:nth-child(5) Nothing of what is said here is a promise that it is true',
  ],
  'fail.html': [
    '3:18 document/language-of-parts html > head > title 신문',
    '4:22 document/language-of-parts html > body > main > p:nth-child(1) 한글',
    '5:23 document/language-of-parts/attribute html > body > main > img 동해안의 배',
    '6:21 document/language-of-parts/attribute html > body > main > button 닫기',
    '6:21 document/language-of-parts/attribute html > body > main > button 닫기 단추',
    '7:21 document/language-of-parts/attribute html > body > main > input 이름',
    '8:15 document/language-of-parts html > body > main > p:nth-child(5) 東京',
    '8:4 document/language-of-parts html > body > main > p:nth-child(5) Кремль',
  ],
}

describe(languageOfParts.id, () => {
  test.each(fixtures(languageOfParts, 'pass'))('lets %s pass', (fixture) => {
    expect(lines(findingsIn(languageOfParts, fixture))).toEqual([])
  })

  test.each(Object.entries(found))('says where %s fails', (fixture, expected) => {
    expect(lines(findingsIn(languageOfParts, fixture))).toEqual(expected)
  })

  test("leaves the parts of a stranger's page whose own language is wrong to that", () => {
    const content = `<html lang="ko"><title>Opening hours</title><body><h1>Opening hours of the library</h1>
      <p>The library is open every day of the week.</p><p>Ouvert, и открыто.</p>
      <p lang="en">한국어를 영어라고 했다</p></body></html>`
    const [stranger, edition] = site([
      page('a.html', content),
      page('ko/a/index.html', content),
    ]).pages
    const texts = (one: typeof stranger) =>
      languageOfParts.judge(one!, site([])).map(({excerpt}) => excerpt)
    expect(texts(stranger)).toEqual(['и открыто', '한국어를 영어라고 했다'])
    expect(texts(edition)).toContain('The library is open every day of the week')
  })

  test('leaves the parts of an edition’s page that says another language to that', () => {
    const content = `<html lang="en"><title>신문</title><body><h1>북한군 파병</h1>
      <p>기사를 읽는다.</p><p>のひらがな</p><p lang="en">한국어를 영어라고 했다</p></body></html>`
    const {pages} = site([page('ko/a/index.html', content), page('en/a/index.html', content)])
    const texts = (one: (typeof pages)[number] | undefined) =>
      languageOfParts.judge(one!, site([])).map(({excerpt}) => excerpt)
    expect(texts(pages[0])).toEqual(['のひらがな'])
    expect(texts(pages[1])).toContain('북한군 파병')
  })

  test('asks about a name that stands in its own letters in brackets behind itself', () => {
    const content = `<html lang="en"><title>Visit</title><body><h1>Visit to Busan</h1>
      <p>We met Lee Jiwon (이지원) at the ferry.</p><p>They call it home (우리집) here.</p></body></html>`
    const {pages} = site([page('a.html', content), page('en/a/index.html', content)])
    const said = (one: (typeof pages)[number] | undefined) =>
      languageOfParts.judge(one!, site([])).map(({severity, excerpt}) => [severity, excerpt])
    expect(said(pages[0])).toEqual([
      ['warning', '이지원'],
      ['error', '우리집'],
    ])
    expect(said(pages[1])).toEqual([
      ['error', '이지원'],
      ['error', '우리집'],
    ])
  })

  test('has a proof both ways for each fixture', () => {
    expect(fixtures(languageOfParts, 'pass').length).toBeGreaterThan(0)
    expect(fixtures(languageOfParts, 'fail')).toEqual(Object.keys(found).toSorted())
  })
})
