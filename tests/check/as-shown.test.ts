import {expect, test} from 'vitest'
import {asShown} from '../../pipeline/check/as-shown.ts'
import {languageOfParts} from '../../pipeline/check/document/language-of-parts.ts'
import {language} from '../../pipeline/check/document/language.ts'
import type {PageNode, PageTree} from '../../pipeline/model/page-tree.ts'
import {page, site} from './document/fixture.ts'

const quoted = 'We came for one night and stayed for a week, because the wind would not let us go.'
const source = `<html lang="ko"><title>방명록</title><body><h1>손님이 남긴 말</h1>
  <p>지난여름에 온 손님이 방명록에 남긴 글이다.</p><blockquote>${quoted}</blockquote></body></html>`

/** The page after its scripts ran: a quotation in a page, each in a language. */
function shown(whole: string, part: string | undefined): PageTree {
  const plain = {role: '', seen: true, heard: true, focusable: false}
  const nodes: readonly PageNode[] = [
    {...plain, parent: -1, tag: 'html', attributes: {lang: whole}},
    {...plain, parent: 0, tag: 'body', attributes: {}},
    {...plain, parent: 1, tag: 'blockquote', attributes: part === undefined ? {} : {lang: part}},
    {...plain, parent: 2, tag: '#text', attributes: {}, text: quoted},
  ]
  return {nodes} as unknown as PageTree
}

function said(html: string, tree: PageTree | undefined): readonly string[] {
  const {pages} = site([page('a.html', html)])
  const found = [language, languageOfParts].flatMap((check) => check.judge(pages[0]!, site([])))
  return asShown(found, tree).map(({message}) => message.key)
}

test('a part that a script says the language of is not at fault, and one that none does is', () => {
  const key = 'document/language-of-parts'
  expect(said(source, undefined)).toEqual([key])
  expect(said(source, shown('ko', undefined))).toEqual([key])
  expect(said(source, shown('ko', 'ja'))).toEqual([key])
  expect(said(source, shown('ko', 'en'))).toEqual([])
})

test('a page whose language a script corrects is not at fault, if it corrects it', () => {
  const html = source.replace('lang="ko"', 'lang="en"')
  expect(said(html, shown('en', undefined))).toEqual(['document/language/script'])
  expect(said(html, shown('fr', undefined))).toEqual(['document/language/script'])
  expect(said(html, shown('ko', 'en'))).toEqual([])
})
