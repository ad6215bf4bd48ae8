import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {saveCatalogs} from '../../pipeline/io/save-catalogs.ts'
import {leftBehind} from '../support/left-behind.ts'
import {desk, publicationJson} from '../verbs/desk.ts'

test('what a run that was killed left half written beside the translators’ files goes, and nothing else', async () => {
  const left = `locales/ko/${leftBehind('harbor.units.json')}`
  const {root, read} = desk({
    'publication.json': publicationJson(),
    'locales/ko/harbor.json': '{"headline": "항구"}',
    'locales/ko/harbor.json.tmp': 'mine',
    [left]: '{"un',
  })
  const texts = read('locales/ko/harbor.json')
  await saveCatalogs(root, [{slug: 'harbor', locale: 'ko', texts, units: undefined}], [])
  expect(existsSync(join(root, left))).toBe(false)
  expect(read('locales/ko/harbor.json')).toBe(texts)
  expect(read('locales/ko/harbor.json.tmp')).toBe('mine')
})
