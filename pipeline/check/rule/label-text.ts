import {labelsOf, type Node, type Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'
import {bareOf, isFiller} from './vague.ts'

const fields = /^(textbox|searchbox|combobox|listbox|spinbutton)$/

/** A label says what its field is for, and tells it from every other field of the page. */
export const labelText: Rule = {
  id: 'rule/label-text',
  criteria: ['2.4.6'],
  act: ['cc0f0a'],
  severity: 'error',
  judge: (page) => [...vague(page), ...lost(page), ...unseen(page)],
}

function vague(page: Page): readonly Breach[] {
  const known = new Map<string, Node>()
  let heading = ''
  return page.nodes.flatMap((at) => {
    const {role, seen, heard, name = ''} = at
    if (role === 'heading' && seen) heading = name
    if (!fields.test(role) || !heard || name === '') return []
    // A box that suggests may be named as the field in it: they are one.
    const isOfBox = ({role: other, name: its = ''}: Node) =>
      fields.test(other) && bareOf(its) === bareOf(name)
    if (page.above(at).some(isOfBox)) return []
    if (role === 'listbox' && isOpenedBy(at, page)) return []
    if (isFiller(name) && !isForm(at) && !isOfPost(at, page) && !isOfPages(at))
      return [{at, values: {name}}]
    const key = [bareOf(name), heading, groupOf(at, page)].join('\n')
    const before = known.get(key)
    known.set(key, before ?? at)
    return before ? [{at, variant: 'same', values: {name}}] : []
  })
}

/** Its label leads to another element of the same id: the browser gives it no name. */
function lost(page: Page): readonly Breach[] {
  return page.nodes
    .filter(({lost: isLost, seen, heard}) => isLost === true && seen && heard)
    .map((at) => ({
      at,
      variant: 'lost',
      criteria: ['1.3.1', '4.1.2'],
      act: ['e086e5'],
      values: {name: at.name ?? '', id: at.attributes['id'] ?? ''},
    }))
}

/**
 * A field to write in whose label is hidden, with no words between what comes before it and after it
 * that could say what it is for, in a form whose other fields have labels to see.
 */
function unseen(page: Page): readonly Breach[] {
  const forms = page.nodes.filter(({tag}) => tag === 'form')
  return forms.flatMap((form) => {
    const all = page.inside(form)
    const written = all.filter(
      ({role, tag, seen}) =>
        seen && /^(textbox|spinbutton)$/.test(role) && /^(input|textarea)$/.test(tag),
    )
    if (!written.some((one) => hasLabel(one, page))) return []
    return written
      .filter((at) => isUnseen(at, form, page))
      .map((at) => ({
        at,
        variant: 'unseen',
        criteria: ['3.3.2'],
        act: [],
        values: {name: hiddenLabelOf(at, page)},
      }))
  })
}

function hasLabel(field: Node, page: Page): boolean {
  return labelsOf(field, page).some((one) => one.seen && page.words(one) !== '')
}

/** The words of its labels, which a browser takes for its name even where nobody is shown or read them. */
function hiddenLabelOf(field: Node, page: Page): string {
  const texts = labelsOf(field, page).flatMap((label) =>
    page.inside(label).map(({text = ''}) => text),
  )
  return texts.join(' ').replace(/\s+/g, ' ').trim()
}

function isUnseen(at: Node, form: Node, page: Page): boolean {
  const {heard, attributes} = at
  const says = ['placeholder', 'title', 'value', 'readonly', 'aria-labelledby', 'aria-describedby']
  const labels = labelsOf(at, page)
  if (!heard || hiddenLabelOf(at, page) === '' || says.some((one) => attributes[one])) return false
  if (labels.length === 0 || labels.some(({seen}) => seen)) return false
  // In a row, in a group, beside another field, what names all of them names it too.
  const groups = /^(fieldset|li|tr|td|th|dd)$/
  const above = page.above(at).filter(({index}) => index > form.index)
  if (above.some(({tag, role}) => groups.test(tag) || /^(group|radiogroup|row|cell)$/.test(role)))
    return false
  const [box] = page.above(at)
  const isStop = ({seen, focusable}: Node) => seen && focusable
  if (box && box !== form && page.inside(box).some((one) => one !== at && isStop(one))) return false
  const around = page.nodes
  const last = around.slice(0, at.index).findLastIndex(isStop)
  const next = around.findIndex((one) => one.index > at.index && isStop(one))
  const between = around.slice(
    last + 1,
    next < 0 ? form.index + page.inside(form).length + 1 : next,
  )
  return !between.some((one) => one !== at && saysSomething(one, page))
}

/** Words, or a sign, that are of no other field or control. */
function saysSomething(one: Node, page: Page): boolean {
  if (!one.seen) return false
  const isSign = /^(img|svg|i|canvas|picture)$/.test(one.tag) || one.styled !== undefined
  if (isSign) return true
  if (one.tag !== '#text' || !one.text?.trim()) return false
  return !page
    .above(one)
    .some(
      ({tag, role, focusable}) =>
        /^(label|legend|fieldset)$/.test(tag) || role === 'group' || focusable,
    )
}

/** What a field of the same name unfolds (`aria-controls`) is a part of it. */
function isOpenedBy({name, attributes}: Node, page: Page): boolean {
  const {id = ''} = attributes
  return page.nodes.some((one) => {
    const opened = `${one.attributes['aria-controls'] ?? ''} ${one.attributes['aria-owns'] ?? ''}`
    return one.role === 'combobox' && one.name === name && opened.split(/\s+/).includes(id)
  })
}

/** Ms or Mr: a title to choose is one of people. */
function isForm({tag, name = '', attributes}: Node): boolean {
  const isOfPeople = tag === 'select' || attributes['autocomplete'] === 'honorific-prefix'
  return isOfPeople && bareOf(name) === 'title'
}

/** What is written has a title, and a box for the text beside it: a field, or a part of the page that is written in. */
function isOfPost(at: Node, page: Page): boolean {
  const form = page.above(at).find(({tag}) => tag === 'form')
  const isBox = ({tag, name = ''}: Node) => tag === 'textarea' && !isFiller(name)
  return (
    /^(title|제목)$/.test(bareOf(at.name ?? '')) &&
    ((form !== undefined && page.inside(form).some(isBox)) ||
      page.nodes.some((one) => isWritten(one)))
  )
}

/** An editor: its text is the page's, and no field's. */
function isWritten({attributes}: Node): boolean {
  return /^(|true|plaintext-only)$/i.test(attributes['contenteditable'] ?? 'false')
}

/** A number of pages is asked for in one field of a row of them. */
function isOfPages({role, name = ''}: Node): boolean {
  return role === 'spinbutton' && /^(page|페이지)$/.test(bareOf(name))
}

/** What stands around a field and names it: fieldsets, groups, the row. */
function groupOf(node: Node, page: Page): string {
  const groups = page
    .above(node)
    .filter(
      ({tag, role}) =>
        /^(fieldset|form|tr|li|section)$/.test(tag) || /^(group|radiogroup|region|row)$/.test(role),
    )
    .map((one) => (one.name ? one.name : /^(tr|li)$/.test(one.tag) ? page.words(one) : ''))
  const form = page.above(node).find(({tag}) => tag === 'form')
  return [...groups, String(form?.index ?? ''), page.described(node, 'aria-describedby')].join('\n')
}
