import type {Finding, FoundOn} from '../model/finding.ts'
import type {JudgedFinding} from '../model/verdict.ts'

/** A finding, as the gate judged it or before. */
type Told = Finding & Partial<JudgedFinding>

/** What says the same of the same thing on several pages: a template's, a style's, a menu's. */
export interface Group<One extends Told> {
  /** The first of them; `pages` holds every page it was found on. */
  readonly finding: One
  readonly members: readonly One[]
}

/**
 * Findings as people are told of them: what is alike in all but its page, and the place on it, is
 * one, with the list of its pages. Machines' reports keep them apart, as the gate does.
 */
export function together<One extends Told>(findings: readonly One[]): readonly Group<One>[] {
  const groups = new Map<string | One, One[]>()
  for (const finding of findings) {
    const key = keyOf(finding) ?? finding
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()].flatMap((members) => {
    const [finding] = members
    if (!finding) return []
    if (new Set(members.map(({place}) => place.file)).size === 1) {
      return members.map((one) => ({finding: one, members: [one]}))
    }
    return [{finding: joined(finding, members), members}]
  })
}

/** What stands in a file that people edit has a line of its own; so has a look that changed for a cause. */
function keyOf(finding: Told): string | undefined {
  const {check, outcome, severity, message, place, excerpt, changes, pages = []} = finding
  const {waived, known, asks, blocks, criteria, engines, expected, actual} = finding
  const isAlone = place.unit !== undefined || changes !== undefined || pages.length > 1
  if (isAlone || /^(articles|locales|templates)\/|^publication\.json$/.test(place.file))
    return undefined
  const {page: _, file: __, approve: ___, ...values} = message.values
  const about = [check, outcome, severity, message.key, values, place.view, place.source, excerpt]
  return JSON.stringify([about, waived, known, asks, blocks, criteria, engines, expected, actual])
}

function joined<One extends Told>(finding: One, members: readonly One[]): One {
  const pages = new Map<string, FoundOn>()
  for (const {place, locale, article, message, pictures = []} of members) {
    const views = String(message.values['views'] ?? place.view ?? '')
    const known = pages.get(place.file)
    if (known) continue
    pages.set(place.file, {
      file: place.file,
      locale,
      article,
      views: views === '' ? [] : views.split(', '),
      pictures,
    })
  }
  const {key, values} = finding.message
  const {selector, ...place} = finding.place
  const isSamePlace = members.every((one) => one.place.selector === selector)
  return {
    ...finding,
    message: {key, values: {...values, count: pages.size}},
    place: isSamePlace && selector !== undefined ? {...place, selector} : place,
    pages: [...pages.values()],
  }
}
