import {expect, test} from 'vitest'
import {parsePage} from '../../../pipeline/check/document/parse.ts'
import type {Rendition} from '../../../pipeline/model/rendition.ts'

/** A page whose content is there once: a preview's earlier builds cannot write theirs again. */
function fleeting(path: string): Rendition {
  let asked = 0
  return {
    path,
    mediaType: 'text/html',
    locale: 'en',
    article: undefined,
    page: 'list',
    get content() {
      if (asked++ > 0) throw new Error(`${path} was asked for again`)
      return `<!doctype html><title>${path}</title><p>${'word '.repeat(450_000)}</p>`
    },
  }
}

test('lets go of pages without asking for their content again', () => {
  const pages = ['a', 'b', 'c'].map((name) => fleeting(`${name}.html`))
  const parsed = pages.map((page) => parsePage(page).tree.children.length)
  expect(parsed).toEqual([2, 2, 2])
})
