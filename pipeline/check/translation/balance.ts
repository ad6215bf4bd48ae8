import type {TranslationCheck} from '../check.ts'
import {knowledgeOf} from './languages/languages.ts'
import {readings} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/** Quotation marks and brackets that are opened are closed. Judged on the translation alone. */
export const balance: TranslationCheck = {
  id: 'translation/balance',
  criteria: [],
  judge(edition) {
    const {pairs = []} = knowledgeOf(edition.locale)
    return readings(edition).flatMap(({unit, source, target}) =>
      [
        ...pairs.flatMap(([open, close]) => {
          const index = widow(target.prose, open, close)
          if (index === undefined || widow(source.prose, open, close) !== undefined) return []
          return [finding(target.prose.charAt(index), index)]
        }),
        ...straight(target.prose, source.prose).map((index) => finding('"', index)),
      ].map((defect) =>
        unitFinding(edition, unit, {...defect, ...placed(target, defect.index, 1)}),
      ),
    )
  },
}

function finding(mark: string, index: number) {
  return {severity: 'warning', key: 'translation/balance', values: {mark}, index} as const
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
