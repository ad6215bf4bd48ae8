import type {Finding} from '../model/finding.ts'
import {isOpinionEngine} from '../model/tab.ts'
import {isSameDefect, joined, weight} from './agree.ts'

/**
 * Holds second opinions against everything else that was found: what one engine sees where
 * another, or a check of ours, sees it too, is said once, by the graver, and names all who see it.
 * An engine that is asked for its opinion looks at a page in one colour scheme, and is heard about
 * the others too.
 */
export function confer(findings: readonly Finding[]): readonly Finding[] {
  const opinions = byFile(findings.filter(isOpinion))
  if (opinions.size === 0) return findings
  const heard = findings
    .filter((one) => !isOpinion(one))
    .map((one) => {
      const all = opinions.get(one.place.file) ?? []
      return {one, by: all.filter((opinion) => agrees(opinion, one))}
    })
  const known = new Set(heard.flatMap(({by}) => by))
  return [
    ...heard.map(({one, by}) => {
      const graver = by.find((opinion) => weight(opinion) > weight(one))
      return graver ? {...joined(graver, [one, ...by]), place: one.place} : joined(one, by)
    }),
    ...[...opinions.values()].flatMap((all) =>
      amongThemselves(all.filter((opinion) => !known.has(opinion))),
    ),
  ]
}

function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>()
  for (const finding of findings) {
    const {file} = finding.place
    const own = files.get(file)
    if (own) own.push(finding)
    else files.set(file, [finding])
  }
  return files
}

/** The gravest of those that agree speaks for all. */
function amongThemselves(opinions: readonly Finding[]): readonly Finding[] {
  const said: Finding[] = []
  for (const opinion of opinions.toSorted((a, b) => weight(b) - weight(a))) {
    const {view} = opinion.place
    const at = said.findIndex((one) => one.place.view === view && agrees(opinion, one))
    const first = said[at]
    if (first === undefined) said.push(opinion)
    else said[at] = {...joined(first, [opinion]), message: agreed(first)}
  }
  return said
}

function agreed({message}: Finding): Finding['message'] {
  const isAlone = message.key === 'opinion/alone'
  return isAlone ? {...message, key: 'opinion/agreed'} : message
}

function isOpinion({check, engines}: Finding): boolean {
  const [engine = ''] = check.split('/')
  return isOpinionEngine(engine) && engines.length > 0
}

function agrees(opinion: Finding, one: Finding): boolean {
  const {selector} = opinion.place
  // What is wrong with a page as a whole, engines say of its root element, or of the body.
  const isThere =
    one.place.selector === selector ||
    (one.place.selector === undefined && /^html( > body)?$/.test(selector ?? 'html'))
  return isThere && isSameDefect(opinion, one)
}
