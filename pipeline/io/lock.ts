import {mkdir, realpath} from 'node:fs/promises'
import {connect, createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {PipelineError} from '../model/error.ts'
import {holderNow, parseHolder, takeLockFile, type Holder, type Taken} from './lock-file.ts'
import {unwritable} from './unwritable.ts'
import {sha256} from './digest.ts'

/**
 * Run with the output folder to oneself. The lock belongs to the kernel (an abstract socket on
 * Linux, a named pipe on Windows), so that it dies with its process and is never stale. It is a
 * courtesy: what keeps a release whole is the log's exclusive link, not the lock.
 *
 * @throws PipelineError `busy`, `unwritable-file`
 */
export async function withLock<Result>(
  folder: string,
  run: () => Promise<Result>,
): Promise<Result> {
  const name = await mkdir(folder, {recursive: true})
    .then(() => realpath(folder))
    .catch((cause: unknown) => {
      throw unwritable(folder, cause)
    })
  const lock = await take(name)
  if (!lock.taken) throw busy(folder, lock.holder)
  try {
    return await run()
  } finally {
    await lock.release()
  }
}

/**
 * Run while no other process does this to the same file. For work of milliseconds: it waits its
 * turn for up to ten seconds.
 *
 * @throws PipelineError `busy`
 */
export async function withFileLock<Result>(
  path: string,
  run: () => Promise<Result>,
): Promise<Result> {
  const name = join(await realpath(dirname(path)), basename(path))
  for (let turn = 0; ; turn++) {
    const lock = await take(name)
    if (lock.taken) {
      try {
        return await run()
      } finally {
        await lock.release()
      }
    }
    if (turn === 500) throw busy(path, lock.holder)
    await wait(20)
  }
}

function busy(path: string, holder: Holder | undefined): PipelineError {
  const who = holder === undefined ? '' : ` (process ${holder.pid}, since ${holder.since})`
  return new PipelineError(
    'busy',
    `Another run is at work in ${path}${who}.`,
    'Wait until it is done, then run the command again.',
  )
}

async function take(path: string): Promise<Taken> {
  const name = `galley-${sha256(path).slice(0, 32)}`
  if (process.platform === 'linux') return listen(`\0${name}`)
  if (process.platform === 'win32') return listen(String.raw`\\.\pipe\${name}`)
  return takeLockFile(join(tmpdir(), `${name}.lock`))
}

/** Whoever listens has the lock, and tells who asks since when. */
async function listen(name: string): Promise<Taken> {
  const holder = JSON.stringify(holderNow())
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.end(holder, () => socket.destroy())
  })
  const listening = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    )
    server.listen({path: name, exclusive: true}, () => resolve(true))
  })
  if (!listening) return {taken: false, holder: parseHolder(await ask(name))}
  server.unref()
  return {
    taken: true,
    release: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function ask(name: string): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect({path: name})
    socket.setEncoding('utf8')
    socket.setTimeout(500, () => socket.destroy())
    socket.on('data', (chunk: string) => (text += chunk))
    socket.on('error', () => {})
    socket.on('close', () => resolve(text))
  })
}
