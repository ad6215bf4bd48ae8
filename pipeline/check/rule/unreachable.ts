import {isChosenSign} from './chosen-sign.ts'
import {isTabStop, labelsOf, type Node, type Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

const groups =
  /^(menu|menubar|tablist|radiogroup|toolbar|tree|treegrid|grid|listbox|combobox|slider|spinbutton|tabpanel)$/
const members = /^(tab|menuitem|menuitemradio|menuitemcheckbox|option|radio|treeitem|gridcell|row)$/

/** Tab comes to every link and button: `tabindex="-1"` takes one away from those without a pointer. */
export const unreachable: Rule = {
  id: 'rule/unreachable',
  criteria: ['2.1.1'],
  act: [],
  severity: 'error',
  // A frame may be out of the order with all that is in it.
  ofPage: true,
  judge: (page) =>
    page.nodes
      .filter(({attributes, seen, heard, role}) => {
        const isOut = attributes['tabindex']?.trim().startsWith('-') === true
        return isOut && seen && heard && /^(link|button|textbox|checkbox|searchbox)$/.test(role)
      })
      .filter(
        ({attributes}) =>
          attributes['disabled'] === undefined && attributes['aria-disabled'] !== 'true',
      )
      // In a group, the arrow keys come to what Tab leaves out; what a card shows twice is one link.
      .filter((at) => !members.test(at.role) && !page.above(at).some(({role}) => groups.test(role)))
      .filter((at) => !isElsewhere(at, page) && !isByKeys(at, page) && !isOneOfGroup(at, page))
      .filter((at) => !isWrittenOn(at, page))
      .map((at): Breach => ({
        at,
        values: {name: at.name ?? ''},
        ...(isChosenSign(at, page) && {doubtful: true, severity: 'warning'}),
      }))
      .concat(unseen(page)),
}

/** Fields that are not drawn at all, and no key comes to the label that is drawn instead. */
function unseen(page: Page): readonly Breach[] {
  return page.nodes
    .filter(({tag, attributes, seen, heard, focusable}) => {
      const isField = tag === 'input' && /^(file|checkbox|radio)$/i.test(attributes['type'] ?? '')
      return isField && !(seen || heard || focusable || 'disabled' in attributes)
    })
    .flatMap((field) => {
      const label = labelsOf(field, page).find(({seen}) => seen)
      const [box] = label ? page.above(label) : []
      const around = label
        ? [...page.inside(label), ...page.above(label), ...(box ? page.inside(box) : [])]
        : []
      const isHandled = around.some(
        (one) =>
          isTabStop(one) && !/^(main|body)$/.test(one.tag) && one.attributes['type'] !== 'submit',
      )
      return label && !isHandled
        ? [{at: label, variant: 'field', values: {name: page.words(label)}}]
        : []
    })
}

function isElsewhere(at: Node, page: Page): boolean {
  const {href} = at.attributes
  return page.nodes.some(
    (one) =>
      one.index !== at.index &&
      one.focusable &&
      !one.attributes['tabindex']?.startsWith('-') &&
      ((href !== undefined && one.attributes['href'] === href) ||
        (one.role === at.role && one.name === at.name) ||
        isSecondHandle(at, one) ||
        isOpener(at, one, page)),
  )
}

/** Two in one box that say whether the same thing is open: the arrow of a row that opens itself. */
function isSecondHandle(at: Node, one: Node): boolean {
  const state = at.attributes['aria-expanded']
  return (
    state !== undefined && one.parent === at.parent && one.attributes['aria-expanded'] === state
  )
}

/** The arrow beside a box that suggests: in the box, the arrow keys open the same list. */
function isOpener(at: Node, one: Node, page: Page): boolean {
  const isSuggesting = one.role === 'combobox' && one.tag === 'input'
  const list = at.attributes['aria-controls']
  const [box, around] = page.above(at)
  // A box of its own holds nothing else: beside words, a button is for those.
  const held = box && page.children(box).filter(({tag, text}) => tag !== '#text' || text?.trim())
  const boxes = [box, ...(held?.length === 1 ? [around] : [])]
  return (
    at.role === 'button' &&
    isSuggesting &&
    (boxes.some((holder) => holder?.index === one.parent) ||
      (list !== undefined && one.attributes['aria-controls'] === list))
  )
}

/** What keys do in the field that a button shares a box with: a number is typed, a text deleted, a list opened. */
function isByKeys(at: Node, page: Page): boolean {
  const name = at.name ?? ''
  const box = page
    .above(at)
    .slice(0, 3)
    .find((one) => page.inside(one).some(isTyped))
  const [field, other] = box ? page.inside(box).filter(isTyped) : []
  if (at.role !== 'button' || !field || other || !isTabStop(field)) return false
  const {type, inputmode = ''} = field.attributes
  const isNumber =
    type === 'number' || field.role === 'spinbutton' || /^(numeric|decimal)$/.test(inputmode)
  return (
    (isNumber && steps.test(name)) ||
    (field.tag !== 'select' && empties.test(name)) ||
    (field.role === 'combobox' && /^(open|close|열기|닫기)$/i.test(name))
  )
}

const steps = /increase|decrease|increment|decrement|\bstep|증가|감소|늘리|줄이|^[-+−–]$/i
const empties = /^clear\b|^empty\b|지우기$|비우기$/i

function isTyped({tag, attributes}: Node): boolean {
  return (
    (tag === 'input' &&
      !/^(hidden|checkbox|radio|file|range|button|submit|reset|image)$/i.test(
        attributes['type'] ?? '',
      )) ||
    /^(textarea|select)$/.test(tag)
  )
}

/** Buttons of which Tab comes to one: `browser/keyboard` presses the arrow keys there. */
function isOneOfGroup(at: Node, page: Page): boolean {
  const group = page.above(at).find(({role}) => /^(group|table)$/.test(role))
  const buttonsIn = (box: Node) =>
    page.inside(box).filter(({role, seen}) => role === 'button' && seen)
  const isMoved = (box: Node) => buttonsIn(box).filter(isTabStop).length === 1
  // The dots of a carousel, the stars of a rating, the days of a month stand in no group that is named.
  const row = page
    .above(at)
    .slice(0, 5)
    .find((box) => buttonsIn(box).length > 2)
  return at.role === 'button' && [group, row].some((box) => box !== undefined && isMoved(box))
}

/** One of some boxes for a letter of a code each (“digit 2 of 6”): what is written in the first goes on in the next. */
function isWrittenOn(at: Node, page: Page): boolean {
  const isOfCode = ({tag, attributes, name = ''}: Node) =>
    tag === 'input' &&
    (attributes['maxlength'] === '1' ||
      attributes['autocomplete'] === 'one-time-code' ||
      /\d\s*(of|\/|중)\s*\d/.test(name))
  const [box] = page.above(at)
  const row = box ? page.children(box).filter(isOfCode) : []
  return isOfCode(at) && row.length > 1 && row.some(isTabStop)
}
