import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'
import {bareOf} from './vague.ts'

/**
 * Words belong into the page: those of a style sheet cannot be copied, searched or translated (WCAG's
 * failure F87). Where they are the name of a control, browsers tell everybody of them: that is advice.
 */
export const styledWords: Rule = {
  id: 'rule/styled-words',
  criteria: ['1.3.1'],
  act: [],
  severity: 'error',
  judge: (page) => [...written(page), ...struckOut(page)],
}

function written(page: Page): readonly Breach[] {
  return page.nodes
    .filter(
      ({seen, styled = ''}) =>
        seen && /\p{L}{2}[\s\p{P}]+\p{L}{2}/u.test(styled) && !/^[\s\p{Co}]*$/u.test(styled),
    )
    .filter((at) => !isHeader(at, page))
    .map((at) => ({
      at,
      ...(isName(at, page) && {severity: 'warning' as const}),
      values: {text: at.styled ?? ''},
    }))
}

/** A name is made of what style sheets put before and after it, too (accname 1.2, 2F). */
function isName(at: Node, page: Page): boolean {
  return [at, ...page.above(at)].some(
    ({tag, role}) =>
      tag === 'label' ||
      /^(button|link|tab|menuitem|checkbox|radio|switch|option|treeitem)$/.test(role),
  )
}

/** A former price, which but for the line through it reads like the one of today. */
function struckOut(page: Page): readonly Breach[] {
  const price = /\p{Sc}\s?\d|\d\s?(\p{Sc}|원|pounds?|dollars?|euros?)/u
  const told =
    /\b(was|were|before|instead|old|original|regular|list|rrp|former|reduced)\b|정가|원래|기존|이전|할인/i
  return page.nodes
    .filter(({look, heard}) => look?.struck && heard)
    .filter((at) => {
      const around = page
        .above(at)
        .slice(0, 2)
        .map((one) => page.words(one))
      const name = at.attributes['aria-label'] ?? at.attributes['title'] ?? ''
      const [beside = ''] = around
      return (
        price.test(page.words(at)) &&
        price.test(beside.replace(page.words(at), '')) &&
        !told.test([...around, name].join(' '))
      )
    })
    .map((at) => ({at, variant: 'struck', severity: 'warning', values: {text: page.words(at)}}))
}

/** A table that is laid out as a list shows a cell's header at the cell, and has it as a header too. */
function isHeader(at: Node, page: Page): boolean {
  const table = page.above(at).find(({tag}) => tag === 'table')
  const said = bareOf(at.styled ?? '')
  return (
    table !== undefined &&
    page.inside(table).some((one) => one.tag === 'th' && bareOf(page.words(one)) === said)
  )
}
