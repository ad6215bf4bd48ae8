import {labelsOf, type Node, type Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

const cells = /^(cell|gridcell|row|columnheader|rowheader)$/
const groups = /^(group|radiogroup|region|search)$/

/** What to write in a field is told to eyes as well (WCAG's failure F82). */
export const unseenLabel: Rule = {
  id: 'rule/unseen-label',
  criteria: ['3.3.2'],
  act: [],
  of: /^form$/,
  severity: 'error',
  judge: (page) => [...forEars(page), ...amongLabels(page)],
}

/**
 * A form with several fields that have names for ears alone, where all that is to be seen beside them
 * are headings, buttons and whole sentences that do not name them.
 */
function forEars(page: Page): readonly Breach[] {
  return page.nodes
    .filter(({tag, seen}) => tag === 'form' && seen)
    .flatMap((form) => {
      const fields = page.inside(form).filter((at) => isForEars(at, page))
      const said = page.inside(form).filter((at) => isSaid(at, page))
      return fields.length >= 2 && !hasSigns(form, page) && said.every(isSentence)
        ? fields
            .filter((at) => !said.some(({text = ''}) => speaksOf(text, at)))
            .map((at) => ({at, values: {name: at.name ?? ''}}))
        : []
    })
}

/** An empty field for words, with a name that no eye sees, and in nothing that could name it. */
function isForEars(at: Node, page: Page): boolean {
  const {role, seen, heard, name = '', attributes} = at
  const shown = ['aria-labelledby', 'placeholder', 'value', 'maxlength', 'list', 'aria-describedby']
  return (
    /^(textbox|spinbutton)$/.test(role) &&
    seen &&
    heard &&
    name.trim() !== '' &&
    !shown.some((key) => attributes[key]) &&
    !labelsOf(at, page).some((label) => label.seen) &&
    !/^(date|time|datetime-local|month|week|color|range)$/.test(attributes['type'] ?? '') &&
    !page
      .above(at)
      .some(
        (one) =>
          cells.test(one.role) || (groups.test(one.role) && Boolean(one.name)) || one.tag === 'li',
      )
  )
}

/** Words to be seen in the form that are no button's and no heading's. */
function isSaid(at: Node, page: Page): boolean {
  return (
    at.tag === '#text' &&
    at.seen &&
    Boolean(at.text?.trim()) &&
    !page
      .above(at)
      .some(({tag, role}) => /^(button|link|heading)$/.test(role) || /^(option|legend)$/.test(tag))
  )
}

function isSentence({text = ''}: Node): boolean {
  const words = text.trim()
  return /[.!?。]$/.test(words) && words.split(/\s+/).length >= 4
}

function speaksOf(text: string, {name = ''}: Node): boolean {
  const said = text.toLowerCase()
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 1 && said.includes(word))
}

/** Pictures and words of a style sheet may say it. */
function hasSigns(form: Node, page: Page): boolean {
  return page
    .inside(form)
    .some(
      ({tag, styled, seen}) =>
        seen && (styled !== undefined || /^(img|svg|i|canvas|object|picture|table)$/.test(tag)),
    )
}

/**
 * A field to write in whose label is hidden, with no words between what comes before it and after it
 * that could say what it is for, in a form whose other fields have labels to see.
 */
function amongLabels(page: Page): readonly Breach[] {
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
        variant: 'hidden',
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
  const rows = /^(fieldset|li|tr|td|th|dd)$/
  const above = page.above(at).filter(({index}) => index > form.index)
  if (above.some(({tag, role}) => rows.test(tag) || /^(group|radiogroup|row|cell)$/.test(role)))
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
