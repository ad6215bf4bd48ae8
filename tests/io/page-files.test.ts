import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {pageFilesIn} from '../../pipeline/io/page-files.ts'

function site(): string {
  const root = mkdtempSync(join(tmpdir(), 'galley-page-files-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  mkdirSync(join(root, 'shop/public'), {recursive: true})
  writeFileSync(join(root, 'shop/public/index.html'), '<title>Pears</title>')
  return root
}

const git = (root: string, ...words: readonly string[]) =>
  execFileSync('git', [...words], {cwd: root, stdio: 'ignore'})

test('pages in a repository are named from its root, wherever the audit is run', async () => {
  const root = site()
  git(root, 'init')
  const ask = () => pageFilesIn(join(root, 'shop/public'), join(root, 'shop'))
  expect(await ask()).toEqual({folder: 'shop/public/', isCommitted: false})
  git(root, 'add', 'shop/public/index.html')
  expect(await ask()).toEqual({folder: 'shop/public/', isCommitted: true})
})

test('elsewhere from where the audit is run, and not outside of it', async () => {
  const root = site()
  const folder = join(root, 'shop/public')
  expect(await pageFilesIn(folder, root)).toEqual({folder: 'shop/public/', isCommitted: false})
  expect(await pageFilesIn(folder, folder)).toEqual({folder: '', isCommitted: false})
  expect(await pageFilesIn(root, folder)).toBeUndefined()
})
