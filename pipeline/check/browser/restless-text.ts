import type {PageTree} from '../../model/page-tree.ts'
import type {ReadNodes} from './read-nodes.ts'

declare global {
  /** Texts that change again and again while nobody does anything. */
  var galleyRestless: (read: ReadNodes) => Promise<PageTree['restless']>
}

/** Runs in the page, by itself: a tool for others. */
export function restlessText(): null {
  globalThis.galleyRestless = restless
  const shown = 'shown: '
  return null

  async function restless({indexes, nodes}: ReadNodes): Promise<readonly number[]> {
    const timed = [...document.scripts]
      .map(({text}) => text)
      .filter((text) => /setInterval|setTimeout/.test(text))
    if (timed.length === 0) return []
    const changes = new Map<Element, {readonly texts: Set<string>; last: number}>()
    const observer = new MutationObserver((records) => {
      for (const {target} of records) {
        const element = target instanceof Element ? target : target.parentElement
        if (!element || !indexes.has(element)) continue
        const {texts} = changes.get(element) ?? {texts: new Set<string>()}
        texts.add(`${isShown(element) ? shown : ''}${placeOf(element)}${element.textContent}`)
        changes.set(element, {texts, last: performance.now()})
      }
    })
    observer.observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['style', 'class', 'hidden'],
    })
    // Two changes are seen within two and a half of the shortest beats that a script names.
    const beats = [...timed.join('\n').matchAll(/[,(]\s*(\d{2,5})\s*\)/g)].map(([, beat]) =>
      Number(beat),
    )
    const patience = Math.min(8_000, Math.max(1_500, 2.5 * Math.min(...beats, 3_000)))
    const start = performance.now()
    await restlessSince(0, start + patience)
    // What may end by itself has five seconds to do so.
    const mayEnd = timed.some((text) => /clear(Interval|Timeout)|setTimeout/.test(text))
    const since = mayEnd && restlessNow(0).length > 0 ? start + 5_000 : 0
    if (since > 0) await restlessSince(since, since + patience)
    observer.disconnect()
    return restlessNow(since).flatMap((element) => {
      const index = indexes.get(element)
      const isSeen = nodes[index ?? -1]?.seen === true || comesAndGoes(element)
      return index !== undefined && isSeen ? [index] : []
    })

    function isShown(element: Element): boolean {
      return element.checkVisibility({visibilityProperty: true, opacityProperty: true})
    }

    /** Where a script has put it, by its style: what slides on changes as well. */
    function placeOf(element: Element): string {
      if (!(element instanceof HTMLElement)) return ''
      const {transform, left, top, marginLeft, marginTop} = element.style
      return [transform, left, top, marginLeft, marginTop].join(' ')
    }

    function comesAndGoes(element: Element): boolean {
      const texts = [...(changes.get(element)?.texts ?? [])]
      return new Set(texts.map((text) => text.startsWith(shown))).size > 1
    }

    function restlessNow(least: number): readonly Element[] {
      return [...changes].flatMap(([element, {texts, last}]) =>
        texts.size > 1 && last >= least ? [element] : [],
      )
    }

    async function restlessSince(least: number, end: number): Promise<void> {
      while (performance.now() < end && restlessNow(least).length === 0)
        await new Promise((done) => setTimeout(done, 200))
    }
  }
}
