import type {Node} from './page.ts'
import type {Rule} from './rule.ts'

/** Space comes from a style sheet: an empty paragraph is one more thing that is read out. */
export const emptyParagraph: Rule = {
  id: 'rule/empty-paragraph',
  criteria: [],
  act: [],
  of: /^p$/,
  severity: 'warning',
  judge: (page) =>
    page.nodes
      .filter(
        (at) =>
          at.tag === 'p' &&
          at.heard &&
          !isLive(at) &&
          page
            .inside(at)
            .every(
              ({tag, text}) =>
                (tag === '#text' && !text?.replace(/[\s\u00a0]/g, '')) || tag === 'br',
            ),
      )
      .map((at) => ({at})),
}

/** It has to be there before the message that it will have read out. */
function isLive({role, attributes}: Node): boolean {
  return /^(status|alert|log|timer)$/.test(role) || attributes['aria-live'] !== undefined
}
