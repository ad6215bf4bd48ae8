import type {TranslationCheck} from '../check.ts'
import type {Edition} from '../../model/edition.ts'
import {knowledgeOf} from './languages/languages.ts'
import type {Prose} from './prose.ts'
import {readings} from './reading.ts'
import {placed, unitFinding, type UnitDefect} from './unit-finding.ts'

/**
 * Quotation marks and brackets that are opened are closed, and what the source has somebody say is not
 * said as the paper's own.
 */
export const balance: TranslationCheck = {
  id: 'translation/balance',
  criteria: [],
  judge(edition) {
    return readings(edition).flatMap(({unit, source, target}) =>
      [
        ...widows(target, source.prose, edition.locale),
        ...ownClaim(source.prose, target.prose, edition),
      ].map((defect) => unitFinding(edition, unit, defect)),
    )
  },
}

/** What stands between quotation marks. */
const quoted = /“[^“”]*”|(?<![\p{L}\p{N}])"[^"]*"(?![\p{L}\p{N}])/gu

/**
 * The words of somebody that stand in the translation as the paper's own: without quotation marks of
 * any kind, and without a word that says whose they are.
 */
function ownClaim(source: string, target: string, {locale}: Edition): readonly UnitDefect[] {
  const {reporting} = knowledgeOf(locale)
  // Fewer words are a title, or a word that is used with care.
  const words = source.match(quoted)?.find((said) => said.split(/\s+/u).length >= 4)
  if (reporting === undefined || words === undefined) return []
  if (/["'“”‘’「」『』«»《》〈〉]/u.test(target) || reporting.test(target)) return []
  return [{severity: 'warning', key: 'translation/balance/own-claim', values: {words}}]
}

/** The marks of a text without their partner, but for those that have none in its source either. */
export function widows(text: Prose, source: string, locale: string): readonly UnitDefect[] {
  const {pairs = []} = knowledgeOf(locale)
  const {prose} = text
  const places = [
    ...pairs.flatMap(([open, close]) => {
      const index = widow(prose, open, close)
      return index === undefined || widow(source, open, close) !== undefined ? [] : [index]
    }),
    ...straight(prose, source),
  ]
  return places.map((index) => ({
    severity: 'warning',
    key: 'translation/balance',
    values: {mark: prose.charAt(index)},
    ...placed(text, index, 1),
  }))
}

/** Where a mark stands without its partner. Lists such as `1)` and apostrophes are none. */
function widow(prose: string, open: string, close: string): number | undefined {
  const opened: number[] = []
  for (let index = 0; index < prose.length; index++) {
    const mark = prose[index]
    if (mark === open) opened.push(index)
    else if (mark === close && opened.pop() === undefined && !isOther(prose, index)) return index
  }
  return opened.at(-1)
}

/** `1)`, `가)`, `:)` and the apostrophe of `don’t`. */
function isOther(prose: string, index: number): boolean {
  const before = prose.slice(0, index)
  if (prose[index] === ')')
    return /(?:^|\s)(?:\d{1,2}|[a-z가-힣]|[ivx]+)$|[:;][-']?$/iu.test(before)
  return prose[index] === '’' && /\p{Script=Latin}$/u.test(before)
}

/** The odd one of straight quotation marks; inches are none. */
function straight(prose: string, source: string): readonly number[] {
  const places = [...prose.matchAll(/(?<!\d)"/gu)].map(({index}) => index)
  const last = places.at(-1)
  const isOdd = places.length % 2 === 1 && (source.match(/(?<!\d)"/gu) ?? []).length % 2 === 0
  return isOdd && last !== undefined && !/\d"/u.test(prose) ? [last] : []
}
