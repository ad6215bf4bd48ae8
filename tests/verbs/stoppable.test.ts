import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

const driver = fileURLToPath(new URL('stoppable.driver.ts', import.meta.url))

test.skipIf(process.platform === 'win32').each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  // What a terminal that is closed sends, and a connection that breaks.
  ['SIGHUP', 129],
] as const)('%s: the browser is closed, and it is said what was not done', async (signal, code) => {
  const child = spawn(process.execPath, ['--import', 'tsx', driver])
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill(signal)
  expect(await ended).toBe(code)
  expect(said).toMatch(/^running\nStopped\. Nothing was released;.*\n+closed\n$/s)
})
