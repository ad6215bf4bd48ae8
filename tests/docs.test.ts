import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {translationChecks} from '../pipeline/check/checks.ts'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

/** The ids of all checks on translations: those that judge editions, and those of `sync` and the termbase. */
const ids = [
  ...new Set([
    ...translationChecks.map(({id}) => id),
    ...Object.keys(JSON.parse(read('locales/en/findings.json')) as object)
      .filter((key) => key.startsWith('translation/'))
      .map((key) =>
        key
          .replace(/\.advice$/u, '')
          .split('/')
          .slice(0, 2)
          .join('/'),
      ),
  ]),
].toSorted()

describe.each(['docs/translating.md', 'docs/translating.ko.md'])('%s', (path) => {
  const explained = [...read(path).matchAll(/^\| `([^`]+)`\s*\|/gmu)].map(([, id = '']) => id)

  test('explains every check on translations, and none that there is not', () => {
    expect(explained.toSorted()).toEqual(ids)
  })
})
