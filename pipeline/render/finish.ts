import type {Root} from 'hast'
import {SKIP, visit} from 'unist-util-visit'
import {decoded} from '../model/decoded.ts'
import {element, text} from './element.ts'
import {frameEmbeds} from './embeds.ts'
import {markOutdated} from './outdated.ts'
import {setHeadingLevels} from './heading-levels.ts'
import {idPrefix} from './sanitize.ts'
import {linkSections} from './section-links.ts'
import type {Surroundings} from './surroundings.ts'
import {languageMark} from '../model/direction.ts'
import {nameTables} from './tables.ts'

/** Our own, trusted transforms of a cleaned body: each finishes one thing, in place. */
export function finish(tree: Root, around: Surroundings): Root {
  mendReferences(tree)
  placeImages(tree, around)
  makeFigures(tree)
  frameEmbeds(tree, around)
  setHeadingLevels(tree)
  nameTables(tree, around)
  showTasks(tree, around)
  linkSections(tree, around)
  markOutdated(tree, around)
  nameWaysBack(tree, around)
  return tree
}

/** Cleaning has prefixed the ids; what points at them must follow. */
function mendReferences(tree: Root): void {
  const ids = new Set<string>()
  visit(tree, 'element', ({properties}) => {
    if (typeof properties['id'] !== 'string') return
    properties['id'] = decoded(properties['id'])
    ids.add(properties['id'])
  })
  visit(tree, 'element', ({properties}) => {
    const {href} = properties
    if (typeof href !== 'string') return
    if (!href.startsWith('#')) return
    const target = idPrefix + decoded(href.slice(1))
    if (ids.has(target)) properties['href'] = `#${encodeURIComponent(target)}`
  })
}

function placeImages(tree: Root, around: Surroundings): void {
  let placed = 0
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'img' || index === undefined || parent === undefined) return
    const {src, alt} = node.properties
    const image = typeof src === 'string' ? around.image(src) : undefined
    if (image === undefined) {
      parent.children.splice(index, 1, text(typeof alt === 'string' ? alt : ''))
      return [SKIP, index + 1]
    }
    const {width, height, href, sources, sizes} = image
    Object.assign(node.properties, {src: href, alt: alt ?? '', decoding: 'async'})
    if (width !== undefined && height !== undefined) Object.assign(node.properties, {width, height})
    // The first is what many readers see first; the others come when they are near.
    if (placed++ > 0) node.properties['loading'] = 'lazy'
    if (sources.length === 0) return
    const choices = sources.map(({type, srcset}) =>
      element('source', {type, srcSet: srcset, sizes}, []),
    )
    parent.children.splice(index, 1, element('picture', {}, [...choices, node]))
    return [SKIP, index + 1]
  })
}

/** An image that is a paragraph of its own is a figure; its title, if any, the caption. */
function makeFigures(tree: Root): void {
  visit(tree, 'element', (node) => {
    const content = node.children.filter((child) => child.type !== 'text' || child.value.trim())
    const [alone] = content
    if (node.tagName !== 'p' || content.length !== 1 || alone?.type !== 'element') return
    const image = alone.tagName === 'picture' ? alone.children.at(-1) : alone
    if (image?.type !== 'element' || image.tagName !== 'img') return
    const {title} = image.properties
    delete image.properties['title']
    node.tagName = 'figure'
    node.children = [alone]
    if (typeof title === 'string' && title !== '') {
      node.children.push(element('figcaption', {}, [text(title)]))
    }
  })
}

/** The notes' heading and the way back from one are the site's words; the note may be in another language. */
function nameWaysBack(tree: Root, around: Surroundings): void {
  visit(tree, 'element', (node, _, parent) => {
    const {properties} = node
    if (properties['id'] === `${idPrefix}footnote-label`)
      Object.assign(properties, around.markOf('footnotes.label'))
    if (properties['dataFootnoteBackref'] === undefined || parent?.type !== 'element') return
    const {lang = around.locale} = around.markOf('footnotes.back')
    const outer = parent.properties['lang']
    Object.assign(properties, languageMark(lang, typeof outer === 'string' ? outer : around.locale))
  })
}

function showTasks(tree: Root, around: Surroundings): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'input') return
    const done = node.properties['checked'] === true
    node.tagName = 'span'
    node.properties = {
      className: done ? ['task', 'is-done'] : ['task'],
      ...around.markOf(done ? 'task.done' : 'task.open'),
      role: 'img',
      ariaLabel: done ? around.taskDone : around.taskOpen,
    }
  })
}
