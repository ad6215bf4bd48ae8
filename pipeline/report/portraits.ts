import type {Finding} from '../model/finding.ts'
import {portraitKey, type Portrait, type Sight} from '../model/portrait.ts'
import {looksOf} from './looks.ts'
import {viewsOf} from './sentence.ts'
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
  const wanted = together(gravest).flatMap(({members}) => members.flatMap(portraitOf).slice(0, 1))
  return [...new Map(wanted.map((one) => [portraitKey(one), one])).values()].slice(0, MOST)
}

/** The same findings, with what was seen of their elements. */
export function withPortraits<One extends Finding>(
  findings: readonly One[],
  taken: ReadonlyMap<string, Sight>,
): readonly One[] {
  if (taken.size === 0) return findings
  return findings.map((finding) => {
    const [portrait] = portraitOf(finding)
    const {picture, declared = []} = (portrait && taken.get(portraitKey(portrait))) ?? {}
    return {
      ...finding,
      ...(picture !== undefined && !finding.pictures && {pictures: [picture]}),
      ...(declared.length > 0 && {declared}),
    }
  })
}

function portraitOf(finding: Finding): readonly Portrait[] {
  const {file, selector, view = viewsOf(finding)[0]} = finding.place
  // What lies in a frame has no selector that a page knows, nor has what no way from the page's root is told of.
  const isKnown = /^(html\b|#)/.test(selector ?? '') && !selector?.includes('>>>')
  if (selector === undefined || !isKnown || !file.endsWith('.html')) return []
  return [{page: file, view: view ?? '', selector, looks: looksOf(finding)}]
}
