import type {PageTree} from '../../model/page-tree.ts'
import type {ReadNodes} from './read-nodes.ts'

declare global {
  /** Declarations in a style attribute that a reader's own style sheet cannot change. */
  var galleySpaced: (read: ReadNodes) => PageTree['spaced']
}

/** Runs in the page, by itself: a tool for others. */
export function fixedSpacing(): null {
  globalThis.galleySpaced = spaced
  return null

  function spaced(read: ReadNodes): PageTree['spaced'] {
    const properties = ['letter-spacing', 'word-spacing', 'line-height'] as const
    return [...document.querySelectorAll<HTMLElement>('[style*="important" i]')].flatMap(
      (element) => {
        const node = read.indexes.get(element)
        if (node === undefined) return []
        return properties.flatMap((property) => {
          if (!(element.style instanceof CSSStyleDeclaration)) return []
          if (element.style.getPropertyPriority(property) !== 'important') return []
          const ratios = wordsOf(element, read).flatMap((text) => {
            const parent = text.parentElement
            if (!parent || !takes(parent, element, property)) return []
            if (property === 'line-height' && !isWrapped(text)) return []
            const style = getComputedStyle(parent)
            const value = style.getPropertyValue(property)
            const size = parseFloat(style.fontSize)
            if (value === 'normal') return [property === 'line-height' ? 1.2 : 0]
            return [parseFloat(value) / size]
          })
          return ratios.length > 0 ? [{node, property, least: Math.min(...ratios)}] : []
        })
      },
    )
  }

  /** Whether nothing between the two declares the property again. */
  function takes(from: Element, to: Element, property: string): boolean {
    for (let at: Element | null = from; at && at !== to; at = at.parentElement) {
      // A form's own `style` is its field of that name.
      const own = at instanceof HTMLElement ? at.style : undefined
      const declared = own instanceof CSSStyleDeclaration ? own.getPropertyValue(property) : ''
      if (declared !== '' && declared !== 'inherit' && declared !== 'unset') return false
      const [here, above] = [at, at.parentElement].map((one) => one && getComputedStyle(one))
      const isSame = here?.getPropertyValue(property) === above?.getPropertyValue(property)
      if (!isSame && here?.fontSize === above?.fontSize) return false
    }
    return true
  }

  function wordsOf(element: Element, {indexes, nodes}: ReadNodes): readonly Text[] {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    for (let at = walker.nextNode(); at; at = walker.nextNode()) {
      const index = at.parentElement ? indexes.get(at.parentElement) : undefined
      if (at instanceof Text && at.data.trim() && nodes[index ?? -1]?.seen) found.push(at)
    }
    return found
  }

  /** Whether a text runs over several lines. */
  function isWrapped(text: Text): boolean {
    const range = document.createRange()
    range.selectNodeContents(text)
    return new Set([...range.getClientRects()].map(({top}) => Math.round(top))).size > 1
  }
}
