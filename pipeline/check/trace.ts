import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {select} from 'hast-util-select'
import {EXIT, visit} from 'unist-util-visit'
import {toString} from 'hast-util-to-string'
import {visitParents} from 'unist-util-visit-parents'
import type {Finding, Place} from '../model/finding.ts'
import {grouped} from '../model/grouped.ts'

/** Whether a finding is about an element that does not say itself which text it comes from. */
export function isUntraced({place: {selector, source}, severity}: Finding): boolean {
  return (
    severity !== 'notice' &&
    source === undefined &&
    selector !== undefined &&
    !/#(?:[\w-]+-)?text-(?!fn)[a-z]+-[\da-f]|>>>/.test(selector)
  )
}

/**
 * Lead findings about elements back to the templates: each gets the file, line and column where its
 * element is written. One in the text of an article, where no template writes, gets the unit it is
 * in or behind. One about words that a template only shows gets the place where those are written.
 *
 * @param pageOf a page by its path, whose elements say in `data-galley-source` where they are
 *   written; `undefined` where there is none
 */
export function trace(
  findings: readonly Finding[],
  pageOf: (path: string) => string | undefined,
  placeOfWords: (finding: Finding, texts: readonly string[]) => Place['source'] | undefined,
): readonly Finding[] {
  const spots = new Map<Finding, Omit<Spot, 'texts'>>()
  // A page is read once, and not kept.
  for (const [file, about] of grouped(findings.filter(isUntraced), ({place}) => place.file)) {
    const page = pageOf(file)
    if (page === undefined) continue
    const tree = fromHtml(page)
    for (const finding of about) {
      const found = spotOf(finding.place.selector ?? '', tree)
      if (found === undefined) continue
      const {texts, ...spot} = found
      const isOfWords = spot.source !== undefined && checksOfWords.has(finding.check)
      const source = isOfWords ? placeOfWords(finding, texts) : undefined
      spots.set(finding, source === undefined ? spot : {source})
    }
  }
  return findings.map((finding) => {
    const spot = spots.get(finding)
    return spot === undefined ? finding : {...finding, place: {...finding.place, ...spot}}
  })
}

/** Checks of what words say, whichever element they stand in. */
export const checksOfWords: ReadonlySet<string> = new Set([
  'browser/glyphs',
  'document/dates',
  'document/escaping',
  'document/language-of-parts',
  'document/leftover-markup',
  'document/page-names',
  'document/unfinished',
  'rule/colour-words',
  'rule/format-cue',
  'rule/heading-length',
  'rule/heading-text',
  'rule/link-text',
  'rule/part-language',
  'rule/same-link',
  'rule/sensory',
  'rule/spaced-letters',
  'rule/symbol-name',
  'rule/title-text',
])

interface Spot extends Pick<Place, 'source' | 'near' | 'behind'> {
  /** What the element says, and those around it in which nothing else is written. */
  readonly texts: readonly string[]
}

function spotOf(selector: string, tree: Root): Spot | undefined {
  const element = elementAt(selector, tree)
  if (element === undefined) return undefined
  const path = [element, ...ancestorsOf(element, tree)]
  const written = path.findIndex((one) => markOf(one) !== undefined)
  const frame = path[written]
  if (frame === undefined) return undefined
  const texts = path.slice(0, written + 1).map((one) => toString(one))
  if (written === 0) return {source: markOf(frame), texts}
  const near = path.slice(0, written).map(unitIn).find(isGiven)
  const behind = near ?? unitBefore(element, frame)
  if (behind === undefined) return {source: markOf(frame), texts}
  return near === undefined ? {behind, texts} : {near, texts}
}

function elementAt(selector: string, tree: Root): Element | undefined {
  try {
    return select(selector, tree)
  } catch {
    // An id that is no CSS name.
    return undefined
  }
}

/** The nearest first. */
function ancestorsOf(element: Element, tree: Root): readonly Element[] {
  let found: readonly Element[] = []
  visitParents(tree, 'element', (node, ancestors) => {
    if (node !== element) return undefined
    found = ancestors.filter((one) => one.type === 'element').toReversed()
    return EXIT
  })
  return found
}

function markOf({properties}: Element): Place['source'] {
  const [, file, line, column] =
    /^(.+):(\d+):(\d+)$/.exec(String(properties['dataGalleySource'] ?? '')) ?? []
  return file === undefined ? undefined : {file, line: Number(line), column: Number(column)}
}

/** Notes have ids of their own, `text-fn-a`. Beside an original, ids of the translation begin with its language. */
function unitOf({properties}: Element): string | undefined {
  return /^(?:[\w-]+-)?text-(?!fn)[a-z]+-[\da-f]+(?:-\d+)?$/.exec(properties['id'] ?? '')?.[0]
}

/** The first unit in an element. */
function unitIn(element: Element): string | undefined {
  let found: string | undefined
  visit(element, 'element', (node) => {
    found = unitOf(node)
    return found === undefined ? undefined : EXIT
  })
  return found
}

/** The last unit in front of an element. */
function unitBefore(element: Element, frame: Element): string | undefined {
  let found: string | undefined
  visit(frame, 'element', (node) => {
    if (node === element) return EXIT
    found = unitOf(node) ?? found
    return undefined
  })
  return found
}

function isGiven(unit: string | undefined): unit is string {
  return unit !== undefined
}
