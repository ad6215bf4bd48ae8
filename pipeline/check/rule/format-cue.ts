import {labelsOf, type Node, type Page} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf} from './vague.ts'

/** Formats that everybody knows, that their name says, or that are copied from what one holds. */
const known =
  /e-?mail|phone|mobile|tel\b|fax|post ?code|zip|url|web ?site|address|time|year|month|day|price|amount|age|quantity|name|password|user|search|\bcard\b|\bcv[cv]\b|iban|one-time|verification|security code|\botp\b|코드 ?번호|카드|인증 ?번호|연락처|핸드폰|이메일|메일|전화|휴대|팩스|우편|주소|시간|연도|금액|나이|수량|이름|성명|비밀번호|아이디|검색/i
const told =
  /\d|\b(letters?|digits?|figures?|numbers only|characters?|format|such as|e\.g\.|for example|like|without|no spaces|capital|upper ?case|lower ?case)\b|예:|예\)|예시|자리|형식|글자|숫자|영문|없이|처럼/i

/** A field that takes one form alone says which, before it refuses another. */
export const formatCue: Rule = {
  id: 'rule/format-cue',
  criteria: ['3.3.2'],
  act: [],
  of: /^(textbox|searchbox)$/,
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(({tag, seen, heard, attributes}) => {
        const pattern = attributes['pattern'] ?? ''
        return tag === 'input' && seen && heard && isNarrow(pattern)
      })
      .filter((at) => !known.test(at.name ?? '') && !told.test(saidOf(at, page)))
      .filter((at) => !isToldElsewhere(at, page))
      .map((at) => ({at, values: {name: at.name ?? ''}})),
}

/** Marks or letters in places of their own, a number of them: not "some letters" or "some digits". */
function isNarrow(pattern: string): boolean {
  const parts = pattern.match(/\[[^\]]+\]|\\[dw]/g) ?? []
  return parts.length > 0 && /\{\d+\}/.test(pattern) && !pattern.includes('|')
}

/** A passage of the page names the field, and tells. */
function isToldElsewhere({name = ''}: Node, page: Page): boolean {
  const field = bareOf(name)
  return page.nodes.some((at) => {
    if (!/^(p|li|dd|small|legend)$/.test(at.tag) || !at.heard) return false
    const [own, words] = [page.words(at), bareOf(page.words(at))]
    return field !== '' && words !== field && words.includes(field) && told.test(own)
  })
}

/** The field's name and description, its placeholder and its title, and what stands in its box. */
function saidOf(at: Node, page: Page): string {
  const {name = '', attributes} = at
  const boxes = [page.above(at)[0], ...labelsOf(at, page)]
  const around = boxes.flatMap((one) =>
    one && !/^(form|fieldset|body|main)$/.test(one.tag) ? [page.words(one)] : [],
  )
  const siblings = page.children(page.above(at)[0] ?? at)
  const index = siblings.findIndex((one) => one.index === at.index)
  const beside = siblings
    .slice(Math.max(0, index - 2), index + 3)
    .filter(({tag}) => /^(#text|label|span|small|em|i|output)$/.test(tag))
    .map((one) => page.words(one))
  return [
    name,
    attributes['placeholder'] ?? '',
    attributes['title'] ?? '',
    page.described(at, 'aria-describedby'),
    ...around,
    ...beside,
  ].join(' ')
}
