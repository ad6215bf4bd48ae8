import type {Finding} from '../model/finding.ts'
import type {Change} from '../model/layout.ts'
import {portraitKey, type Portrait, type Sight} from '../model/portrait.ts'
import {looksOf} from './looks.ts'
import {isSource, viewsOf} from './sentence.ts'
import {together} from './together.ts'

/** Elements that one run shows: those of the gravest causes. */
const MOST = 60

/**
 * The elements that people want to see: of each cause that is told of, where it is first met. What
 * has pictures of its own, and what only asks or remarks, needs none.
 */
export function wantedPortraits(findings: readonly Finding[]): readonly Portrait[] {
  const open = findings.filter(({pictures, changes}) => !pictures && !changes)
  const gravest = (['error', 'warning'] as const).flatMap((one) =>
    open.filter(({severity}) => severity === one),
  )
  const wanted = [
    ...findings.flatMap(changePortraits).slice(0, MOST),
    ...together(gravest).flatMap(({members}) => members.flatMap(portraitOf).slice(0, 1)),
  ]
  return [...new Map(wanted.map((one) => [portraitKey(one), one])).values()].slice(0, 2 * MOST)
}

/** The same findings, with what was seen of their elements. */
export function withPortraits<One extends Finding>(
  findings: readonly One[],
  taken: ReadonlyMap<string, Sight>,
): readonly One[] {
  if (taken.size === 0) return findings
  return findings.map((finding) => {
    if (finding.changes) return withDeclared(finding, taken)
    const [portrait] = portraitOf(finding)
    const {picture, declared = []} = (portrait && taken.get(portraitKey(portrait))) ?? {}
    return {
      ...finding,
      ...(picture !== undefined && !finding.pictures && {pictures: [picture]}),
      ...(declared.length > 0 && {declared}),
    }
  })
}

/** Changes of one page whose style sheet's lines are looked for. */
const MOST_CHANGES = 8

/** What of a page has another style than approved, to find who says so. */
function changePortraits(finding: Finding): readonly Portrait[] {
  const {changes = [], severity} = finding
  if (severity === 'notice') return []
  return changes.flatMap((change) => portraitOfChange(finding, change)).slice(0, MOST_CHANGES)
}

function portraitOfChange(
  {place}: Finding,
  {kind, property = '', hidden, selector}: Change,
): readonly Portrait[] {
  const isStyle = kind === 'restyled' && !/^(element|picture)$/.test(property)
  const look = isStyle ? (`property ${property}` as const) : 'hiding'
  if (selector === undefined || !(isStyle || (kind === 'vanished' && hidden))) return []
  return [{page: place.file, view: place.view ?? '', selector, looks: [look]}]
}

/** The finding with the lines of style sheets that make its page look otherwise; at the first, if that was the first cause. */
function withDeclared<One extends Finding>(finding: One, taken: ReadonlyMap<string, Sight>): One {
  const {changes = [], place} = finding
  const said = changes.map((change) => {
    const [portrait] = portraitOfChange(finding, change)
    return (portrait && taken.get(portraitKey(portrait)))?.declared ?? []
  })
  const declared = [...new Map(said.flat().map((one) => [JSON.stringify(one), one])).values()]
  if (declared.length === 0) return finding
  const source = said[0]?.map((one) => one.place).find(({file}) => isSource(file))
  return {...finding, declared, place: {...place, ...(source && {source})}}
}

function portraitOf(finding: Finding): readonly Portrait[] {
  const {file, selector, view = viewsOf(finding)[0]} = finding.place
  // What lies in a frame has no selector that a page knows, nor has what no way from the page's root is told of.
  const isKnown = /^(html\b|#)/.test(selector ?? '') && !selector?.includes('>>>')
  if (selector === undefined || !isKnown || !file.endsWith('.html')) return []
  return [{page: file, view: view ?? '', selector, looks: looksOf(finding)}]
}
