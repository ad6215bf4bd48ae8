import {labelsOf, type Node, type Page} from './page.ts'
import type {Rule} from './rule.ts'

const cells = /^(cell|gridcell|row|columnheader|rowheader)$/
const groups = /^(group|radiogroup|region|search)$/

/**
 * What to write in a field is told to eyes as well (WCAG's failure F82). Certain of a form with
 * several fields that have names for ears alone, where all that is to be seen beside them are
 * headings, buttons and whole sentences that do not name them.
 */
export const unseenLabel: Rule = {
  id: 'rule/unseen-label',
  criteria: ['3.3.2'],
  act: [],
  of: /^form$/,
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(({tag, seen}) => tag === 'form' && seen)
      .flatMap((form) => {
        const fields = page.inside(form).filter((at) => isForEars(at, page))
        const said = page.inside(form).filter((at) => isSaid(at, page))
        return fields.length >= 2 && !hasSigns(form, page) && said.every(isSentence)
          ? fields
              .filter((at) => !said.some(({text = ''}) => speaksOf(text, at)))
              .map((at) => ({at, values: {name: at.name ?? ''}}))
          : []
      }),
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
