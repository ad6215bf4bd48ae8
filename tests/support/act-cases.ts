import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

/** One example of a rule of the W3C's ACT collection, made from the rule's text. */
export interface ActCase {
  /** `1.1.1/23a2a8-1.html`: the page's path. */
  readonly path: string
  readonly criterion: string
  /** The rule's id, or a word for what no rule of the collection is about. */
  readonly rule: string
  readonly kind: 'fail' | 'pass'
  readonly about: string
  readonly html: string
}

const folder = fileURLToPath(new URL('../fixtures/check/act', import.meta.url))

/** Every example of `fixtures/check/act`: a file a rule, a comment before each page. */
export const actCases: readonly ActCase[] = readdirSync(folder, {
  recursive: true,
  encoding: 'utf8',
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.html'))
  .sort()
  .flatMap((path) => {
    const [criterion = '', rule = ''] = path.replace(/\.html$/, '').split('/')
    const parts = readFileSync(`${folder}/${path}`, 'utf8').split(/^<!-- (pass|fail): (.*) -->$/m)
    return parts.slice(1).flatMap((kind, index): readonly ActCase[] => {
      if (index % 3 !== 0 || (kind !== 'pass' && kind !== 'fail')) return []
      const [about = '', html = ''] = [parts[index + 2], parts[index + 3]]
      const number = String(index / 3 + 1)
      return [
        {
          path: `${criterion}/${rule}-${number}.html`,
          criterion,
          rule,
          kind,
          about,
          html: html.trim(),
        },
      ]
    })
  })
