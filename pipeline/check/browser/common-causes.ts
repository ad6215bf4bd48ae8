import type {Finding, FoundOn, Picture} from '../../model/finding.ts'
import type {Change} from '../../model/layout.ts'
import {grouped} from '../../model/grouped.ts'

/**
 * Says once what has one cause: the views of a page that changed alike (a colour has another value
 * in the dark), and the pages on which nothing changed but what changed on others too. A page with a change of its own is told of alone.
 */
export function commonCauses(findings: readonly Finding[]): readonly Finding[] {
  const looks = findings.map((finding): Look => {
    const all = finding.changes ?? []
    const whys = all.filter(({kind}) => kind !== 'moved')
    // What only lies elsewhere, for nothing that shows, is all there is to tell.
    const causes = whys.length > 0 ? whys : all
    return {finding, causes: new Map(causes.map((change) => [signatureOf(change), change]))}
  })
  const files = new Map<string, Set<string>>()
  for (const {finding, causes} of looks) {
    for (const cause of causes.keys()) {
      const key = keyOf(finding, cause)
      files.set(key, (files.get(key) ?? new Set()).add(finding.place.file))
    }
  }
  const isShared = ({finding, causes}: Look) =>
    causes.size > 0 &&
    [...causes.keys()].every((cause) => (files.get(keyOf(finding, cause))?.size ?? 0) > 1)
  const groups: Look[][] = []
  for (const look of looks) {
    const shared = isShared(look)
    const near = groups.filter(([first, ...rest]) =>
      first && shared === isShared(first)
        ? shared
          ? [first, ...rest].some((one) => haveCommon(one, look))
          : isSamePage(first, look)
        : false,
    )
    for (const one of near) groups.splice(groups.indexOf(one), 1)
    groups.push([...near.flat(), look])
  }
  return inEveryScheme(groups)
    .map((group) => group.toSorted((a, b) => looks.indexOf(a) - looks.indexOf(b)))
    .toSorted(([a], [b]) => (a && b ? looks.indexOf(a) - looks.indexOf(b) : 0))
    .flatMap(told)
}

/** As browsers compute it. */
const COLOUR = /\b(?:rgba?|color)\([^)]*\)/g

interface Look {
  readonly finding: Finding
  /** What caused it, by what it has in common with others. */
  readonly causes: ReadonlyMap<string, Change>
}

function keyOf(finding: Finding, cause: string): string {
  return `${kindOf(finding)}\n${cause}`
}

/** What may be told together: the same sentence, and of rejections the same person's. */
function kindOf({check, message: {key, values}}: Finding): string {
  return JSON.stringify([check, key, values['by'], values['reason']])
}

function signatureOf({
  kind,
  tag,
  text,
  property,
  from,
  to,
  width,
  height,
  letters,
}: Change): string {
  switch (kind) {
    case 'restyled':
    case 'font':
      return JSON.stringify([kind, property, from, to])
    case 'text':
      return JSON.stringify([kind, from, to])
    case 'resized':
      return JSON.stringify([kind, tag, text, width, height])
    case 'redrawn':
      return JSON.stringify(letters ? [kind, letters] : [kind, tag, text])
    case 'appeared':
    case 'vanished':
    case 'moved':
      return JSON.stringify([kind, tag, text])
  }
}

function haveCommon(one: Look, other: Look): boolean {
  if (kindOf(one.finding) !== kindOf(other.finding)) return false
  return [...one.causes.keys()].some((cause) => other.causes.has(cause))
}

function isSamePage(one: Look, other: Look): boolean {
  const {finding: a} = one
  const {finding: b} = other
  const isSame = a.place.file === b.place.file && kindOf(a) === kindOf(b)
  return isSame && namesIn([one]) === namesIn([other])
}

/** What caused these, whatever the colours are. */
function namesIn(group: readonly Look[]): string {
  const names = group.flatMap(({causes}) =>
    [...causes.keys()].map((cause) => cause.replace(COLOUR, '')),
  )
  return [...new Set(names)].sort().join('\n')
}

/** What changed on the same pages in the light and in the dark, but for its colours, has one cause. */
function inEveryScheme(groups: readonly (readonly Look[])[]): readonly (readonly Look[])[] {
  const alike = grouped(groups, (group) => {
    const files = new Set(group.map(({finding}) => finding.place.file))
    const kinds = new Set(group.map(({finding}) => kindOf(finding)))
    return JSON.stringify([[...kinds], [...files].sort(), namesIn(group)])
  })
  return [...alike.values()].map((all) => all.flat())
}

function told(group: readonly Look[]): readonly Finding[] {
  const [first] = group
  if (!first) return []
  const pages = pagesOf(group.map(({finding}) => finding))
  const {finding} = first
  const views = [...new Set(group.flatMap(({finding: {place}}) => place.view ?? []))]
  const {key, values} = finding.message
  const named = {
    ...values,
    view: views.join(', '),
    ...(views.length > 1 && {views: views.join(', ')}),
  }
  const isOne = pages.length === 1
  const causes = causesOf(group).map(
    (change) => first.causes.get(signatureOf(change)) ?? placeless(change),
  )
  const others = causes.filter((change) => !first.causes.has(signatureOf(change)))
  const changes = isOne ? [...(finding.changes ?? []), ...others] : causes
  const pictures = pages[0]?.pictures ?? []
  return [
    {
      ...finding,
      message: isOne
        ? {key, values: named}
        : {key: `${key}/shared`, values: {...named, count: pages.length}},
      ...common(pages),
      pages,
      ...(pictures.length > 0 && {pictures}),
      ...(changes.length > 0 && {changes}),
    },
  ]
}

/** What is only on another page, in other words than the first page's, stands nowhere on that. */
function placeless(change: Change): Change {
  const {selector, ...rest} = change
  return selector === undefined ? change : rest
}

function pagesOf(findings: readonly Finding[]): readonly FoundOn[] {
  const pages = new Map<string, FoundOn>()
  for (const {place, locale, article, pictures = []} of findings) {
    const {file, view = ''} = place
    const known = pages.get(file) ?? {file, locale, article, views: [], pictures: []}
    const own = pictures.map((picture): Picture => ({...picture, view}))
    const views = [...known.views, view]
    pages.set(file, {...known, views, pictures: [...known.pictures, ...own]})
  }
  return [...pages.values()]
}

/** The edition or the language that all pages belong to, where there is one. */
function common(pages: readonly FoundOn[]): Pick<Finding, 'locale' | 'article'> {
  const one = <Value>(values: readonly Value[]) =>
    new Set(values).size === 1 ? values[0] : undefined
  return {
    locale: one(pages.map(({locale}) => locale)),
    article: one(pages.map(({article}) => article)),
  }
}

/** Each cause once, that of most pages first. */
function causesOf(group: readonly Look[]): readonly Change[] {
  const found = new Map<string, {readonly change: Change; readonly times: number}>()
  for (const [name, change] of group.flatMap(({causes}) => [...causes])) {
    const known = found.get(name)
    found.set(name, {change: known?.change ?? change, times: (known?.times ?? 0) + 1})
  }
  return [...found.values()].sort((a, b) => b.times - a.times).map(({change}) => change)
}
