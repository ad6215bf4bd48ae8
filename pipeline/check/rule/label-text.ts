import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'
import {bareOf, isFiller} from './vague.ts'

const fields = /^(textbox|searchbox|combobox|listbox|spinbutton)$/

/** A label says what its field is for, and tells it from every other field of the page. */
export const labelText: Rule = {
  id: 'rule/label-text',
  criteria: ['2.4.6'],
  act: ['cc0f0a'],
  severity: 'error',
  judge: (page) => [...vague(page), ...lost(page)],
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
