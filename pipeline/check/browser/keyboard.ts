import type {Finding} from '../../model/finding.ts'
import type {BrowserCheck} from '../check.ts'
import type {Spot} from './deaf-to-keys.ts'
import {findingOn} from './finding.ts'
import {keyboardWalk, type KeyboardWalk} from './keyboard-walk.ts'

const id = 'browser/keyboard'

type Told = Spot & {
  readonly kind: string
  readonly criteria: readonly string[]
  /** It was seen to do so. */
  readonly isTried?: boolean
}

/** Everything a pointer can operate, a keyboard reaches, and can leave again; and it has a role. */
export const keyboard: BrowserCheck<
  Pick<
    KeyboardWalk,
    | 'trap'
    | 'missed'
    | 'pointerOnly'
    | 'keyless'
    | 'roleless'
    | 'hasty'
    | 'done'
    | 'unreached'
    | 'untried'
    | 'isCut'
  >
> = {
  id,
  criteria: ['2.1.1', '2.1.2', '2.5.2', '4.1.2'],
  every: 'widest',
  disturbs: true,
  async probe(tab) {
    const {trap, missed, pointerOnly, keyless, roleless, hasty, done, unreached, untried, isCut} =
      await keyboardWalk(tab)
    return {trap, missed, pointerOnly, keyless, roleless, hasty, done, unreached, untried, isCut}
  },
  judge(
    {trap, missed, pointerOnly, keyless, roleless, hasty, done, unreached, untried, isCut},
    seen,
  ) {
    const spots: readonly Told[] = [
      ...(trap ? [{...trap, criteria: ['2.1.2']}] : []),
      ...named(missed).map(({refuses, ...spot}) => ({
        ...spot,
        kind: refuses ? 'refused' : 'missed',
        // A script that takes the focus away at once: WCAG's failure F55.
        criteria: refuses ? ['2.1.1', '2.4.7'] : ['2.1.1'],
      })),
      ...pointerOnly.map((spot) => ({...spot, kind: 'pointer-only', criteria: ['2.1.1']})),
      ...unreached.map((spot) => ({...spot, kind: 'unreached', criteria: ['2.1.1']})),
      ...keyless.map((spot) => ({...spot, kind: 'keyless', criteria: ['2.1.1']})),
      // WCAG's failure F59.
      ...roleless.map((spot) => ({...spot, kind: 'roleless', criteria: ['4.1.2']})),
      ...hasty.map((spot) => ({...spot, kind: 'hasty', criteria: ['2.5.2']})),
      ...done.map((spot) => ({...spot, kind: 'hasty', criteria: ['2.5.2'], isTried: true})),
    ]
    const question = (
      kind: string,
      values: Finding['message']['values'],
      criteria: readonly string[],
    ) =>
      findingOn(seen, {
        check: id,
        outcome: 'cantTell',
        severity: 'notice',
        message: {key: `${id}/${kind}`, values},
        criteria,
      })
    return [
      ...spots.map(({kind, selector, text, criteria, isTried = false}) =>
        findingOn(seen, {
          check: id,
          severity: kind === 'hasty' && !isTried ? 'warning' : 'error',
          message: {key: `${id}/${kind}`, values: {text}},
          selector,
          excerpt: text,
          criteria,
          ...(criteria.includes('2.1.2') && {act: ['80af7b']}),
        }),
      ),
      ...(isCut ? [question('long', {}, ['2.1.1', '2.1.2'])] : []),
      ...(untried > 0 ? [question('groups', {left: untried}, ['2.1.1'])] : []),
    ]
  },
}

/** Behind what gives the focus away, Tab reaches nothing: that is one barrier. */
function named<Missed extends {readonly refuses: boolean}>(missed: readonly Missed[]) {
  const first = missed.findIndex(({refuses}) => refuses)
  return missed.filter(({refuses}, index) => first < 0 || index < first || refuses)
}
