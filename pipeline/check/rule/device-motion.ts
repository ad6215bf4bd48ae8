import type {Rule} from './rule.ts'

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
    const listens = page.tree.scripts.some((text) => /device(motion|orientation)/.test(text))
    const found = at ?? page.root
    if (!at && !listens) return []
    const controls = page.nodes.filter(
      ({role, seen}) =>
        seen &&
        /^(button|checkbox|switch|slider|radio|spinbutton|textbox|link|combobox)$/.test(role),
    )
    if (controls.length === 0) return [{at: found}]
    return [{at: found, doubtful: true, severity: 'notice', variant: 'look'}]
  },
}
