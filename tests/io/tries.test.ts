import {expect, test} from 'vitest'
import {OutOfTime} from '../../pipeline/io/deadline.ts'
import {RendererFrozen, RendererKilled} from '../../pipeline/io/renderer-lost.ts'
import {openTries} from '../../pipeline/io/tries.ts'

test.each([
  [1, 'hangs', new OutOfTime(6_000, 'evaluating')],
  [3, 'crashes its renderer', new Error('the page crashed the renderer')],
  [
    3,
    'goes elsewhere',
    new Error('Protocol error (Runtime.evaluate): Inspected target navigated or closed'),
  ],
  [3, 'is led elsewhere', new Error('the page went to https://news.example/ by itself')],
  [2, 'freezes', new RendererFrozen()],
  [8, 'is killed with its renderer', new RendererKilled()],
  [8, 'goes with the browser', new Error('Target page, context or browser has been closed')],
])('tries %i times what %s', (most, _, lost) => {
  const tries = openTries()
  const again = Array.from({length: most}, () => tries.again(lost))
  expect(again).toEqual([...Array.from({length: most - 1}, () => true), false])
})

test('counts anew what got further', () => {
  const tries = openTries()
  const crash = new Error('the page crashed the renderer')
  expect([tries.again(crash), tries.again(crash)]).toEqual([true, true])
  tries.further()
  expect(tries.again(crash)).toBe(true)
})

test('tries what cannot be to blame as often as it is told to', () => {
  const tries = openTries(40)
  const again = Array.from({length: 40}, () => tries.again(new RendererKilled()))
  expect(again.indexOf(false)).toBe(39)
})
