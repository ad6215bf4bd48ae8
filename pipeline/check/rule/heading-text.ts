import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'
import {bareOf, isFiller, isKeyword, isVague} from './vague.ts'

/** What templates have where a heading belongs. A label may well ask for a title, and a guide tell how to add one. */
const template = new RegExp(
  [
    '(section|block|card|slide|panel|content|sub) ?(title|heading|headline)( \\d+)?',
    'click to (add|edit) (a |the |your )?(sub ?)?(title|heading|headline|text)',
    '((add|edit|change) )?your (sub ?)?(title|heading|headline)',
    '((add|edit|change|your) )?(a |the |your )?(sub ?)?(title|heading|headline|text) (goes )?here',
    '(섹션|구역|블록|소) ?제목( \\d+)?',
    '(여기에 )?(소?제목|내용|텍스트)(을|를) (입력|추가)(하세요|하십시오|해 주세요)',
  ]
    .map((one) => `^${one}$`)
    .join('|'),
)

/** What a section may well be about: files to take along, links to others; a name that a reference explains. */
const section =
  /^(welcome|information|info|index|menu|option|value|start|details|article|this page|downloads?|links?|url|website|항목|값|메뉴|이 페이지|다운로드|내려받기|링크|홈페이지)$/

/** A heading says what its section is about. */
export const headingText: Rule = {
  id: 'rule/heading-text',
  criteria: ['2.4.6'],
  act: ['b49b2e'],
  of: /^heading$/,
  severity: 'error',
  judge: (page) => [...wordless(page), ...vagueOnes(page)],
}

/** Something is seen in it, and nothing is heard. */
function wordless(page: Page): readonly Breach[] {
  return page.nodes
    .filter(({role, heard, seen, name}) => role === 'heading' && heard && seen && name === '')
    .filter(
      (at) =>
        page.words(at) === '' && page.inside(at).some(({tag, seen}) => tag !== '#text' && seen),
    )
    .map((at) => ({at, variant: 'empty', criteria: ['1.3.1'], act: ['ffd0e9']}))
}

function vagueOnes(page: Page): readonly Breach[] {
  return (
    page.nodes
      .filter(({role, heard, name}) => role === 'heading' && heard && name)
      .filter((at) => {
        const {name = ''} = at
        const isEmpty = isFiller(name) || isVague(name) || template.test(bareOf(name))
        return isEmpty || isPartAlone(at, page)
      })
      .filter((at) => !section.test(bareOf(at.name ?? '')) || isRepeated(at, page))
      // A reference names what it explains as it is written in code.
      .filter((heading) => !isCode(heading, page) && !isSubject(heading, page))
      .filter(({name = ''}) => !isKeyword(name, page))
      // An index is a part of a book, or of a reference; of a whole page, it is a file's name.
      .filter((at) => levelOf(at) === '1' || bareOf(at.name ?? '') !== 'index')
      .map((at) => ({at, values: {name: at.name ?? ''}}))
  )
}

/** A part that every subject has, three times in one section or more, and nothing says of which. */
function isPartAlone(at: Node, page: Page): boolean {
  const parts =
    /^(overview|introduction|summary|about|description|general|개요|소개|내용|요약|설명)$/
  const said = bareOf(at.name ?? '')
  if (!parts.test(said)) return false
  const alike = page.nodes.filter(
    (one) =>
      one.role === 'heading' &&
      one.heard &&
      one.parent === at.parent &&
      levelOf(one) === levelOf(at),
  )
  return alike.filter(({name = ''}) => bareOf(name) === said).length >= 3 && isRepeated(at, page)
}

/** Whether another of its rank beside it, in the same section, says the same. */
function isRepeated(heading: Node, page: Page): boolean {
  const level = levelOf(heading)
  const all = page.nodes.filter(({role, heard}) => role === 'heading' && heard)
  const at = all.indexOf(heading)
  return [all.slice(at + 1), all.slice(0, at).toReversed()].some((others) => {
    const end = others.findIndex((one) => levelOf(one) < level)
    return others
      .slice(0, end < 0 ? undefined : end)
      .some(
        (one) => levelOf(one) === level && bareOf(one.name ?? '') === bareOf(heading.name ?? ''),
      )
  })
}

/** All its words stand in `code`; what only the eye or the ear gets, as a link to itself, is none of them. */
function isCode(heading: Node, page: Page): boolean {
  const code = page.inside(heading).filter(({tag}) => tag === 'code')
  return code.some((one) => bareOf(page.words(one)) === bareOf(heading.name ?? ''))
}

/** The page's own subject: a part of an interface, which its title names beside other words. */
function isSubject(heading: Node, page: Page): boolean {
  const {name = ''} = heading
  const title = bareOf(page.tree.title)
  const said = bareOf(name)
  const isPart =
    /^(button|field|header|input|label|link|menu|select|text ?box|버튼|입력란?|레이블|메뉴)$/.test(
      said,
    )
  return levelOf(heading) === '1' && isPart && ` ${title} `.includes(` ${said} `) && title !== said
}

function levelOf({attributes, tag}: Node): string {
  return attributes['aria-level'] ?? tag.slice(1)
}
