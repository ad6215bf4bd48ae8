import {expect, test} from 'vitest'
import {linesBefore, withStyleSources} from '../../pipeline/io/style-sources.ts'
import type {Declaration} from '../../pipeline/model/declaration.ts'

const styles = '.pale{color:#aaa}.cut{overflow:hidden}'
const sheet = `@font-face{}\n@font-face{}\n${styles}`
const said = (file: string): Declaration => ({
  property: 'color',
  value: '#aaa',
  selector: '.pale',
  place: {file, line: 3, column: 7},
})
const sightsOf = (...files: readonly string[]) =>
  new Map(files.map((file) => [file, {picture: undefined, declared: [said(file)]}]))
const lineOf = (path: string) => linesBefore(styles, path === 'assets/site.css' ? sheet : '')

test('what our style sheet says is placed where people edit it, and nothing else is', async () => {
  const place = {file: 'templates/styles/frame.css', line: 20, column: 1}
  const asked: unknown[] = []
  const given = await withStyleSources(
    sightsOf('assets/site.css', 'assets/other.css'),
    lineOf,
    () =>
      Promise.resolve((line, column) => {
        asked.push([line, column])
        return place
      }),
  )
  expect(asked).toEqual([[1, 7]])
  expect(given.get('assets/site.css')?.declared).toEqual([{...said('assets/site.css'), place}])
  expect(given.get('assets/other.css')?.declared).toEqual([said('assets/other.css')])
})

test('what nobody knows the source of stays where it was found', async () => {
  const sights = sightsOf('assets/site.css')
  const given = await withStyleSources(sights, lineOf, () => Promise.resolve(() => undefined))
  expect(given).toEqual(sights)
})

test('no map is made where our style sheet says nothing', async () => {
  const sights = sightsOf('assets/other.css')
  const never = () => Promise.reject(new Error('it was made'))
  expect(await withStyleSources(sights, lineOf, never)).toBe(sights)
})

test('a file that does not end with the styles is another', () => {
  expect(linesBefore(styles, sheet)).toBe(2)
  expect(linesBefore(styles, styles)).toBe(0)
  expect(linesBefore(styles, `${sheet}p{}`)).toBeUndefined()
  expect(linesBefore('', sheet)).toBeUndefined()
})
