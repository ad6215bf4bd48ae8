import {grouped} from '../../model/grouped.ts'
import {labelsOf, type Node, type Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'
import {bareOf} from './vague.ts'

const parts: readonly ReadonlySet<string>[] = [
  new Set(['day', 'month', 'year']),
  new Set(['dd', 'mm', 'yyyy']),
  new Set(['일', '월', '년']),
  new Set(['일', '월', '연도']),
]

/** Fields of one question (radio buttons, boxes to tick, a date) stand in a group that says it. */
export const groupedFields: Rule = {
  id: 'rule/grouped-fields',
  criteria: ['1.3.1'],
  act: [],
  severity: 'error',
  judge: (page) => [...choices(page), ...dates(page), ...nameless(page)],
}

function choices(page: Page): readonly Breach[] {
  const questions = grouped(page.nodes, (at) => {
    const {name, type = ''} = at.attributes
    if (at.tag !== 'input' || !/^(radio|checkbox)$/i.test(type) || !at.heard || !name)
      return undefined
    const form = page.above(at).find(({tag}) => tag === 'form')
    return JSON.stringify([name, form?.index])
  })
  return [...questions.values()].flatMap((answers) => {
    const [at] = answers
    const isQuestion =
      answers.filter((one) => isDrawn(one, page)).length > 1 &&
      !showParts(answers, page) &&
      !chooseRows(answers, page) &&
      answers.some((one) => hasWordsBefore(one, page))
    return at && isQuestion && !isGrouped(at, page)
      ? [{at, values: {question: at.attributes['name'] ?? ''}}]
      : []
  })
}

/** Seen itself, or by its label: of a switch's states, one is shown at a time. */
function isDrawn(answer: Node, page: Page): boolean {
  return answer.seen || labelsOf(answer, page).some(({seen}) => seen)
}

/** Words or a picture that may ask: where none come before, nothing is seen that a group should say. */
function hasWordsBefore(answer: Node, page: Page): boolean {
  return page.nodes
    .slice(0, answer.index)
    .some(
      (one) =>
        one.heard &&
        (one.tag === '#text' ? one.text?.trim() : one.role === 'img' || one.role === 'image') &&
        !page.above(one).some(({tag}) => /^(label|button|select|a|title)$/.test(tag)),
    )
}

/** Boxes to tick in front of a table's rows, one in each: they choose rows, and the table holds them together. */
function chooseRows(answers: readonly Node[], page: Page): boolean {
  const rows = answers.map((one) =>
    page.above(one).find(({tag, role}) => tag === 'tr' || role === 'row'),
  )
  const isBox = answers.every(({attributes}) => /^checkbox$/i.test(attributes['type'] ?? ''))
  return isBox && !rows.includes(undefined) && new Set(rows).size === answers.length
}

/**
 * Radio buttons that nobody sees, in no form, whose labels begin a box, or the box around that,
 * which goes on with other content: they are drawn as tabs, show a part of the page each, and ask
 * nothing.
 */
function showParts(answers: readonly Node[], page: Page): boolean {
  const [first] = answers
  if (!first || answers.some(({seen}) => seen)) return false
  if (page.above(first).some(({tag}) => tag === 'form')) return false
  const boxes = page
    .above(first)
    .filter((one) => answers.every((answer) => page.above(answer).includes(one)))
  const own = new Set(
    answers
      .flatMap((answer) => labelsOf(answer, page))
      .flatMap((label) => [label, ...page.inside(label)])
      .map(({index}) => index),
  )
  return boxes.slice(0, 2).some((box) => {
    const texts = page.inside(box).filter(({tag, text}) => tag === '#text' && text?.trim())
    return texts.some(({index}) => !own.has(index)) && own.has(texts[0]?.index ?? -1)
  })
}

/** Day, month and year, each a field with nothing but that for a name. */
function dates(page: Page): readonly Breach[] {
  const fields = page.nodes.filter(
    ({tag, heard, name, role}) =>
      heard && name && (tag === 'select' || /^(textbox|spinbutton|combobox)$/.test(role)),
  )
  return fields.flatMap((at, index) => {
    const names = fields.slice(index, index + 3).map(({name = ''}) => bareOf(name))
    const isDate =
      names.length === 3 &&
      parts.some((all) => new Set(names).size === 3 && names.every((name) => all.has(name)))
    return isDate && !isGrouped(at, page) ? [{at, variant: 'date', values: {}}] : []
  })
}

function nameless(page: Page): readonly Breach[] {
  return page.nodes
    .filter(({tag, heard, name}) => tag === 'fieldset' && heard && !name?.trim())
    .filter((at) => fieldsIn(at, page).length > 1 && !isBoxOfGroup(at, page))
    .map((at) => ({at, variant: 'nameless', values: {}}))
}

/** All its fields stand in one group that has a name. */
function isBoxOfGroup(at: Node, page: Page): boolean {
  const fields = fieldsIn(at, page)
  return page
    .inside(at)
    .some(
      (group) =>
        /^(radiogroup|group)$/.test(group.role) &&
        group.name?.trim() &&
        fields.every((field) => page.above(field).includes(group)),
    )
}

function fieldsIn(at: Node, page: Page): readonly Node[] {
  return page.inside(at).filter(({tag, heard}) => heard && /^(input|select|textarea)$/.test(tag))
}

function isGrouped(node: Node, page: Page): boolean {
  return page
    .above(node)
    .some(({tag, role}) => tag === 'fieldset' || /^(radiogroup|group)$/.test(role))
}
