import type {Rule} from './rule.ts'

/** Of each way to act with a pointer alone, the one with the keyboard that goes with it. */
const pairs: readonly (readonly [pointer: string, others: readonly string[]])[] = [
  ['ondblclick', ['onclick', 'onkeydown', 'onkeyup', 'onkeypress']],
  ['onmousedown', ['onclick', 'onkeydown', 'onkeyup', 'onkeypress', 'onpointerdown']],
  ['onmouseover', ['onfocus', 'onfocusin']],
  ['onmouseenter', ['onfocus', 'onfocusin']],
]

/** What answers a pointer answers a keyboard. */
export const pointerEvent: Rule = {
  id: 'rule/pointer-event',
  criteria: ['2.1.1'],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes.flatMap((at) => {
      if (!at.seen || at.tag === 'body') return []
      const alone = pairs.find(
        ([pointer, others]) =>
          at.attributes[pointer]?.trim() &&
          !others.some((other) => at.attributes[other] !== undefined),
      )
      return alone ? [{at, values: {event: alone[0]}}] : []
    }),
}
