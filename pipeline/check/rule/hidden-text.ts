import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf} from './vague.ts'

/** Letters of text that is more than a decoration: a sentence or two. */
const least = 60

/** Text that is seen is not kept from screen readers, unless it is told elsewhere. */
export const hiddenText: Rule = {
  id: 'rule/hidden-text',
  criteria: ['1.3.1'],
  act: [],
  severity: 'error',
  judge(page) {
    // What is open over a page may hide it meanwhile.
    if (page.nodes.some(isOver)) return []
    const told = new Set(
      page.nodes.flatMap(({heard, text, name}) =>
        heard ? wordsOf(`${text ?? ''} ${name ?? ''}`) : [],
      ),
    )
    return page.nodes
      .filter(({attributes, seen}) => attributes['aria-hidden'] === 'true' && seen)
      .filter((at) => !page.above(at).some(({attributes}) => attributes['aria-hidden'] === 'true'))
      .filter((at) => !isSlide(at, page))
      .flatMap((at) => {
        const text = proseIn(at, page)
        const words = wordsOf(text)
        const lost = words.filter((word) => !told.has(word))
        const isLost = text.length >= least && lost.length * 2 > words.length
        return isLost ? [{at, values: {text: `${text.slice(0, 80).trim()}…`}}] : []
      })
  },
}

function isOver({tag, role, attributes, seen, heard}: Node): boolean {
  return (
    (seen || heard) &&
    (tag === 'dialog' || /^(dialog|alertdialog)$/.test(role) || attributes['aria-modal'] === 'true')
  )
}

/** One of several that take turns: a part of the next slide shows beside the one that is told. */
function isSlide(at: Node, page: Page): boolean {
  const [box] = page.above(at)
  const isTold = ({attributes}: Node) => attributes['aria-hidden'] === 'false'
  return (
    (box !== undefined && page.children(box).some(isTold)) ||
    [at, ...page.above(at)].some(({attributes}) => attributes['aria-roledescription'])
  )
}

/** What stands in paragraphs, items and headings: no code, no drawing. */
function proseIn(at: Node, page: Page): string {
  return [at, ...page.inside(at)]
    .filter(({tag, seen}) => seen && /^(p|li|dd|h[1-6])$/.test(tag))
    .filter((one) => !page.above(one).some(({tag}) => /^(pre|code|svg|p|li|dd)$/.test(tag)))
    .flatMap((one) => page.inside(one).flatMap(({text}) => text ?? []))
    .join(' ')
    .replace(/\s+/g, ' ')
}

function wordsOf(text: string): readonly string[] {
  return bareOf(text)
    .split(' ')
    .filter((word) => word.length > 2)
}
