import type {TranslationCheck} from '../check.ts'
import {marksIn} from './marks.ts'
import {pageOf} from './markup.ts'
import {readings, type ReadText} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/** E-mail and web addresses and names of accounts that stand among the words, as readers copy them. */
const written =
  /(?<![\w.@/-])(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?:\/\/|www\.)[\w./?#=&%~:+-]*[\w/]|@[a-z]\w{2,})/giu

/**
 * The addresses that readers are told are those of the source, letter by letter. One that is
 * another is a warning: there may be an address for readers of the language. Where links lead is
 * asked by `translation/markup`.
 */
export const contacts: TranslationCheck = {
  id: 'translation/contacts',
  criteria: [],
  judge: (edition) =>
    readings(edition).flatMap(({unit, source, target}) => {
      const [wanted, there] = [contactsIn(source), contactsIn(target)]
      const isIn = (all: typeof wanted, value: string) =>
        all.some((one) => pageOf(one.value, edition) === pageOf(value, edition))
      const lost = wanted.filter(({value}) => !isIn(there, value))
      const added = there.filter(({value}) => !isIn(wanted, value))
      return added.slice(0, lost.length).map(({value, index}, at) =>
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/contacts',
          values: {there: value, source: lost[at]?.value ?? ''},
          ...placed(target, index, value.length),
        }),
      )
    }),
}

/** Those that no link says too: where that leads is compared already. */
function contactsIn({prose, nodes}: ReadText) {
  const linked = marksIn(nodes).map(({value}) => value.toLowerCase())
  return [...prose.matchAll(written)]
    .map(({0: value, index}) => ({value: value.toLowerCase(), index}))
    .filter(({value}) => !linked.some((address) => address.endsWith(value)))
}
