import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {main} from '../../pipeline/cli.ts'
import {desk, publicationJson} from './desk.ts'

const page = '<!doctype html><title>A page of somebody’s</title>'

const others = {
  'other/index.html': page,
  'texts/transcripts/interview.txt': 'So, where were we?',
  'figures/results.json': '{"format": "mine"}',
  'folders/results.json/june.txt': 'Twelve baskets.',
  'tests/report.json': '{"passed": 12}',
  'tests/index.html': page,
}

test.each([
  ['the folder that is audited', 'audit site --out site', 'is audited itself.'],
  [
    'the folder of the one page',
    'audit site/a.html --out site',
    'is no report, and would be lost.',
  ],
  ['a site of somebody else', 'audit site --out other', 'is no report, and would be lost.'],
  ['texts of somebody else', 'audit site --out texts', 'transcripts is no report, and would'],
  ['figures of somebody else', 'audit site --out figures', 'results.json is no report, and'],
  ['a folder of that name', 'audit site --out folders', 'results.json is no report, and'],
  ['a report of somebody else', 'audit site --out tests', 'report.json is no report, and would'],
])('an audit never writes its report over %s', async (_, words, message) => {
  const {root} = desk({
    'publication.json': publicationJson(),
    'site/index.html': page,
    'site/a.html': page,
    ...others,
  })
  const given = words
    .split(' ')
    .map((one) => (/^(site|other|texts|figures|folders|tests)/.test(one) ? join(root, one) : one))
  await expect(main([...given, '--publication', root])).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining(message),
  })
  for (const [path, text] of Object.entries(others))
    expect(readFileSync(join(root, path), 'utf8')).toBe(text)
  expect(readFileSync(join(root, 'site/index.html'), 'utf8')).toBe(page)
})
