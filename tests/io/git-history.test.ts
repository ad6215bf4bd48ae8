import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {revisionsOf} from '../../pipeline/io/git-history.ts'

const folder = mkdtempSync(join(tmpdir(), 'galley-history-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const hasGit = spawnSync('git', ['--version']).status === 0

function commit(): void {
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], {
      cwd: folder,
      stdio: 'ignore',
    })
  git('add', '--all')
  git('commit', '--quiet', '--message', 'x')
}

describe('the revisions of a file', () => {
  it('are none outside a repository', async () => {
    expect(await revisionsOf(folder, 'old name.md')).toEqual([])
  })

  it.skipIf(!hasGit)('are newest first, through renames, each text once', async () => {
    execFileSync('git', ['init', '--quiet'], {cwd: folder, stdio: 'ignore'})
    const text = 'The same words, line after line.\n'.repeat(20)
    writeFileSync(join(folder, 'old name.md'), `${text}하나\n`)
    commit()
    renameSync(join(folder, 'old name.md'), join(folder, 'new.md'))
    commit()
    writeFileSync(join(folder, 'new.md'), `${text}둘\n`)
    commit()
    expect(await revisionsOf(folder, 'new.md')).toEqual([
      {path: 'new.md', text: `${text}둘\n`},
      {path: 'new.md', text: `${text}하나\n`},
    ])
    expect(await revisionsOf(folder, '--output=x')).toEqual([])
  })
})
