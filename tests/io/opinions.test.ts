import {expect, test} from 'vitest'
import {programFrom} from '../../pipeline/io/opinions.ts'
import {opinionEngines} from '../../pipeline/model/tab.ts'

test.each(opinionEngines)('%s is said to be missing where it is not installed', async (engine) => {
  const find = (module: string) => {
    throw new Error(`Cannot find module '${module}'`)
  }
  await expect(programFrom(engine, find)).rejects.toMatchObject({
    code: 'engine-missing',
    message: expect.stringContaining(engine),
    advice: expect.stringMatching(/^npm install \S+@\d+\.\d+\.\d+/),
  })
})

test('an engine of which parts are missing is not run without them', async () => {
  await expect(programFrom('alfa', () => '/nowhere/at/all.js')).rejects.toMatchObject({
    code: 'engine-missing',
  })
})
