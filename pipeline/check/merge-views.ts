import {toldRatio} from '../model/told-ratio.ts'
import type {Finding} from '../model/finding.ts'
import {withoutChance} from '../model/made-up.ts'

/**
 * Says once what was found in several views: the first stays in `place.view`, all of them are in
 * `message.values.views` (and in `view`, where the sentence names it), in the order they were
 * judged; of contrast, the worst is told; each picture says which view it shows. Findings that differ in more than their engines stay apart;
 * where ids are made anew with each loading, the first of one view is the first of another.
 */
export function mergeViews(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const {place, message, pictures: _, engines: __, ...rest} = finding
    const isMeasured = 'ratio' in message.values
    const values = {...message.values, view: undefined, ...(isMeasured && unmeasured)}
    const said = isMeasured ? {...rest, actual: undefined} : rest
    const key = (excerpt: string | undefined) =>
      JSON.stringify([{...said, excerpt}, {...place, view: undefined}, message.key, values])
    const alike = key(withoutState(finding.excerpt))
    // What is told twice in one view is two things, however alike they are.
    const isAnother = groups
      .get(alike)
      ?.some((one) => one.place.view === place.view && one.excerpt !== finding.excerpt)
    const its = isAnother ? `${key(finding.excerpt)} apart` : alike
    const group = groups.get(its)
    if (group) group.push(finding)
    else groups.set(its, [finding])
  }
  return together(groups).flatMap(merged)
}

/**
 * Markup without what the width of the window or a script that runs changes about an element: the
 * size of a drawing, the class of what is shown just now, words that a narrow window leaves out
 * where it is known by more.
 */
function withoutState(excerpt: string | undefined): string | undefined {
  const [tag, name] = /^<([\w-]+)[^>]*>/.exec(excerpt ?? '') ?? []
  if (tag === undefined || excerpt === undefined) return excerpt
  const known = tag.match(/ (?:id|name|href|src|for|type|role|aria-label|title)="[^"]*"/g) ?? []
  const isItself = known.some((one) => /^ (?:id|name|href|src|for|aria-label)="[^"#]/.test(one))
  return [`<${name}`, ...known, isItself ? '' : excerpt.slice(tag.length)].join('')
}

/** Puts groups together whose keys differ by chance alone, and that no view has both of. */
function together(
  groups: ReadonlyMap<string, readonly Finding[]>,
): readonly (readonly Finding[])[] {
  const alike = new Map<string, {readonly key: string; readonly group: Finding[]}[]>()
  const all: Finding[][] = []
  for (const [key, group] of groups) {
    const views = new Set(group.map(({place}) => place.view))
    const kind = withoutChance(key).replaceAll(word, (run) => '*'.repeat(run.length))
    const others = alike.get(kind) ?? []
    alike.set(kind, others)
    const other = others.find(
      (one) => one.group.every(({place}) => !views.has(place.view)) && differByChance(one.key, key),
    )
    if (other) other.group.push(...group)
    else {
      const one = {key, group: [...group]}
      all.push(one.group)
      others.push(one)
    }
  }
  return all
}

const word = /[a-z\d]{6,}/gi

/**
 * Whether two texts differ alone in words that chance may have made: `mantine-q539by8kz`, or `79cqh44`
 * in one view and `yykpiii` in another. People number theirs at the end, and let short ones differ in little.
 */
function differByChance(one: string, other: string): boolean {
  const words = other.match(word) ?? []
  return (one.match(word) ?? []).every((run, index) => {
    const its = words[index] ?? ''
    if (run === its) return true
    if (unnumbered(run) === unnumbered(its)) return false
    return [run, its].every((each) => withoutChance(each) === '*') || areShort(run, its)
  })
}

function unnumbered(name: string): string {
  return name.replace(/\d{1,4}$/, '')
}

/** Whether chance may have made two words that `withoutChance` finds too short to say so of one. */
function areShort(run: string, other: string): boolean {
  const apart = Array.from(run).filter((letter, at) => letter !== other[at]).length
  return apart * 2 > run.length && [run, other].some((each) => /\d[a-z]/.test(each))
}

/** What a view measures of one thing that is wrong in all of them: where it is worst tells. */
const unmeasured = {ratio: undefined, least: undefined, ink: undefined, ground: undefined}

/** The first of those in which a text is hardest to read. */
function worstOf(seen: readonly Finding[], first: Finding): Finding {
  return seen.reduce(
    (worst, one) => ((toldRatio(one) ?? Infinity) < (toldRatio(worst) ?? Infinity) ? one : worst),
    first,
  )
}

function merged(alike: readonly Finding[]): readonly Finding[] {
  const seen = alike.filter(
    ({place}, index) => alike.findIndex((one) => one.place.view === place.view) === index,
  )
  const [first] = seen
  if (!first || seen.length === 1) return seen
  const views = seen.flatMap(({place}) => place.view ?? []).join(', ')
  const worst = worstOf(seen, first)
  const {key, values} = worst.message
  const named = 'view' in values ? {view: views} : {}
  const pictures = seen.flatMap(({place: {view}, pictures: some = []}) =>
    some.map((picture) => (view === undefined ? picture : {...picture, view})),
  )
  return [
    {
      ...first,
      ...(worst.actual !== undefined && {actual: worst.actual}),
      message: {key, values: {...values, ...named, views}},
      // In a page's further colour schemes not every engine looks again.
      engines: [...new Set(seen.flatMap(({engines}) => engines))],
      ...(pictures.length > 0 && {pictures}),
    },
  ]
}
