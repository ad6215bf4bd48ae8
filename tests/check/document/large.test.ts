import {expect, test} from 'vitest'
import {auditChecks} from '../../../pipeline/check/audit-checks.ts'
import {parseSite} from '../../../pipeline/check/document/parse.ts'
import {forgetful} from '../../../pipeline/model/memory.ts'

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><title>${title}</title><body><main><h1>Pears</h1>${body}</main>`

const many = 20_000
const large = [
  ['words without end', page('Long '.repeat(40_000), 'Long '.repeat(40_000))],
  ['notes that are never closed', page('Pears', '[^'.repeat(many))],
  ['emphasis that is never closed', page('Pears', '**a '.repeat(many))],
  ['links that are never closed', page('Pears', '![a](b '.repeat(many))],
  ['one id for everything', page('Pears', '<input id="a">'.repeat(3000))],
] as const

// Nothing can stop a check of a document from outside: what is slow here holds up all pages.
test.each(large)('every check of a document comes to an end soon: %s', (_, content) => {
  const type = 'text/html; charset=utf-8'
  const about = {locale: undefined, article: undefined, page: 'audited' as const}
  const file = {path: 'a.html', mediaType: type, content, ...about}
  const site = parseSite([file], {url: 'http://localhost/', locales: []}, forgetful, {isPart: true})
  const slow = auditChecks.document.filter((check) => {
    const begun = performance.now()
    for (const one of site.pages) check.judge(one, site)
    return performance.now() - begun > 8000
  })
  expect(slow.map(({id}) => id)).toEqual([])
})
