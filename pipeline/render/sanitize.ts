import type {Element, Root} from 'hast'
import {sanitize, type Schema} from 'hast-util-sanitize'
import {toHtml} from 'hast-util-to-html'
import {visit} from 'unist-util-visit'
import {textContent} from './escape-html.ts'
import type {SafeHtml} from './view.ts'

/**
 * Put before every id of the content, so that none can stand in for one of the page's own.
 * The same in all editions, since a link to a place must work in each of them.
 */
export const idPrefix = 'text-'

const phrasing = words(`
  abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub
  sup time u var wbr`)
const blocks = words(`
  blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section
  summary table tbody td tfoot th thead tr ul`)

const inlineSchema: Schema = {
  tagNames: phrasing,
  attributes: {
    '*': ['lang', 'dir', 'title'],
    time: ['dateTime'],
    del: ['dateTime'],
    ins: ['dateTime'],
  },
  ancestors: {},
  clobber: ['id', 'name', 'ariaDescribedBy', 'ariaLabelledBy'],
  clobberPrefix: idPrefix,
  protocols: {href: ['http', 'https', 'mailto', 'tel']},
  required: {},
  // Their text is not for readers either.
  strip: words('iframe math noscript object script select style svg template textarea title'),
  allowComments: false,
  allowDoctypes: false,
}

const linkedSchema: Schema = {
  ...inlineSchema,
  tagNames: [...phrasing, 'a'],
  attributes: {...inlineSchema.attributes, a: ['href', 'hrefLang']},
}

const bodySchema: Schema = {
  ...linkedSchema,
  tagNames: [...phrasing, ...blocks, 'a', 'img', 'input'],
  attributes: {
    ...inlineSchema.attributes,
    '*': ['lang', 'dir', 'title', 'id'],
    a: [
      'href',
      'hrefLang',
      'ariaDescribedBy',
      'ariaLabel',
      'dataFootnoteRef',
      'dataFootnoteBackref',
    ],
    code: [['className', /^language-[\w+#.-]+$/]],
    details: ['open'],
    img: ['src', 'alt'],
    input: [['type', 'checkbox'], 'checked'],
    ol: ['start', 'reversed', 'type'],
    section: ['dataFootnotes'],
    td: ['align', 'colSpan', 'rowSpan', 'headers'],
    th: ['align', 'colSpan', 'rowSpan', 'headers', 'scope', 'abbr'],
  },
  ancestors: {
    li: ['ol', 'ul'],
    ...Object.fromEntries(
      ['caption', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'].map((name) => [name, ['table']]),
    ),
  },
  required: {input: {type: 'checkbox', disabled: true}},
}

/** What a tree may hold: words alone, words with links, or a whole article's blocks. */
export type Allowance = 'inline' | 'linked' | 'body'

const schemas: Readonly<Record<Allowance, Schema>> = {
  inline: inlineSchema,
  linked: linkedSchema,
  body: bodySchema,
}

/**
 * Leave nothing in a tree that could act or dress up: no script, style, handler, form, frame,
 * class, foreign address. It is the last step that content goes through; only transforms of our
 * own may follow. Links keep http, https, mailto, tel and addresses inside the site.
 */
export function clean(tree: Root, allowance: Allowance): Root {
  const result = sanitize(tree, schemas[allowance])
  const root: Root =
    result.type === 'root'
      ? result
      : {type: 'root', children: result.type === 'doctype' ? [] : [result]}
  visit(root, 'element', ({properties}) => {
    if (leavesSite(properties['href'])) delete properties['href']
  })
  return root
}

/**
 * What `clean` would take from an article's element, wherever it stands: its tag alone, all that is
 * in it too, or these of its attributes, as `hast` names them.
 */
export function lossOf(
  element: Element,
):
  | {readonly what: 'element' | 'content'}
  | {readonly what: 'attributes'; readonly names: readonly string[]} {
  if (bodySchema.strip?.includes(element.tagName)) return {what: 'content'}
  if (!bodySchema.tagNames?.includes(element.tagName)) return {what: 'element'}
  const alone = sanitize({...element, children: []}, {...bodySchema, ancestors: {}})
  const kept = alone.type === 'element' ? alone.properties : {}
  return {
    what: 'attributes',
    names: Object.keys(element.properties).filter((name) => !Object.hasOwn(kept, name)),
  }
}

/** Whether a link of this address is left with it. */
export function keepsAddress(href: string): boolean {
  const loss = lossOf({type: 'element', tagName: 'a', properties: {href}, children: []})
  return loss.what === 'attributes' && loss.names.length === 0 && !leavesSite(href)
}

/** An address of another host without a scheme: to a browser a backslash is a slash, and a tab nothing. */
function leavesSite(href: unknown): boolean {
  return typeof href === 'string' && /^[/\\]{2}/.test(href.replace(/^[\0- ]+|[\t\n\r]/g, ''))
}

/** Write a tree that `clean` returned (and our own transforms finished) as HTML for `<Prose>`. */
export function safeHtml(cleaned: Root): SafeHtml {
  return toHtml(cleaned, {characterReferences: {useNamedReferences: false}}) as SafeHtml
}

/** Text that is no markup, as HTML for `<Prose>`. */
export function plainHtml(text: string): SafeHtml {
  return textContent(text) as SafeHtml
}

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
