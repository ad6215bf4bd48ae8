import type {Edition} from '../../model/edition.ts'
import type {Finding} from '../../model/finding.ts'
import type {SegmentKind} from '../../model/segment.ts'
import type {Term} from '../../model/term.ts'
import {termFinder, type TermMatch} from '../../words/terms.ts'
import type {House} from '../check.ts'
import {formsIn} from './name-spelling.ts'
import {readings} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/** Where a reader reads on: headlines, captions and the like name without explaining. */
const running: ReadonlySet<SegmentKind> = new Set(['paragraph', 'item', 'footnote'])

/**
 * The originals of the termbase's names, in brackets, by the style of the house: behind the first
 * mention in the running text and no later one, or nowhere. A mention is one where the source has
 * the name too.
 */
export function originalsInBrackets(edition: Edition, house: House): readonly Finding[] {
  const {originals, terms} = house
  if (originals === 'any') return []
  const named = terms.filter((term) => term.kind !== 'term' && isRewritten(term, edition))
  const [from, to] = [termFinder(named, edition.sourceLocale), termFinder(named, edition.locale)]
  const mentioned = new Set<Term>()
  return readings(edition).flatMap(({unit, source, target}) => {
    if (originals === 'first-mention' && !running.has(unit.kind)) return []
    const wanted = new Set(from(source.prose).map(({term}) => term))
    return to(target.prose).flatMap((match) => {
      const {term, form, index, length, gloss = ''} = match
      const isGlossed = hasOriginal(match, edition)
      const isFirst = !mentioned.has(term)
      if (!match.whole || !(wanted.has(term) || isGlossed)) return []
      mentioned.add(term)
      const variant =
        originals === 'never'
          ? isGlossed && 'gloss-unwanted'
          : isFirst
            ? !isGlossed && 'gloss-missing'
            : isGlossed && 'gloss-again'
      if (variant === false) return []
      return [
        unitFinding(edition, unit, {
          severity: 'warning',
          key: `translation/names/${variant}`,
          values: {
            form,
            ...(variant === 'gloss-missing'
              ? {original: formsIn(term, edition.sourceLocale)[0] ?? ''}
              : {gloss}),
          },
          ...placed(target, index, length),
        }),
      ]
    })
  })
}

/** What stands in brackets is the name as the source has it, or a part of it, and not an age. */
function hasOriginal({term, gloss = ''}: TermMatch, {sourceLocale}: Edition): boolean {
  if (!/\p{L}{2}/u.test(gloss)) return false
  return formsIn(term, sourceLocale).some((form) => form.includes(gloss) || gloss.includes(form))
}

/** A name that is written alike in both languages has no original to tell. */
function isRewritten(term: Term, {sourceLocale, locale}: Edition): boolean {
  const [originals, own] = [formsIn(term, sourceLocale), formsIn(term, locale)]
  return originals.length > 0 && own.length > 0 && !own.some((form) => originals.includes(form))
}
