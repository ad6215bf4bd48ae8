import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import {embedAt, type Embed} from '../markdown/embed.ts'
import {element, text} from './element.ts'
import type {Surroundings} from './surroundings.ts'

/**
 * A paragraph that is nothing but a link to a video, a post, a sound or a map stands for it: a frame
 * with its title, or a picture of ours, that leads there. Nothing is loaded from elsewhere, before
 * the reader asks or after.
 */
export function frameEmbeds(tree: Root, around: Surroundings): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'p') return
    const content = node.children.filter((child) => child.type !== 'text' || child.value.trim())
    const [alone] = content
    if (content.length !== 1 || alone === undefined) return
    const address =
      alone.type === 'text'
        ? alone.value.trim()
        : alone.type === 'element' && alone.tagName === 'a'
          ? String(alone.properties['href'])
          : ''
    const embed = embedAt(address)
    if (embed !== undefined)
      frame(node, alone.type === 'element' ? alone : undefined, embed, around)
  })
}

function frame(node: Element, link: Element | undefined, embed: Embed, around: Surroundings): void {
  const {kind, source, url} = embed
  const about = around.embedName(kind, source)
  const isBare = link === undefined || link.children.every(isAddress)
  const {lang, dir} = node.properties
  delete node.properties['lang']
  delete node.properties['dir']
  node.tagName = 'div'
  node.properties['className'] = ['embed', `is-${kind}`]
  node.children = [
    element(
      'a',
      {href: url, ...(isBare ? around.markOf(`embed.${kind}`) : {lang, dir})},
      isBare ? [text(about)] : link.children,
    ),
    element('p', {className: ['leads'], ...around.markOf('embed.leads')}, [
      text(
        isBare
          ? around.embedNote(new URL(url).hostname)
          : `${about}. ${around.embedNote(new URL(url).hostname)}`,
      ),
    ]),
  ]
}

function isAddress(child: Element['children'][number]): boolean {
  return child.type === 'text' && embedAt(child.value.trim()) !== undefined
}
