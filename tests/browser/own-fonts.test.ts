import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {desk, publicationJson} from '../verbs/desk.ts'

const paper = (fonts: object) =>
  publicationJson({
    locales: ['en', 'th'],
    views: {desktop: {width: 1280, height: 800}},
    schemes: ['light'],
    downloads: ['epub'],
    fonts,
  })

test('what is written in a script that the package has no font for is set in the publication’s own', async () => {
  const {root, write, galley, json} = desk({
    'publication.json': paper({}),
    'articles/quay/article.md':
      '---\nheadline: The quay\npublished: 2025-01-02\n---\n\nShips return at noon.\n',
    'locales/th/site.json': '{"paper.name": "หนังสือพิมพ์", "paper.tagline": "ข่าวทุกภาษา"}',
  })
  await galley('sync')
  const texts = Object.keys(json('locales/th/quay.json')).map((key) => [
    key,
    key.startsWith('headline') ? 'ท่าเรือ' : 'เรือกลับมาตอนเที่ยง',
  ])
  write('locales/th/quay.json', JSON.stringify(Object.fromEntries(texts)))
  const missing = () =>
    (json('out/report/report.json')['findings'] ?? []).filter(
      ({check}: {readonly check: string}) => check === 'browser/glyphs',
    )
  await galley('check')
  expect(missing()).toContainEqual(expect.objectContaining({severity: 'error', locale: 'th'}))

  write('publication.json', paper({th: {serif: [{file: 'fonts/thai.woff2'}]}}))
  await expect(galley('check')).rejects.toMatchObject({
    code: 'bad-policy',
    message: expect.stringContaining('"fonts/thai.woff2" is not there'),
  })
  const font = new URL('../fixtures/fonts/noto-serif-thai-thai-400-normal.woff2', import.meta.url)
  mkdirSync(join(root, 'fonts'))
  writeFileSync(join(root, 'fonts/thai.woff2'), readFileSync(font))
  await galley('check')
  // Neither on its pages nor on those that lead there, and in no other font than this one.
  expect(missing()).toEqual([])
})
