import {expect, test} from 'vitest'
import {onceReleased} from '../../pipeline/verbs/once-released.ts'

const full = new Error('the disk is full')
const id = 'a'.repeat(64)

test.each([
  ['a new release', {id, changed: true, generation: 2}, /Release a{12} is live\./],
  ['the release that was live before', {id, changed: false, generation: 1}, /^$/],
  ['no release', undefined, /^$/],
] as const)('%s: what readers have is said where its report fails', async (_, release, words) => {
  let said = ''
  const call = {tell: (text: string) => void (said += text)}
  const fails = () => Promise.reject(full)
  await expect(onceReleased(call, release, fails)).rejects.toBe(full)
  expect(said).toMatch(words)
})
