import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'
import {bareOf} from './vague.ts'

const isWrong =
  /error|mistake|invalid|wrong|incorrect|not valid|fail|problem|오류|에러|잘못|올바르지/i

/** Words that say that something is wrong, and neither what nor how to mend it. */
const empty: ReadonlySet<string> = new Set(
  `error errors invalid valid value values input entry entries format field fields wrong incorrect not
  failed failure try again please correct fix check this that these those the your a an is are was were
  one some several all there has have had occurred accepted it some with in on for of and or below above following form
  something anything everything nothing went happened unknown unexpected unable could cannot
  problem problems submission data mistake mistakes contains information oops sorry
  오류 오류가 오류입니다 에러 에러가 에러입니다 확인 확인해 확인하십시오 입력하십시오 하세요 하십시오 주세요 주십시오 바랍니다 해
  실패 실패했습니다 실패하였습니다 문제가 발생하였습니다 잘못 있습니다 잘못된 잘못되었습니다 값 값입니다 값이 입력 입력이 입력입니다 입력값 올바르지 않습니다
  않은 다시 입력하세요 시도하세요 확인하세요 발생했습니다 수정하세요 이 아래`.split(/\s+/),
)
const tells =
  /\b(must|at least|at most|should|required|enter|between|only|use|format|than|characters?|digits?|numbers?|example|provide|choose|select|can ?not|missing)\b|이상|이하|형식|글자|숫자|필수|입력해|선택해|예:/i

/** An error's message says which field is wrong, and how. */
export const errorMessage: Rule = {
  id: 'rule/error-message',
  criteria: ['3.3.1'],
  act: ['36b590'],
  severity: 'error',
  judge(page) {
    const fields = page.nodes.filter(
      ({tag, role, seen}) =>
        seen &&
        (/^(input|select|textarea)$/.test(tag) ||
          /^(textbox|combobox|listbox|spinbutton)$/.test(role)),
    )
    if (fields.length === 0) return []
    const messages = messagesOn(page, fields)
    const seen = messages.filter((one) => one.seen)
    const apart = fields.flatMap((field) => messageBeside(field, page))
    if (messages.some((one) => one.heard && isTelling(page.words(one)))) return apart
    const poor = seen.filter((one) => one.heard && isEmpty(page.words(one)))
    const unheard = seen.filter((one) => !one.heard)
    const silent = fields.filter((one) => isSilent(one, page))
    const coloured = fields.filter(
      (one) => one.wrong && one.attributes['aria-invalid'] !== 'true' && !hasWordsBeside(one, page),
    )
    return [
      ...poor.map((at) => ({at, values: {text: page.words(at)}})),
      ...(silent.length > 0 || poor.length > 0
        ? unheard.map((at) => ({at, variant: 'unheard', values: {}}))
        : []),
      ...(poor.length > 0 ? [] : silent.map((at) => ({at, variant: 'silent', values: {}}))),
      ...(poor.length + silent.length > 0 ? [] : apart),
      ...coloured.map((at) => ({
        at,
        variant: 'coloured',
        criteria: ['1.4.1', '3.3.1'],
        act: [],
        values: {name: at.name ?? ''},
      })),
    ]
  },
}

/** Whether a text stands beside a field that is not its label: it may well say what is wrong. */
function hasWordsBeside(field: Node, page: Page): boolean {
  const others = /^(label|legend|button|input|select|textarea|a|h[1-6])$/
  const [box] = page.above(field)
  const all = (box ? page.children(box) : []).filter(
    ({tag, text}) => tag !== '#text' || text?.trim(),
  )
  const at = all.findIndex(({index}) => index === field.index)
  return [all[at - 1], all[at + 1]].some(
    (one) =>
      one?.seen === true &&
      page.words(one) !== '' &&
      ![one, ...page.inside(one)].some(({tag}) => others.test(tag)),
  )
}

/** A message that begins with “Error”, or is red as the field’s frame, in the box of one field, which does not point to it (technique ARIA21). */
function messageBeside(field: Node, page: Page): readonly Breach[] {
  const {attributes} = field
  const [box] = page.above(field)
  if (!box || /^(form|fieldset|body|main|td)$/.test(box.tag)) return []
  const isField = ({tag}: Node) => /^(input|select|textarea)$/.test(tag)
  const pointed = [attributes['aria-errormessage'], attributes['aria-describedby']].join(' ').trim()
  if (pointed !== '' || page.inside(box).filter(isField).length !== 1) return []
  const message = page
    .children(box)
    .find(
      (one) =>
        one.seen &&
        /^(p|span|div|strong|em|small)$/.test(one.tag) &&
        (/^(error|오류)\s*[:：]/i.test(page.words(one)) || (field.wrong && isRed(one, page))) &&
        ![one, ...page.inside(one)].some(
          ({role, attributes: own}) => role === 'alert' || own['aria-live'] !== undefined,
        ),
    )
  return message
    ? [
        {
          at: field,
          variant: 'apart',
          severity: 'warning',
          criteria: ['1.3.1', '3.3.1'],
          act: [],
          values: {name: field.name ?? ''},
        },
      ]
    : []
}

function isRed(message: Node, page: Page): boolean {
  return (
    page.words(message) !== '' &&
    [message, ...page.inside(message)].some(({look}) => look?.colour === 'red')
  )
}

/** Whether words say that something is wrong, and nothing else. */
export function isEmpty(text: string): boolean {
  const words = bareOf(text).split(' ')
  return isWrong.test(text) && words.every((word) => empty.has(word))
}

function isTelling(text: string): boolean {
  return text !== '' && (tells.test(text) || !isEmpty(text))
}

/** What fields point to, alerts, and what is named or worded as an error beside them. */
function messagesOn(page: Page, fields: readonly Node[]): readonly Node[] {
  const pointed = new Set(
    fields.flatMap(({attributes}) =>
      `${attributes['aria-errormessage'] ?? ''} ${attributes['aria-describedby'] ?? ''}`.split(
        /\s+/,
      ),
    ),
  )
  const forms = new Set(
    fields.flatMap((one) => page.above(one).find(({tag}) => tag === 'form')?.index ?? []),
  )
  const isNear = (node: Node) => page.above(node).some(({index}) => forms.has(index))
  return page.nodes.filter((node) => {
    const {tag, role, attributes} = node
    const id = attributes['id'] ?? ''
    if (role === 'alert' || (id !== '' && pointed.has(id))) return true
    if (!/^(span|p|div|strong|em|output|li|small|b|h[1-6])$/.test(tag)) return false
    if (
      page.inside(node).some((one) => /^(input|select|textarea|label|p|div|ul|li)$/.test(one.tag))
    )
      return false
    if (/error|invalid/i.test(id)) return true
    const own = page
      .inside(node)
      .map(({text = ''}) => text)
      .join(' ')
    return isNear(node) && own.length < 200 && (isWrong.test(own) || tells.test(own))
  })
}

/** A field that says it is wrong, and nothing says why. */
function isSilent({attributes, seen}: Node, page: Page): boolean {
  if (attributes['aria-invalid'] !== 'true' || !seen) return false
  const pointed = [attributes['aria-errormessage'], attributes['aria-describedby']].join(' ').trim()
  return pointed === '' && !page.nodes.some(({role}) => role === 'alert')
}
