import type {Log} from 'sarif'
import {expect, test} from 'vitest'
import type {Finding} from '../../pipeline/model/finding.ts'
import {inRepository} from '../../pipeline/report/in-repository.ts'
import {sarif} from '../../pipeline/report/sarif.ts'
import {audited, context, findings, poisoned, sample} from './sample.ts'

function results(found?: readonly Finding[]) {
  const log = JSON.parse(sarif.write(sample(found), context)) as Log
  return log.runs[0]?.results ?? []
}

const [part, , contrast] = findings as readonly [Finding, Finding, Finding, Finding, Finding]

test('the whole log', async () => {
  await expect(sarif.write(sample(), context)).toMatchFileSnapshot(
    '../fixtures/report/report.sarif',
  )
})

test('rules say what they are about, whatever they have found, in the language of reports', () => {
  const about = (check: string, criteria: readonly string[]): Finding => ({
    ...contrast,
    check,
    criteria,
  })
  const found = [
    about('axe/aria-dialog-name', ['4.1.2']),
    about('document/language-of-parts', ['3.1.2']),
    about('visual/baseline', []),
  ]
  const said = (reportLanguage: 'en' | 'ko') => {
    const known = {...context, config: {...context.config, reportLanguage}}
    const log = JSON.parse(sarif.write(sample(found), known)) as Log
    return log.runs[0]?.tool.driver.rules
      ?.filter(({id}) => found.some(({check}) => check === id))
      .map(({shortDescription}) => shortDescription?.text)
  }
  expect(said('en')).toEqual([
    'The dialog has no name.',
    'WCAG 3.1.2 Language of Parts',
    'visual baseline',
  ])
  expect(said('ko')).toEqual([
    expect.stringContaining('대화'),
    expect.stringContaining('언어'),
    'visual baseline',
  ])
})

test('a result stands in the source where that is known, and on the page where it is not', () => {
  const source = {file: 'locales/ko/story.json', line: 12, column: 5}
  const locations = results([{...part, place: {...part.place, source}}, contrast]).map(
    ({locations: [one] = []}) => one?.physicalLocation,
  )
  expect(locations).toContainEqual({
    artifactLocation: {uri: 'locales/ko/story.json'},
    region: {startLine: 12, startColumn: 5},
  })
  expect(locations).toContainEqual({
    artifactLocation: {uri: 'en/story/index.html', uriBaseId: 'RELEASE'},
  })
})

test('a publication in a folder of its repository is named from the repository’s root', () => {
  const source = {file: 'locales/ko/story.json', line: 12, column: 5}
  const own = {...part, place: {file: 'articles/story/article.md', line: 3}}
  const run = sample([{...part, place: {...part.place, source}}, own, contrast])
  const uris = (folder: string) => {
    const log = JSON.parse(sarif.write(inRepository(run, folder), context)) as Log
    return (log.runs[0]?.results ?? []).map(
      ({locations: [one] = []}) => one?.physicalLocation?.artifactLocation?.uri ?? '',
    )
  }
  expect(uris('news/paper/').toSorted()).toEqual([
    'en/story/index.html',
    'news/paper/articles/story/article.md',
    'news/paper/locales/ko/story.json',
    'news/paper/publication.json',
  ])
  expect(uris('')).toContain('articles/story/article.md')
})

test('a waiver suppresses, with its reason; nothing else does', () => {
  for (const {ruleId, suppressions} of results()) {
    expect(suppressions).toHaveLength(ruleId === 'document/duplicate-id' ? 1 : 0)
  }
})

test('identity is the finding’s own, and rules are found by their index', () => {
  const run = sample()
  const {runs} = JSON.parse(sarif.write(run, context)) as Log
  const ids = runs[0]?.results?.map((one) => one.partialFingerprints?.['galley/v1'])
  expect(ids).toEqual(run.verdict.findings.map(({id}) => id))
  for (const {ruleId, ruleIndex = -1} of runs[0]?.results ?? []) {
    expect(runs[0]?.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId)
  }
})

test('what asks for a person is for review, and has no level', () => {
  const reminder: Finding = {...contrast, severity: 'notice', outcome: 'cantTell'}
  const one = results([reminder]).find(({ruleId}) => ruleId === contrast.check)
  expect(one).toMatchObject({kind: 'review', level: 'none'})
})

test('hostile paths are percent-encoded, hostile addresses left out', () => {
  const lone = {...poisoned, place: {file: 'articles/a b?#[\ud800:/x.md', line: 1}}
  for (const {locations: [one] = []} of results([poisoned, lone])) {
    const uri = one?.physicalLocation?.artifactLocation?.uri ?? ''
    expect(uri).toMatch(/^[\w./%!'()*,;=&+$@~-]+$/)
    expect(new URL(uri, 'https://a.example/x/').href).toMatch(/^https:\/\/a\.example\/x\//)
  }
  expect(sarif.write(sample([poisoned]), context)).not.toContain('javascript:')
})

test('of an audited folder a page is the file that it is in its repository', () => {
  const here = {...contrast, place: {...contrast.place, line: 7}}
  const run = {...audited, verdict: sample([here, {...part, place: {file: '.pa11yci'}}]).verdict}
  const located = (files?: {folder: string; isCommitted: boolean}) => {
    const log = JSON.parse(sarif.write({...run, ...(files && {files})}, context)) as Log
    return log.runs[0]?.results?.map(({locations: [one] = []}) => one?.physicalLocation)
  }
  const file = {uri: 'shop/public/en/story/index.html'}
  expect(located({folder: 'shop/public/', isCommitted: false})).toContainEqual({
    artifactLocation: file,
    region: {startLine: 7},
  })
  expect(located()).toContainEqual({
    artifactLocation: {uri: 'en/story/index.html', uriBaseId: 'RELEASE'},
    region: {startLine: 7},
  })
  // What is no page is where it always was.
  expect(located({folder: 'shop/public/', isCommitted: true})).toContainEqual({
    artifactLocation: {uri: '.pa11yci', uriBaseId: 'RELEASE'},
  })
})

test('the line of a style sheet that makes an element so is a related place, named from the repository’s root', () => {
  const log = JSON.parse(sarif.write(inRepository(sample([contrast]), 'paper/'), context)) as Log
  const [one] = log.runs[0]?.results ?? []
  expect(one?.relatedLocations).toEqual([
    {
      id: 0,
      message: {text: '.prose figcaption { color: #a9a9a9 }'},
      physicalLocation: {
        artifactLocation: {uri: 'paper/templates/styles/prose.css'},
        region: {startLine: 41, startColumn: 1},
      },
    },
    {id: 1, message: {text: 'body { background: var(--paper) } ← assets/own.css:2:3'}},
  ])
})
