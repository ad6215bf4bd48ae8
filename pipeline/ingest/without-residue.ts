import type {Block} from './block.ts'
import type {Note} from './ingest-finding.ts'
import {isRule} from './markers.ts'
import {opensLinks, residue} from './residue.ts'

/** The blocks that belong to the article or may belong to it; what is dropped is said. */
export function withoutResidue(blocks: readonly Block[], note: Note): readonly Block[] {
  let linksFrom = Number.POSITIVE_INFINITY
  return blocks.flatMap((block, index) => {
    const {text} = block
    const kind = residue(text) ?? (isUselessRule(blocks, index) ? 'dropped' : undefined)
    if (kind === 'suspected' && opensLinks(text)) linksFrom = index
    if (kind === undefined) {
      // Below "Related stories" a line without an end is the headline of another article.
      if (index > linksFrom && text.length <= 140 && !/[.!?。]["”’)]*$/.test(text)) {
        note('ingest/residue', 'link', 'warning', block, {text})
        return [{...block, suspected: true}]
      }
      linksFrom = Number.POSITIVE_INFINITY
      return [block]
    }
    note('ingest/residue', kind, kind === 'dropped' ? 'notice' : 'warning', block, {text})
    return kind === 'suspected' ? [{...block, suspected: true}] : []
  })
}

/** A line drawn under the headline, or before the first or after the last words. */
function isUselessRule(blocks: readonly Block[], index: number): boolean {
  const {text} = blocks[index] ?? {text: ''}
  return isRule(text) && (/^[=~#]/.test(text) || index < 2 || index === blocks.length - 1)
}
