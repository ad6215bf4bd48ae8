// Lets each change to the disk fail in its turn: `faults.driver.ts OUT kill N` dies at the Nth,
// half way through it where it writes; `OUT fail CODE once|always` tries every one in turn, in
// folders of its own, and prints what came of each as a line of JSON.
import fs, {type promises} from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {join} from 'node:path'
import {currentRelease, recover} from '../../pipeline/io/release.ts'
import {letGo as release} from './let-go.ts'
import type {Rendition} from '../../pipeline/model/rendition.ts'

const [out = '', mode = '', what = '', how = ''] = process.argv.slice(2)
const changes = ['mkdir', 'open', 'rename', 'link', 'symlink', 'rm', 'chmod', 'utimes'] as const

let turn = 0
let fault: (turn: number, half: () => Promise<void>) => Promise<void> = () => Promise.resolve()
type Anything = (...parts: unknown[]) => Promise<unknown>

for (const name of changes) {
  const real = fs.promises[name] as Anything
  Object.assign(fs.promises, {
    [name]: async (...parts: unknown[]) => {
      await fault(++turn, () => Promise.resolve())
      const result = await real(...parts)
      if (name === 'open') watch(result as promises.FileHandle)
      return result
    },
  })
}
syncBuiltinESMExports()

function watch(file: promises.FileHandle): void {
  const write = file.writeFile.bind(file)
  const sync = file.sync.bind(file)
  file.writeFile = async (content) => {
    await fault(++turn, () => write(Buffer.from(content as Uint8Array).subarray(0, 5_000)))
    await write(content)
  }
  file.sync = async () => {
    await fault(++turn, () => Promise.resolve())
    await sync()
  }
}

const letters = (letter: string): readonly Rendition[] =>
  ['index.html', 'ko/index.html'].map((path) => ({
    path,
    mediaType: 'text/plain',
    content: letter.repeat(10_000),
    locale: undefined,
    article: undefined,
    page: undefined,
  }))

if (mode === 'kill') {
  fault = async (now, half) => {
    if (now !== Number(what)) return
    await half()
    process.kill(process.pid, 'SIGKILL')
  }
  await release(out, letters(String.fromCodePoint(0x4e00 + Number(what))))
}

if (mode === 'fail') {
  for (let wrong = 1, bit = true; bit; wrong++) {
    bit = false
    const folder = join(out, String(wrong))
    const before = await release(folder, letters('a'))
    turn = 0
    fault = async (now, half) => {
      if (how === 'once' ? now !== wrong : now < wrong) return
      bit = true
      await half()
      throw Object.assign(new Error(`${what}: planted`), {code: what})
    }
    const ended = await release(folder, letters('b')).then(
      () => 'released',
      (error: unknown) =>
        error instanceof Error && 'code' in error
          ? `${error.name} ${String(error.code)}`
          : String(error),
    )
    fault = () => Promise.resolve()
    const left = await currentRelease(folder)
    await recover(folder)
    const after = await release(folder, letters('b'))
    const live = await currentRelease(folder)
    const whole = left !== undefined && live?.id === after.id && live.id !== before.id
    console.log(JSON.stringify({wrong, ended, committed: left?.id === after.id, whole, bit}))
  }
}
