import type {PageTree} from '../../model/page-tree.ts'
import type {ReadNodes} from './read-nodes.ts'

declare global {
  /** Elements that style sheets turn by a right angle between portrait and landscape. */
  var galleyTurned: (read: ReadNodes) => PageTree['turned']
}

/** Runs in the page, by itself: a tool for others. */
export function turnedParts(): null {
  globalThis.galleyTurned = turned
  return null

  function turned({indexes}: ReadNodes): PageTree['turned'] {
    type Angles = {portrait?: number; landscape?: number}
    const angles = new Map<Element, Angles>()
    const look = (rules: CSSRuleList, orientation: '' | keyof Angles) => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule) {
          if (/^print\b/.test(rule.conditionText)) continue
          const [, own] = /orientation:\s*(portrait|landscape)/.exec(rule.conditionText) ?? []
          look(rule.cssRules, own === 'portrait' || own === 'landscape' ? own : orientation)
        } else if (rule instanceof CSSStyleRule) {
          const {transform, rotate} = rule.style
          if ((!transform && !rotate) || rule.style.display === 'none') continue
          const angle = angleOf(transform || `rotate(${rotate})`)
          for (const element of document.querySelectorAll(rule.selectorText)) {
            const before = angles.get(element)
            const both = {portrait: angle, landscape: angle}
            angles.set(element, {...before, ...(orientation ? {[orientation]: angle} : both)})
          }
        }
      }
    }
    for (const sheet of document.styleSheets) {
      try {
        look(sheet.cssRules, '')
      } catch {
        // A sheet of another site does not show its rules.
      }
    }
    return [...angles].flatMap(([element, {portrait = 0, landscape = 0}]) => {
      const node = indexes.get(element)
      const between = (((portrait - landscape) % 180) + 180) % 180
      if (node === undefined || Math.abs(between - 90) > 2) return []
      const orientation = Math.abs(portrait % 180) > 2 ? 'portrait' : 'landscape'
      return [{node, orientation}]
    })
  }

  function angleOf(transform: string): number {
    try {
      const {a, b} = new DOMMatrix(transform)
      return (Math.atan2(b, a) * 180) / Math.PI
    } catch {
      return 0
    }
  }
}
