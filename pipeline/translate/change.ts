import type {PhrasingContent} from 'mdast'
import {parseInline} from '../markdown/inline.ts'
import type {SegmentKind} from '../model/segment.ts'
import {hash} from './hash.ts'

/** How far a source text has changed: not in what it says, in its addresses, its markup, its words. */
export type Change = 'none' | 'url' | 'markup' | 'words'

/** Class a change by hashes of the parsed text: of all of it, without addresses, of words alone. */
export function changeBetween(before: string, now: string, kind: SegmentKind): Change {
  if (before === now) return 'none'
  const [old, fresh] = [fingerprints(before, kind), fingerprints(now, kind)]
  if (old.whole === fresh.whole) return 'none'
  if (old.withoutAddresses === fresh.withoutAddresses) return 'url'
  return old.words === fresh.words ? 'markup' : 'words'
}

/** Parse a unit's text alone: what looks like a reference is taken for one, on both sides. */
export function parseUnit(text: string): readonly PhrasingContent[] {
  return parseInline(
    text,
    [...text.matchAll(/\[([^[\]]+)\]/gu)].map(([, label = '']) => label),
  )
}

interface Fingerprints {
  readonly whole: string
  readonly withoutAddresses: string
  readonly words: string
}

function fingerprints(text: string, kind: SegmentKind): Fingerprints {
  // Alternative texts and titles have no markup.
  const nodes: readonly PhrasingContent[] =
    kind === 'alt' || kind === 'title' ? [{type: 'text', value: text}] : parseUnit(text)
  const written = (view: View) => hash(oneSpace(nodes.map((node) => outline(node, view)).join('')))
  return {
    whole: written({addresses: true, markup: true}),
    withoutAddresses: written({addresses: false, markup: true}),
    words: written({addresses: false, markup: false}),
  }
}

interface View {
  readonly addresses: boolean
  readonly markup: boolean
}

/** A node as text: what a view leaves out cannot make a difference. */
function outline(node: PhrasingContent, view: View): string {
  const inner =
    'children' in node
      ? // An address that is its own text says nothing else.
        !view.addresses && node.type === 'link' && isBare(node)
        ? ''
        : node.children.map((child) => outline(child, view)).join('')
      : 'value' in node && node.type !== 'html'
        ? node.value
        : 'alt' in node
          ? (node.alt ?? '')
          : ''
  const title = 'title' in node ? (node.title ?? '') : ''
  if (node.type === 'text') return inner
  if (node.type === 'break') return view.markup ? '\u0001break\u0002' : ' '
  if (!view.markup) return title === '' ? inner : `${inner} ${title}`
  const own = [
    node.type,
    title,
    node.type === 'html' ? node.value : '',
    view.addresses && 'url' in node ? node.url : '',
    view.addresses && 'identifier' in node ? node.identifier : '',
  ]
  return `\u0001${own.join('\u0003')}\u0003${inner}\u0002`
}

/** Whether a link's text is its address. */
export function isBare({
  url,
  children,
}: {
  readonly url: string
  readonly children: readonly PhrasingContent[]
}): boolean {
  const [only] = children
  return (
    children.length === 1 &&
    only?.type === 'text' &&
    (url === only.value || url === `mailto:${only.value}`)
  )
}

function oneSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
