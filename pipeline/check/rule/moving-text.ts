import type {Rule} from './rule.ts'

const stops =
  /\b(pause|stop|hide|freeze|disable|turn off|play|interval|speed|frequency|update|refresh)\b|정지|멈춤|멈추|일시|숨기|끄기|속도|주기/i
const controls = /^(button|link|checkbox|switch|combobox|listbox|slider|spinbutton|radio|textbox)$/

/** Text that changes again and again beside other text can be paused, stopped or hidden. */
export const movingText: Rule = {
  id: 'rule/moving-text',
  criteria: ['2.2.2'],
  act: ['efbfc7'],
  severity: 'error',
  judge(page) {
    const canStop = page.nodes.some(
      ({role, name, seen}) => controls.test(role) && seen && stops.test(name ?? ''),
    )
    if (canStop) return []
    return page.tree.restless
      .flatMap((index) => page.nodes[index] ?? [])
      .filter((at) => {
        const own = page.words(at)
        return page.above(at).some((one) => page.words(one) !== own)
      })
      .map((at) => ({at, values: {text: page.words(at)}}))
  },
}
