import type {BrowserCheck} from '../check.ts'
import {findingOn} from './finding.ts'
import {keyboardWalk, type KeyboardWalk} from './keyboard-walk.ts'

const id = 'browser/keyboard'

/** Everything a pointer can operate, a keyboard reaches, and can leave again. */
export const keyboard: BrowserCheck<
  Pick<KeyboardWalk, 'trap' | 'missed' | 'pointerOnly' | 'keyless' | 'isCut'>
> = {
  id,
  criteria: ['2.1.1', '2.1.2'],
  every: 'widest',
  disturbs: true,
  async probe(tab) {
    const {trap, missed, pointerOnly, keyless, isCut} = await keyboardWalk(tab)
    return {trap, missed, pointerOnly, keyless, isCut}
  },
  judge({trap, missed, pointerOnly, keyless, isCut}, seen) {
    const spots = [
      ...(trap ? [{...trap, criterion: '2.1.2'}] : []),
      ...missed.map((spot) => ({...spot, kind: 'missed', criterion: '2.1.1'})),
      ...pointerOnly.map((spot) => ({...spot, kind: 'pointer-only', criterion: '2.1.1'})),
      ...keyless.map((spot) => ({...spot, kind: 'keyless', criterion: '2.1.1'})),
    ]
    return [
      ...spots.map(({kind, selector, text, criterion}) =>
        findingOn(seen, {
          check: id,
          severity: 'error',
          message: {key: `${id}/${kind}`, values: {text}},
          selector,
          excerpt: text,
          criteria: [criterion],
        }),
      ),
      ...(isCut
        ? [
            findingOn(seen, {
              check: id,
              outcome: 'cantTell',
              severity: 'notice',
              message: {key: `${id}/long`, values: {}},
              criteria: ['2.1.1', '2.1.2'],
            }),
          ]
        : []),
    ]
  },
}
