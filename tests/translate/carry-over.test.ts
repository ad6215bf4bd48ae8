import {expect, it} from 'vitest'
import {added, measureCarryOver} from '../bench/carry-over.ts'

it('translations follow their segments through revisions of real documents', () => {
  const {kept, fresh, carried, wrong} = measureCarryOver(1)
  const all = [...kept.values()].reduce(added)
  expect(all.of).toBeGreaterThan(500)
  expect(kept.get('untouched')?.right).toBe(kept.get('untouched')?.of)
  expect(all.right / all.of).toBeGreaterThan(0.99)
  expect(fresh.right / fresh.of).toBeGreaterThan(0.95)
  expect(wrong / carried).toBeLessThan(0.01)
})
