import type {Finding, FoundOn, Picture} from '../../model/finding.ts'
import type {Change} from '../../model/layout.ts'
import {grouped} from '../../model/grouped.ts'

/**
 * Says once what has one cause: the views of a page that changed alike (a colour has another value
 * in the dark, a length on a phone), and the pages on which nothing changed but what changed on
 * others too. A page with a change of its own is told of alone.
 */
export function commonCauses(findings: readonly Finding[]): readonly Finding[] {
  const looks = findings.map((finding, index): Look => {
    const all = finding.changes ?? []
    const whys = all.filter(({kind}) => kind !== 'moved')
    // What only lies elsewhere, for nothing that shows, is all there is to tell.
    const causes = whys.length > 0 ? whys : all
    return {finding, index, causes: new Map(causes.map((change) => [signatureOf(change), change]))}
  })
  const files = new Map<string, Set<string>>()
  for (const look of looks) {
    for (const key of keysOf(look).flat()) {
      const on = files.get(key) ?? new Set()
      files.set(key, on.add(look.finding.place.file))
    }
  }
  const isShared = (keys: readonly (readonly string[])[]) =>
    keys.length > 0 && keys.every((own) => own.some((key) => (files.get(key)?.size ?? 0) > 1))
  const groups = connected(looks, (look) => {
    const keys = keysOf(look)
    return isShared(keys) ? keys.flat() : [pageOf(look)]
  })
  return inEveryScheme(groups)
    .map((group) => group.toSorted((a, b) => a.index - b.index))
    .toSorted(([a], [b]) => (a && b ? a.index - b.index : 0))
    .flatMap(told)
}

/** As browsers compute it. */
const COLOUR = /\b(?:rgba?|color)\([^)]*\)/g
const LENGTH = /-?\b[\d.]+(?:e-\d+)?px\b/g

interface Look {
  readonly finding: Finding
  readonly index: number
  /** What caused it, by what it has in common with others. */
  readonly causes: ReadonlyMap<string, Change>
}

/** Of each cause all that may name it on another page too. */
function keysOf({finding, causes}: Look): readonly (readonly string[])[] {
  const kind = kindOf(finding)
  return [...causes].map(([name, change]) =>
    [name, lengthless(change), coloursOf(change)].flatMap((key) =>
      key === undefined ? [] : `${kind}\n${key}`,
    ),
  )
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

/** A style's length that is another one in each window and language, or a picture's file for each. */
function lengthless({kind, tag, text, property, from = '', to = ''}: Change): string | undefined {
  if (property === 'picture') return JSON.stringify([kind, tag, property, text])
  const [was, is] = [from, to].map((value) => value.replace(LENGTH, 'px'))
  if (kind !== 'restyled' || (was === from && is === to)) return undefined
  return JSON.stringify([kind, tag, property, was, is])
}

/** One colour that gave way to another is one cause, whatever is drawn in it. */
function coloursOf({kind, from = '', to = ''}: Change): string | undefined {
  const [was = [], is = []] = [from, to].map((value) => value.match(COLOUR) ?? [])
  const isColour = from.replace(COLOUR, '') === to.replace(COLOUR, '')
  const pairs = was.flatMap((colour, at) => (colour === is[at] ? [] : `${colour} ${is[at]}`))
  const [pair, ...others] = new Set(pairs)
  return kind === 'restyled' && isColour && others.length === 0 ? pair : undefined
}

/** Puts together what has a key in common, be it by way of others. */
function connected(
  looks: readonly Look[],
  keysOfOne: (look: Look) => readonly string[],
): readonly (readonly Look[])[] {
  const keys = new Map(looks.map((look) => [look, keysOfOne(look)]))
  const byKey = new Map<string, Look[]>()
  for (const [look, own] of keys) {
    for (const key of own) {
      const others = byKey.get(key)
      if (others) others.push(look)
      else byKey.set(key, [look])
    }
  }
  const left = new Set(looks)
  return looks.flatMap((first) => {
    if (!left.delete(first)) return []
    const group = [first]
    // It grows while it is read.
    for (const look of group) {
      for (const key of keys.get(look) ?? []) {
        for (const other of byKey.get(key) ?? []) if (left.delete(other)) group.push(other)
        byKey.delete(key)
      }
    }
    return [group]
  })
}

/** What the views of one page have in common where the same changed in them. */
function pageOf(look: Look): string {
  return JSON.stringify([look.finding.place.file, kindOf(look.finding), namesIn([look])])
}

/** What caused these, whatever the colours and lengths are. */
function namesIn(group: readonly Look[]): string {
  const names = group.flatMap(({causes}) =>
    [...causes].map(([name, {kind, tag, text, property}]) =>
      kind === 'resized' || property === 'picture'
        ? JSON.stringify([kind, tag, kind === 'resized' ? text : property])
        : name.replace(COLOUR, '').replace(LENGTH, ''),
    ),
  )
  return [...new Set(names)].sort().join('\n')
}

/** What changed on the same pages in every view, but for its colours and lengths, has one cause. */
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

/**
 * Each cause once, that of most pages first. A length that is only another one in a further window
 * or language is said as it is in the first.
 */
function causesOf(group: readonly Look[]): readonly Change[] {
  const found = new Map<string, {readonly change: Change; readonly times: number}>()
  const lengths = new Set<string>()
  for (const {causes} of group) {
    const fresh = [...causes].filter(([name, change]) => {
      const length = lengthless(change)
      return found.has(name) || length === undefined || !lengths.has(length)
    })
    for (const [name, change] of fresh) {
      const known = found.get(name)
      found.set(name, {change: known?.change ?? change, times: (known?.times ?? 0) + 1})
    }
    for (const [, change] of fresh) lengths.add(lengthless(change) ?? '')
  }
  return [...found.values()].sort((a, b) => b.times - a.times).map(({change}) => change)
}
