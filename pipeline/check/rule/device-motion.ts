import type {Page} from './page.ts'
import type {Rule} from './rule.ts'

const controls = /^(button|checkbox|switch|slider|radio|spinbutton|textbox|link|combobox|listbox)$/
const ends = /disable|turn off|switch off|\bstop\b|\boff\b|끄기|해제|중지/i
const senses = /motion|sensor|tilt|shak|움직|동작|흔들|기울/i
const event = `['"\`]device(?:motion|orientation)(?:absolute)?['"\`]`
/** Called with the event's name, or with what a script keeps it in. */
const listening = new RegExp(`[(,]\\s*${event}\\s*[,)]|ondevice(?:motion|orientation)`)
const kept = new RegExp(event)
const listeningToKept = /\b(?:addEventListener|on)\??\.?\(\s*[^'"`)\s]/
/** A listener that does nothing. */
const idle = new RegExp(
  `${event}\\s*,\\s*(?:function\\s*\\w*\\(\\w*\\)|\\(?\\w*\\)?\\s*=>)\\s*\\{\\s*\\}`,
  'g',
)
const leaving = new RegExp(`removeEventListener\\(\\s*${event}`)
/** What measures motion cannot do without it. */
const measures =
  /\b(spirit level|bubble level|inclinometer|compass|pedometer|step counter|counts? (your |my )?steps|seismo\w+|accelerometer|gyroscope)\b|수평계|나침반|만보기|걸음 ?수|걸음(을|을 )? ?세|가속도계|지진계/i

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
    const scripts = page.tree.scripts.map((text) => text.replaceAll(idle, ''))
    const found = at ?? page.root
    if (!at && !scripts.some((text) => isListening(text))) return []
    const look = [{at: found, doubtful: true, severity: 'notice', variant: 'look'}] as const
    if (scripts.some((text) => leaving.test(text)) || isMeasure(page)) return look
    const offered = page.nodes.filter(({role, seen}) => seen && controls.test(role))
    const [off, others] = [true, false].map((isEnd) =>
      offered.filter(({role, name = ''}) => {
        const isSwitch = /^(checkbox|switch)$/.test(role) && senses.test(name)
        return (ends.test(name) || isSwitch) === isEnd
      }),
    )
    if (offered.length === 0) return [{at: found}]
    if (others?.length === 0) return [{at: found, variant: 'only', act: ['c249d5']}]
    if (off?.length === 0) return [{at: found, variant: 'always', act: ['7677a9']}]
    return look
  },
}

function isListening(text: string): boolean {
  return listening.test(text) || (kept.test(text) && listeningToKept.test(text))
}

function isMeasure({nodes, tree}: Page): boolean {
  const headings = nodes.filter(({role, seen}) => role === 'heading' && seen)
  return [tree.title, ...headings.map(({name = ''}) => name)].some((text) => measures.test(text))
}
