import type {Element, Root} from 'hast'
import {SKIP, visit} from 'unist-util-visit'
import {element, text} from './element.ts'
import type {Surroundings} from './surroundings.ts'
import {idPrefix} from './sanitize.ts'

/** Beside the heading of a section: the same section in another language than it stands in here. */
export function linkSections(tree: Root, around: Surroundings): void {
  visit(tree, 'element', (node, index, parent) => {
    const {id, lang} = node.properties
    if (node.tagName !== 'h2' || typeof id !== 'string') return
    if (index === undefined || parent === undefined) return
    const links = around.elsewhere(id.slice(idPrefix.length), lang)
    if (links.length === 0) return
    const list = links.map(({href, tag, direction, before, visible, after}) =>
      element('a', {href, hrefLang: tag, lang: tag, dir: direction}, [
        ...unseen(before),
        text(visible),
        ...unseen(after),
      ]),
    )
    const aside = element('p', {className: ['elsewhere']}, list)
    parent.children.splice(index, 1, element('div', {className: ['section-head']}, [node, aside]))
    return [SKIP, index + 1]
  })
}

/** Words that are read out and not seen. */
function unseen(words: string): Element[] {
  return words === '' ? [] : [element('span', {className: ['unseen']}, [text(words)])]
}
