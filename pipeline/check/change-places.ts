import type {Finding, Place} from '../model/finding.ts'
import type {Change} from '../model/layout.ts'

/** Changes of one finding that are led back to where they are written. */
const MOST = 12

/**
 * Does to what changed on a page what `lead` does to findings: each change says where its element
 * is written, and the finding where the first that caused it is.
 *
 * @param lead gives as many findings as it is given, in their order
 */
export function withChangePlaces(
  findings: readonly Finding[],
  lead: (findings: readonly Finding[]) => readonly Finding[],
): readonly Finding[] {
  const led = lead(findings.flatMap((finding) => [finding, ...elementsOf(finding)]))
  let at = 0
  return findings.map((finding) => {
    const own = led[at++] ?? finding
    const {changes} = finding
    if (changes === undefined) return own
    const placed = changes.map((change, index): Change => {
      if (!isAsked(change, index)) return change
      const {source, near, behind} = led[at++]?.place ?? {}
      return {
        ...change,
        place: {...(source && {source}), ...(near && {near}), ...(behind && {behind})},
      }
    })
    const source = own.place.source ?? placed.find(isCause)?.place?.source
    return {...own, changes: placed, place: {...own.place, ...(source && {source})}}
  })
}

/** What moved is written where it was. */
function isCause({kind}: Change): boolean {
  return kind !== 'moved'
}

function isAsked(change: Change, index: number): boolean {
  return isCause(change) && change.selector !== undefined && index < MOST
}

function elementsOf({changes = [], place, ...rest}: Finding): readonly Finding[] {
  const {file, view} = place
  return changes.filter(isAsked).map(({selector, place: known}) => {
    const found: Place = {file, ...(view && {view}), ...(selector && {selector}), ...known}
    return {...rest, place: found}
  })
}
