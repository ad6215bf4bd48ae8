import {grouped} from '../../model/grouped.ts'
import {labelsOf, type Node, type Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

/** In English and Korean, and in the languages that most of the other pages are in. */
const cue =
  /[*＊]|required|mandatory|must|optional|필수|선택|bligat|facultati|requis|requerid|richiest|opcional|opzional|pflicht|erforderlich|verplicht|optioneel|必須|必填|任意|选填/i

/** A field that must be filled in looks so before it is left empty. */
export const requiredCue: Rule = {
  id: 'rule/required-cue',
  criteria: ['3.3.2'],
  act: [],
  severity: 'warning',
  judge: (page) => [...unexplained(page), ...unmarked(page)],
}

function unmarked(page: Page): readonly Breach[] {
  const required = page.nodes.filter(
    (at) =>
      isField(at) && at.attributes['type'] !== 'radio' && isRequired(at) && !isSearched(at, page),
  )
  const forms = grouped(required, (at) => page.above(at).find(isForm) ?? page.root)
  return [...forms]
    .filter(([form]) => !cue.test(page.words(form)) && !showsCue(form, page))
    .flatMap(([, fields]) => fields.filter(({name = ''}) => !cue.test(name)))
    .map((at) => ({at, values: {name: at.name ?? ''}}))
}

/** The one field of a search: that nothing is found for nothing is no news. */
function isSearched(field: Node, page: Page): boolean {
  const form = page.above(field).find((one) => isForm(one) || one.role === 'search')
  const isAlone = form !== undefined && page.inside(form).filter(isField).length === 1
  const names = `${form?.attributes['name'] ?? ''} ${field.attributes['type'] ?? ''} ${field.name ?? ''}`
  return isAlone && (form.role === 'search' || /search|검색|찾기/i.test(names))
}

/** A star for eyes alone, or one that a style sheet puts there: ears are told by the field itself. */
function showsCue(form: Node, page: Page): boolean {
  return page
    .inside(form)
    .some(({seen, text = '', styled = ''}) => seen && cue.test(`${text} ${styled}`))
}

/**
 * Some of a form's fields bear a star and others none, no word of the page says what it means, and no
 * field says that it must be filled in.
 */
function unexplained(page: Page): readonly Breach[] {
  const found = page.nodes.filter(isForm).flatMap((form): readonly Breach[] => {
    const others = /^(radio|checkbox|submit|button|hidden|image|reset)$/
    const fields = page
      .inside(form)
      .filter((one) => isField(one) && !others.test(one.attributes['type'] ?? ''))
    const says = fields.some(
      (one) => isRequired(one) || 'title' in one.attributes || 'placeholder' in one.attributes,
    )
    const marked = fields.filter((field) => isStarred(field, page))
    const [at] = marked
    return at && !says && marked.length < fields.length
      ? [{at, variant: 'unexplained', severity: 'error', values: {name: at.name ?? ''}}]
      : []
  })
  const words = found.length > 0 && page.root ? page.words(page.root) : ''
  return found.length === 0 || meaning.test(words) || isFootnote(page) ? [] : found
}

function isForm({tag, role}: Node): boolean {
  return tag === 'form' || role === 'form'
}

function isField({tag, seen}: Node): boolean {
  return seen && /^(input|select|textarea)$/.test(tag)
}

function isRequired({attributes}: Node): boolean {
  return attributes['required'] !== undefined || attributes['aria-required'] === 'true'
}

const meaning =
  /required|mandatory|must|compulsory|asterisk|starred|need to be|optional|필수|반드시|꼭|별표|선택|bligat|requis|requerid|pflicht|erforderlich|verplicht|brigat|wymagan|povinn|zorunlu|pakolli|обязательн|bắt buộc|必須|必填/i

/** A star with words after it: what it means, whatever that is. */
function isFootnote(page: Page): boolean {
  return page.nodes.some(
    (at) =>
      /^(p|li|small|div|span|dd|legend)$/.test(at.tag) &&
      at.seen &&
      /^[*＊]\s*[=:]?\s*\p{L}{2,}/u.test(textIn(at, page)),
  )
}

/** A star in its label, or beside it. */
function isStarred(field: Node, page: Page): boolean {
  return labelsOf(field, page).some((label) => {
    const siblings = page.children(page.above(label)[0] ?? label)
    const next = siblings
      .slice(siblings.findIndex(({index}) => index === label.index) + 1)
      .find(({tag, text}) => tag !== '#text' || text?.trim())
    return [label, ...(next ? [next] : [])].some((one) => /^[^*＊]*[*＊]$/.test(textIn(one, page)))
  })
}

/** What is seen of it, whoever hears it. */
function textIn(node: Node, page: Page): string {
  return [node, ...page.inside(node)]
    .map(({text, seen}) => (seen ? (text ?? '') : ''))
    .join('')
    .trim()
}
