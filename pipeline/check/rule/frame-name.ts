import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'
import {bareOf, isFiller} from './vague.ts'

/** A frame for scripts alone, as it is called where nothing is seen of it. */
const blank =
  /^(empty|blank|hidden|no content|빈 ?프레임|빈 ?아이프레임|내용 ?없음|빈 ?창)( i?frame| page)?$/

/** Frames of one name show one thing; a frame's name says what it shows. */
export const frameName: Rule = {
  id: 'rule/frame-name',
  criteria: ['4.1.2'],
  act: ['4b1c6c'],
  of: /^iframe$/,
  severity: 'error',
  judge(page) {
    const frames = page.nodes.filter(({tag, heard, name}) => tag === 'iframe' && heard && name)
    return frames.flatMap((at, index): readonly Breach[] => {
      const name = at.name ?? ''
      const before = frames.slice(0, index).find((one) => bareOf(one.name ?? '') === bareOf(name))
      if (before && contentOf(before, page) !== contentOf(at, page))
        return [{at, variant: 'same', values: {name}}]
      if (/^(iframe|frame|프레임)$/i.test(name.trim())) return [{at, values: {name}}]
      if (blank.test(bareOf(name)) && at.shows?.words) return [{at, values: {name}}]
      return isFiller(name) ? [{at, severity: 'warning', values: {name}}] : []
    })
  },
}

/** By its words, where they can be read: two addresses may show one thing. */
function contentOf({attributes, shows}: Node, page: Page): string {
  if (shows && shows.words !== '') return shows.words
  const src = attributes['src'] ?? ''
  const url = URL.canParse(src, page.tree.url) ? new URL(src, page.tree.url).href : src
  return attributes['srcdoc'] ?? url
}
