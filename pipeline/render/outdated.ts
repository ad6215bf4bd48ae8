import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import {element, hasClass, text} from './element.ts'
import {idPrefix} from './sanitize.ts'
import type {Surroundings} from './surroundings.ts'

/** At the end of each block whose original has changed since: a note that says so. */
export function markOutdated(tree: Root, {outdated, outdatedNote, markOf}: Surroundings): void {
  if (outdated.size === 0) return
  visit(tree, 'element', (node) => {
    const {id} = node.properties
    if (typeof id !== 'string' || node.tagName === 'img') return
    if (!id.startsWith(idPrefix) || !outdated.has(id.slice(idPrefix.length))) return
    const note = element('span', {className: ['outdated'], ...markOf('notice.block')}, [
      text(outdatedNote),
    ])
    // A caption is the last that stands in a figure, and what says where an embed leads in that.
    const caption = node.children.find(
      (child): child is Element =>
        child.type === 'element' && (child.tagName === 'figcaption' || hasClass(child, 'leads')),
    )
    const into = caption ?? node
    into.children.push(text(' '), note)
  })
}
