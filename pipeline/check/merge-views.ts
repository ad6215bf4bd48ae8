import type {Finding} from '../model/finding.ts'

/**
 * Says once what was found in several views: the first stays in `place.view`, all of them are in
 * `message.values.views` (and in `view`, where the sentence names it), in the order they were
 * judged; each picture says which view it shows. Findings that differ in more than their engines stay apart.
 */
export function mergeViews(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const {place, message, pictures: _, engines: __, ...rest} = finding
    const measured = message.key.endsWith('/measured') && unmeasured
    const values = {...message.values, view: undefined, ...measured}
    const key = JSON.stringify([rest, {...place, view: undefined}, message.key, values])
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()].flatMap(merged)
}

/** What a view measures of one thing that is wrong in all of them: the first tells. */
const unmeasured = {ratio: undefined, least: undefined, ink: undefined, ground: undefined}

function merged(alike: readonly Finding[]): readonly Finding[] {
  const seen = alike.filter(
    ({place}, index) => alike.findIndex((one) => one.place.view === place.view) === index,
  )
  const [first] = seen
  if (!first || seen.length === 1) return seen
  const views = seen.flatMap(({place}) => place.view ?? []).join(', ')
  const {key, values} = first.message
  const named = 'view' in values ? {view: views} : {}
  const pictures = seen.flatMap(({place: {view}, pictures: some = []}) =>
    some.map((picture) => (view === undefined ? picture : {...picture, view})),
  )
  return [
    {
      ...first,
      message: {key, values: {...values, ...named, views}},
      // In a page's further colour schemes not every engine looks again.
      engines: [...new Set(seen.flatMap(({engines}) => engines))],
      ...(pictures.length > 0 && {pictures}),
    },
  ]
}
