import type {Rule} from './rule.ts'

const controls = /^(button|checkbox|switch|slider|radio|spinbutton|textbox|link|combobox|listbox)$/
const ends = /disable|turn off|switch off|\bstop\b|\boff\b|끄기|해제|중지/i
const senses = /motion|sensor|tilt|shak|움직|동작|흔들|기울/i

/** What is done by shaking or tilting can be done otherwise, and switched off. */
export const deviceMotion: Rule = {
  id: 'rule/device-motion',
  criteria: ['2.5.4'],
  act: ['7677a9', 'c249d5'],
  severity: 'error',
  judge(page) {
    const at = page.nodes.find(({attributes}) =>
      Object.keys(attributes).some((name) => /^ondevice(motion|orientation)/.test(name)),
    )
    const listens = page.tree.scripts.some((text) =>
      /['"`]device(motion|orientation)(absolute)?['"`]|ondevice(motion|orientation)/.test(text),
    )
    const found = at ?? page.root
    if (!at && !listens) return []
    const offered = page.nodes.filter(({role, seen}) => seen && controls.test(role))
    const [off, others] = [true, false].map((isEnd) =>
      offered.filter(({role, name = ''}) => {
        const isSwitch = /^(checkbox|switch)$/.test(role) && senses.test(name)
        return (ends.test(name) || isSwitch) === isEnd
      }),
    )
    if (offered.length === 0) return [{at: found}]
    if (others?.length === 0) return [{at: found, variant: 'only'}]
    if (off?.length === 0) return [{at: found, variant: 'always'}]
    return [{at: found, doubtful: true, severity: 'notice', variant: 'look'}]
  },
}
