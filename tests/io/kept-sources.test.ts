import {mkdtemp, readdir, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {keepSources, liveSources} from '../../pipeline/io/kept-sources.ts'
import {packageRoot, readPublication} from '../../pipeline/io/publication.ts'
import {release} from '../../pipeline/io/release.ts'
import {loadTemplates, templatesOf} from '../../pipeline/io/templates.ts'
import type {Publication} from '../../pipeline/model/publication.ts'

test('what the live release was made of is read back whole, with pictures that are still the same', async () => {
  const out = await mkdtemp(join(tmpdir(), 'galley-test-'))
  const released = async (content: string) => {
    const page = {
      mediaType: 'text/html',
      locale: 'en',
      article: undefined,
      page: 'article',
    } as const
    return release(out, [{...page, path: 'a.html', content}], () => {})
  }
  const read = await readPublication(packageRoot)
  const image = {path: 'articles/a/a.png', bytes: Buffer.from('a picture')}
  const publication: Publication = {...read, images: [image]}
  const {bundles, hash} = await loadTemplates([packageRoot], undefined)
  const editions = ['a\nen']
  const {id} = await released('<p>One</p>')
  expect(await liveSources(out, publication)).toBe(undefined)
  await keepSources(out, id, {publication, bundles, editions})

  const found = await liveSources(out, publication)
  expect(found?.editions).toEqual(editions)
  expect(found?.publication.articles).toEqual(read.articles.map(({path, text}) => ({path, text})))
  expect(found?.publication.config).toEqual(read.config)
  expect(found?.publication.images).toEqual([image])
  expect(found?.lost).toEqual([])
  expect(found && (await templatesOf(found.bundles)).hash).toBe(hash)

  const other = {...publication, images: [{...image, bytes: Buffer.from('another')}]}
  expect((await liveSources(out, other))?.lost).toEqual([image.path])
  // A release that is not the one they are of.
  await released('<p>Two</p>')
  expect(await liveSources(out, publication)).toBe(undefined)

  await rm(join(out, 'releases', id), {recursive: true})
  const {id: third} = await released('<p>Three</p>')
  await keepSources(out, third, {publication, bundles, editions})
  const kept = await readdir(join(out, 'sources'))
  expect(kept.map((name) => name.split('.')[0])).toEqual([third])

  // The same release again: what it was made of is kept already.
  const stampOf = async () => (await stat(join(out, 'sources', kept[0] ?? ''))).mtimeMs
  const before = await stampOf()
  await keepSources(out, third, {publication, bundles, editions})
  expect(await stampOf()).toBe(before)
  await rm(out, {recursive: true, force: true})
})
