import type {Finding, FoundOn} from '../model/finding.ts'
import type {JudgedFinding} from '../model/verdict.ts'

/** A finding, as the gate judged it or before. */
type Told = Finding & Partial<JudgedFinding>

/** What says the same of the same thing on several pages, or of several things of one make. */
export interface Group<One extends Told> {
  /** The first of them; where there are several pages, `pages` holds every one. */
  readonly finding: One
  readonly members: readonly One[]
  /** How many elements beside those that are counted by their pages. */
  readonly alike: number
}

/**
 * Findings as people are told of them: what is alike in all but its page, and the place on it, is
 * one, with the list of its pages; so is what one check says of elements of one make. Machines'
 * reports keep them apart, as the gate does.
 */
export function together<One extends Told>(findings: readonly One[]): readonly Group<One>[] {
  const same = grouped(once(findings), (finding) => keyOf(finding))
    .flatMap((members) => (pagesOf(members) === 1 ? members.map((one) => [one]) : [members]))
    .map((members) => ({first: members[0], members}))
  return grouped(same, ({first}) => first && makeOf(first)).flatMap((groups) => {
    const members = groups.flatMap((group) => group.members)
    const [finding] = members
    if (!finding) return []
    const alike = isSilence(finding)
      ? 0
      : members.reduce((sum, one) => sum + moreLike(one), members.length) - pagesOf(members)
    if (members.length === 1) return [{finding, members, alike}]
    return [{finding: joined(finding, members), members, alike}]
  })
}

/** What stands in the article itself is wrong in each of its editions, and told once. */
function once<One extends Told>(findings: readonly One[]): readonly One[] {
  const seen = new Set<string>()
  return findings.filter(({check, outcome, severity, message, place, waived, known, blocks}) => {
    if (!place.file.startsWith('articles/')) return true
    const key = JSON.stringify([check, outcome, severity, message, place, waived, known, blocks])
    return !seen.has(key) && seen.add(key)
  })
}

/** In the order of their first; what has no key stays by itself. */
function grouped<Thing>(
  things: readonly Thing[],
  keyOfOne: (thing: Thing) => string | undefined,
): readonly (readonly Thing[])[] {
  const groups = new Map<string | Thing, Thing[]>()
  for (const thing of things) {
    const key = keyOfOne(thing) ?? thing
    const group = groups.get(key)
    if (group) group.push(thing)
    else groups.set(key, [thing])
  }
  return [...groups.values()]
}

function pagesOf(members: readonly Told[]): number {
  return new Set(members.map(({place}) => place.file)).size
}

/** What keeps one check from running on a page keeps many: told once, with their number. */
function isSilence({message}: Told): boolean {
  return message.key === 'check/could-not-run'
}

/** What a check itself counted without naming each. */
function moreLike({message}: Told): number {
  return Number(message.values['alike'] ?? 0)
}

/** What stands in a file that people edit has a line of its own; so has a look that changed for a cause. */
function isAlone({place, changes, pages = []}: Told): boolean {
  const isEdited = /^(articles|locales|templates)\/|^publication\.json$/.test(place.file)
  return place.unit !== undefined || changes !== undefined || pages.length > 1 || isEdited
}

function keyOf(finding: Told): string | undefined {
  const {check, outcome, severity, message, place, excerpt} = finding
  const {waived, known, cause, asks, blocks, criteria, engines, expected, actual} = finding
  if (isAlone(finding)) return undefined
  const {page: _, file: __, approve: ___, ...values} = message.values
  // One line of a template is one cause, whatever words each page has there.
  const isTemplate = place.source?.file.startsWith('templates/') === true
  const words = isTemplate ? [] : [values, excerpt]
  const about = [check, outcome, severity, message.key, place.view, place.source, words]
  const judged = [waived, known, cause, asks, blocks]
  return JSON.stringify([about, judged, criteria, engines, expected, actual])
}

/** What a browser shows of one tag, one class and one place in its surroundings, has one cause. */
function makeOf(finding: Told): string | undefined {
  const {check, outcome, severity, message, place, excerpt = ''} = finding
  const {waived, known, cause, asks, blocks, criteria, declared} = finding
  if (isSilence(finding))
    return JSON.stringify([place.file, message.values['reason'], asks, blocks])
  const isOfBrowser = /^(axe|htmlcs|alfa|accesslint|ibm|rule|browser)\//.test(check)
  if (isAlone(finding) || !isOfBrowser || (outcome === 'cantTell' && place.selector === undefined))
    return undefined
  const judged = [waived, known, cause, asks, blocks, criteria]
  // What one line of a style sheet does is done by it wherever it holds.
  if (declared !== undefined)
    return JSON.stringify([check, outcome, severity, message.key, declared, judged])
  const colours = coloursOf(finding)
  if (colours !== undefined)
    return JSON.stringify([check, outcome, severity, message.key, colours, judged])
  const [, classes = ''] = /^<[^>]*?\sclass="([^"]*)"/.exec(excerpt) ?? []
  const surroundings = (place.selector ?? '')
    .replaceAll(/:nth-child\(\d+\)/g, '')
    .split(' > ')
    .map((step) => (step.startsWith('#') ? '#' : step))
    .slice(-2)
  const about = [check, outcome, severity, message.key, place.source, classes, surroundings]
  return JSON.stringify([about, judged])
}

/** The pair of colours that is too near, where a check names it or what it measures of it: one value to mend. */
function coloursOf({
  check,
  message: {values},
  expected,
  actual,
}: Told): readonly unknown[] | undefined {
  switch (check) {
    case 'axe/color-contrast':
      return values['ink'] === undefined
        ? undefined
        : [values['ink'], values['ground'], values['least']]
    case 'browser/state-contrast':
    case 'browser/control-contrast':
      return actual === undefined ? undefined : [expected, actual]
    default:
      return undefined
  }
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
  const own = members.filter((one) => one.place.file === place.file)
  const isSamePlace = members.every((one) => one.place.selector === selector)
  const isNamed = selector !== undefined && (isSamePlace || own.length > 1)
  const checks = new Set(members.map(({check}) => check)).size
  const isOfSeveral = isSilence(finding) && checks > 1
  const shown = members.find(({pictures}) => pictures !== undefined)
  return {
    ...finding,
    message: isOfSeveral
      ? {key: `${key}/several`, values: {...values, count: checks}}
      : {key, values: {count: pages.size, ...values}},
    place: isNamed ? {...place, selector} : place,
    ...(pages.size > 1 && {pages: [...pages.values()]}),
    // The first may be what no picture can be taken of, in a frame or without an element.
    ...(shown !== undefined && {pictures: shown.pictures}),
  }
}
