import type {Element, Root, RootContent} from 'hast'
import {visit} from 'unist-util-visit'
import type {Locale} from '../model/locale.ts'
import {decoded} from '../model/decoded.ts'
import {element, hasClass} from './element.ts'

/** One language of a page in two: its finished body, and what language it is. */
export interface Side {
  readonly tree: Root
  readonly locale: Locale
}

/**
 * The bodies of an article and its translation as one, block by block: each block of the article
 * with its translation behind it. The page is in the translation's language, so the article's
 * blocks carry theirs. What both have in common stands once: a heading is one heading in two
 * languages, a picture and code are shown once, and so is a block that is not translated. Ids are
 * the article's, so that links to a paragraph lead to it here too; the translation's are put
 * behind its tag.
 *
 * Both trees come from the same Markdown tree and are built alike; where they are not (a
 * translation lost a footnote), they stand side by side as wholes.
 */
export function parallelBody(source: Side, target: Side): Root {
  const [first, second] = [blocksOf(source.tree), blocksOf(target.tree)]
  renameIds(second, `${target.locale.tag}-`)
  if (first.length !== second.length) {
    return {type: 'root', children: [row(side(first, source.locale), side(second, undefined))]}
  }
  const children = first.map((block, index) => together(block, second[index], source.locale))
  const tree: Root = {type: 'root', children}
  leadToWhatIsThere(tree, `${target.locale.tag}-`)
  return tree
}

/** What is not translated stands once, with the article's ids: the translation's links lead there. */
function leadToWhatIsThere(tree: Root, prefix: string): void {
  const ids = new Set<unknown>()
  visit(tree, 'element', ({properties}) => void ids.add(properties['id']))
  visit(tree, 'element', ({properties}) => {
    const {href} = properties
    if (typeof href !== 'string' || !href.startsWith(`#${prefix}`)) return
    const own = decoded(href.slice(1))
    const other = own.slice(prefix.length)
    if (!ids.has(own) && ids.has(other)) properties['href'] = `#${encodeURIComponent(other)}`
  })
}

function together(block: Element, other: Element | undefined, locale: Locale): Element {
  if (other === undefined || alone.has(block.tagName)) return alike(block, locale)
  if (hasClass(block, 'embed') && hasClass(other, 'embed')) return embeds(block, other, locale)
  // A picture's description may be translated where its caption is not.
  if (other.tagName === 'figure' && other.properties['lang'] === locale.tag) return other
  // A block in the article's language on the translation's side is the article's own.
  if (other.properties['lang'] === locale.tag) return alike(block, locale)
  if (/^h[1-6]$/.test(block.tagName) && other.tagName === block.tagName) {
    return heading(block, other, locale)
  }
  if (block.tagName === 'figure' && other.tagName === 'figure') return figure(block, other, locale)
  return row(side([block], locale), side([other], undefined))
}

/** Blocks without words. */
const alone = new Set(['hr', 'pre'])

function alike(block: Element, locale: Locale): Element {
  if (block.tagName !== 'hr') Object.assign(block.properties, languageOf(locale))
  return block
}

/** One heading in the outline, in two languages. */
function heading(block: Element, other: Element, locale: Locale): Element {
  const {id, ...more} = block.properties
  return element(block.tagName, {...more, id, className: ['pair']}, [
    element('span', languageOf(locale), block.children),
    {type: 'text', value: ' '},
    // One that is not translated yet says which language it is in.
    element('span', {lang: other.properties['lang'], dir: other.properties['dir']}, other.children),
  ])
}

/** The picture once, described in the page's language, over its captions in both. */
function figure(block: Element, other: Element, locale: Locale): Element {
  const [captions, theirs] = [block, other].map(({children}) =>
    children.filter((child): child is Element => isElement(child, 'figcaption')),
  )
  const caption = captions?.[0]
  const own = theirs?.[0]
  if (caption === undefined || own?.properties['lang'] === locale.tag || own === undefined) {
    return other
  }
  const both = element('figcaption', {className: ['pair']}, [
    element('span', languageOf(locale), caption.children),
    {type: 'text', value: ' '},
    element('span', {}, own.children),
  ])
  return {...other, children: other.children.map((child) => (child === own ? both : child))}
}

/** Both titles where there are two. */
function embeds(block: Element, other: Element, locale: Locale): Element {
  const [link] = other.children
  const isTranslated = link?.type === 'element' && link.properties['lang'] !== locale.tag
  return isTranslated ? row(side([block], locale), side([other], undefined)) : alike(block, locale)
}

function row(first: Element, second: Element): Element {
  return element('div', {className: ['pair']}, [first, second])
}

function side(children: Element[], locale: Locale | undefined): Element {
  return element('div', {className: ['side'], ...(locale && languageOf(locale))}, children)
}

function languageOf({tag, direction}: Locale): Element['properties'] {
  return {lang: tag, dir: direction}
}

/** The blocks of a body, without the ways to the same sections elsewhere. */
function blocksOf(tree: Root): Element[] {
  return structuredClone(tree).children.flatMap((node): Element[] => {
    if (node.type !== 'element') return isBlank(node) ? [] : [element('p', {}, [textOf(node)])]
    if (!hasClass(node, 'section-head')) return [node]
    return node.children.filter(
      (child): child is Element => child.type === 'element' && child.tagName !== 'p',
    )
  })
}

function isBlank(node: RootContent): boolean {
  return node.type !== 'text' || node.value.trim() === ''
}

function textOf(node: RootContent): {type: 'text'; value: string} {
  return {type: 'text', value: node.type === 'text' ? node.value : ''}
}

function isElement(node: RootContent, tagName: string): boolean {
  return node.type === 'element' && node.tagName === tagName
}

/** Properties that name an element by its id. */
const naming = ['ariaDescribedBy', 'ariaLabelledBy', 'headers', 'htmlFor']

function renameIds(blocks: readonly Element[], prefix: string): void {
  const renamed = (value: string) =>
    value
      .split(' ')
      .map((id) => prefix + id)
      .join(' ')
  for (const block of blocks) {
    visit(block, 'element', ({properties}) => {
      const {id, href} = properties
      if (typeof id === 'string') properties['id'] = prefix + id
      if (typeof href === 'string' && href.startsWith('#')) {
        properties['href'] = `#${encodeURIComponent(prefix)}${href.slice(1)}`
      }
      for (const name of naming) {
        const value = properties[name]
        if (typeof value === 'string') properties[name] = renamed(value)
        else if (Array.isArray(value)) properties[name] = value.map((one) => renamed(String(one)))
      }
    })
  }
}
