import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {
  keepTranscripts,
  liveTranscripts,
  transcriptsIn,
} from '../../pipeline/io/kept-transcripts.ts'
import {release} from '../../pipeline/io/release.ts'
import {openTranscripts} from '../../pipeline/io/transcripts.ts'

const temporary = () => mkdtemp(join(tmpdir(), 'galley-test-'))

/** Releases a page, and keeps what was heard of it and of a page that was held. */
async function released(out: string, text: string): Promise<string> {
  const content = `<p>${text}</p>`
  const {id} = await release(
    out,
    [
      {
        path: 'a.html',
        mediaType: 'text/html',
        locale: 'en',
        article: undefined,
        page: 'article',
        content,
      },
    ],
    () => {},
  )
  const report = join(out, 'report')
  const transcripts = await openTranscripts(report, true)
  for (const page of ['a.html', 'held.html']) transcripts.put(page, `${text}\n`, 'en')
  const heard = await transcripts.written(undefined, undefined)
  await keepTranscripts(out, id, report, [heard.get('a.html')?.file ?? ''])
  return id
}

test('what was heard of a release is kept beside it, and nothing of pages that were held', async () => {
  const out = await temporary()
  expect(await liveTranscripts(out)).toBeUndefined()
  const id = await released(out, 'Pears')
  const kept = await liveTranscripts(out)
  expect(kept).toBe(join(out, 'transcripts', id))
  expect(await readFile(join(kept ?? '', 'a.html.txt'), 'utf8')).toBe('Pears\n')
  expect(existsSync(join(kept ?? '', 'held.html.txt'))).toBe(false)
})

test('it goes with its release, and what was written first stays', async () => {
  const out = await temporary()
  const old = await released(out, 'Pears')
  await rm(join(out, 'releases', old), {recursive: true, force: true})
  const id = await released(out, 'Apples')
  expect(existsSync(join(out, 'transcripts', old))).toBe(false)
  await writeFile(join(out, 'report/transcripts/a.html.txt'), 'otherwise\n')
  await keepTranscripts(out, id, join(out, 'report'), ['transcripts/a.html.txt'])
  expect(await readFile(join(out, 'transcripts', id, 'a.html.txt'), 'utf8')).toBe('Apples\n')
})

test('an earlier report, or what was kept of a release, is found; a folder without any is refused', async () => {
  const out = await temporary()
  const id = await released(out, 'Pears')
  expect(await transcriptsIn(join(out, 'report'))).toBe(join(out, 'report/transcripts'))
  const kept = join(out, 'transcripts', id)
  expect(await transcriptsIn(kept)).toBe(kept)
  await mkdir(join(out, 'empty'))
  for (const none of ['empty', 'nowhere']) {
    await expect(transcriptsIn(join(out, none))).rejects.toMatchObject({code: 'usage'})
  }
})
