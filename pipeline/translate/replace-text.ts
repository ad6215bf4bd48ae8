import {setAttribute} from './jsx.ts'
import {languageMark, type LanguageMark} from '../model/direction.ts'
import type {Emphasis, ListItem, Nodes, Paragraph, PhrasingContent, Root} from 'mdast'

/** What becomes of one segment's place in the tree. */
export interface Replacement {
  /** The `id` of the block. */
  readonly id: string
  /** That of the edition. */
  readonly locale: string
  /** What marks the text where it is not in the edition's language. */
  readonly mark: LanguageMark
  /** The new text; `undefined` leaves what is there. */
  readonly text: string | undefined
  readonly parse: (inlineMarkdown: string) => readonly PhrasingContent[]
}

/** Put a text in the place that a segment's path names (`body/children/3/children/0`), in this very tree. */
export function replaceText(body: Root, path: string, replacement: Replacement): void {
  const {id, mark: language, text, parse} = replacement
  const isForeign = language.lang !== undefined
  const {parent, node, attribute} = placeOf(body, path)
  if (node === undefined) return
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
    return setAttribute(node, Number(attribute.replace('attribute-', '')), text)
  if (attribute === 'alt' || attribute === 'title') {
    if (attribute === 'alt' && 'alt' in node) {
      node.alt = text ?? node.alt ?? null
      mark(node, {id, ...language})
    } else if (attribute === 'title' && 'title' in node) {
      node.title = text ?? node.title ?? null
      if (isForeign && parent?.type === 'paragraph') markFigure(parent, node, replacement)
    }
    return
  }
  if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return
  if (text !== undefined) node.children = [...parse(text)]
  const item = parent?.type === 'listItem' && parent.children[0] === node ? parent : undefined
  mark(item ?? node, {id})
  if (!isForeign) return
  // A tight list's items lose their paragraphs on the page, and an item's `lang` would spread to
  // the items inside it.
  if (parent?.type === 'listItem') node.children = [span(node.children, language)]
  else mark(node, language)
}

/** The node that a path names, and its parent; behind the nodes' places an attribute may be named. */
function placeOf(
  body: Root,
  path: string,
): {
  readonly parent: Nodes | undefined
  readonly node: Nodes | undefined
  readonly attribute: string
} {
  let parent: Nodes | undefined
  let node: Nodes | undefined = body
  let at = 'body'.length
  while (path.startsWith(step, at)) {
    const next = path.indexOf('/', at + step.length)
    const end = next < 0 ? path.length : next
    parent = node
    node =
      node !== undefined && 'children' in node
        ? node.children[Number(path.slice(at + step.length, end))]
        : undefined
    at = end
  }
  return {parent, node, attribute: path.slice(at + 1)}
}

const step = '/children/'

/** An image's title is its figure's caption on the page, and may be in another language than its alt. */
function markFigure(figure: Paragraph, image: Nodes, {mark: language, locale}: Replacement): void {
  if (figure.children.some((child) => child !== image && child.type !== 'text')) return
  if (figure.children.some((child) => child.type === 'text' && child.value.trim() !== '')) return
  mark(figure, language)
  if (image.data?.hProperties?.['lang'] !== undefined) return
  mark(image, languageMark(locale, language.lang ?? locale))
}

function mark(node: Nodes | ListItem, properties: LanguageMark & {readonly id?: string}): void {
  node.data = {...node.data, hProperties: {...node.data?.hProperties, ...properties}}
}

function span(children: readonly PhrasingContent[], language: LanguageMark): Emphasis {
  return {
    type: 'emphasis',
    children: [...children],
    data: {hName: 'span', hProperties: {...language}},
  }
}
