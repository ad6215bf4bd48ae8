import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {main} from '../../pipeline/cli.ts'
import {desk, publicationJson} from './desk.ts'

const page = '<!doctype html><title>A page of somebody’s</title>'

test.each([
  ['the folder that is audited', 'audit site --out site', 'is audited itself.'],
  [
    'the folder of the one page',
    'audit site/a.html --out site',
    'is no report, and would be lost.',
  ],
  ['a site of somebody else', 'audit site --out other', 'is no report, and would be lost.'],
])('an audit never writes its report over %s', async (_, words, message) => {
  const {root} = desk({
    'publication.json': publicationJson(),
    'site/index.html': page,
    'site/a.html': page,
    'other/index.html': page,
  })
  const given = words.split(' ').map((one) => (one.startsWith('site') ? join(root, one) : one))
  await expect(main([...given, '--publication', root])).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining(message),
  })
  for (const one of ['site', 'other'])
    expect(readFileSync(join(root, one, 'index.html'), 'utf8')).toBe(page)
})
