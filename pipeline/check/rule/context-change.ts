import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

const leaves = /\blocation\b|\.submit\s*\(|window\.open|\bopen\s*\(|history\./
const drops = /\bblur\s*\(/

/** What a script does as one writes, other than to keep in the address what is asked for. */
const leavesWhileWriting =
  /\.(?:requestS|s)ubmit\s*\(|\blocation(?:\.href)?\s*=(?!=)|\blocation\.(?:assign|replace)\s*\(/

/** A window opened by what a script does when the page is there, and by nothing in between. */
const opensAtOnce =
  /(?:\bonload\s*=|['"`](?:load|DOMContentLoaded)['"`]\s*,)\s*(?:async\s*)?(?:function\b[^{;]*\{|\(?\w*\)?\s*=>\s*\{?)\s*(?:window\.)?open\s*\(/

/** To come to a page or a control, or to choose in it, opens nothing and sends nothing. */
export const contextChange: Rule = {
  id: 'rule/context-change',
  criteria: ['3.2.1', '3.2.2'],
  act: [],
  severity: 'error',
  judge: (page) => [
    ...popUps(page),
    ...chosen(page),
    ...focused(page),
    ...page.nodes.flatMap((at) => (at.seen ? faults(at, page) : [])),
  ],
}

/** The page's only list to choose from, whose choice a script of the page answers by leaving. */
function chosen(page: Page): readonly Breach[] {
  const lists = page.nodes.filter(({tag, seen}) => tag === 'select' && seen)
  const [at] = lists
  const script = page.tree.scripts.join('\n')
  return at &&
    lists.length === 1 &&
    !isTold(at, page) &&
    !/\bonchange\b/.test(Object.keys(at.attributes).join()) &&
    leavesByChoice(script)
    ? [{at, variant: 'choice', criteria: ['3.2.2']}]
    : []
}

/** Whether what waits for a change goes elsewhere at once: written there, or a function of that name. */
function leavesByChoice(script: string): boolean {
  const waits = /(?:\.onchange\s*=|addEventListener\(\s*['"`]change['"`]\s*,)\s*/g
  return [...script.matchAll(waits)].some(({0: {length}, index}) => {
    const handler = script.slice(index + length, index + length + 400)
    const [, name = ''] = /^(\w+)\s*(?:[;,)\n]|$)/.exec(handler) ?? []
    const body = name === '' ? handler : definitionOf(name, script)
    return goes.test(body)
  })
}

/** The whole of what a handler does: to go to an address, perhaps on a condition. */
const goes =
  /^(?:async\s*)?(?:function\b[^{]*\{|\(?\w*\)?\s*=>\s*\{?)\s*(?:(?:const|let|var)\s[^;\n]*[;\n]\s*)?(?:if\s*\((?:[^()]|\([^()]*\))*\)\s*\{?\s*)?(?:window\.|document\.|self\.|top\.)?(?:location(?:\.href)?\s*(?:=(?!=)|\.(?:assign|replace)\()|(?:this|\w+\.(?:target|currentTarget))\.form\.(?:requestSubmit|submit)\(\))/

function definitionOf(name: string, script: string): string {
  const [, body = ''] =
    new RegExp(`(?:\\b${name}\\s*=\\s*|(?=function\\s+${name}\\b))([^]{0,400})`).exec(script) ?? []
  return body
}

/** What waits for the focus at a control, or for that of what stands in it; a window has the focus, too, and is none. */
const waitsForFocus =
  /(?<![\w$.])(?:(?!(?:window|self|globalThis|top|document)\.)[\w$][\w$.]*(?:\([^()]*\))?\??\.(?:onfocus\s*=|addEventListener\(\s*['"`]focus['"`]\s*,)|(?:[\w$][\w$.]*(?:\([^()]*\))?\??\.)?addEventListener\(\s*['"`]focusin['"`]\s*,)\s*/g

/** The whole of what a handler does: to send a form, to go elsewhere, or to open a window, perhaps on a condition. */
const goesByFocus =
  /^(?:async\s*)?(?:function\b[^{]*\{|\(?\w*\)?\s*=>\s*\{?)\s*(?:if\s*\((?:[^()]|\([^()]*\))*\)\s*\{?\s*)?(?:(?:window\.|self\.)?location(?:\.href)?\s*(?:=(?!=)|\.(?:assign|replace)\()|[\w$.]+\.(?:requestSubmit|submit)\(\s*\)|window\.open\(|open\(\s*['"`](?:\/|\.|https?:))/

/** A script of the page that answers the focus by leaving. */
function focused(page: Page): readonly Breach[] {
  const {body} = page
  const isLeft = page.tree.scripts.some((script) =>
    [...script.matchAll(waitsForFocus)].some(({0: {length}, index}) =>
      goesByFocus.test(script.slice(index + length, index + length + 400)),
    ),
  )
  return isLeft ? [{at: body, variant: 'focus', criteria: ['3.2.1']}] : []
}

/** WCAG's failure F52. */
function popUps(page: Page): readonly Breach[] {
  const {body} = page
  const isOpened =
    /^\s*(?:window\.)?open\s*\(/.test(body?.attributes['onload'] ?? '') ||
    page.tree.scripts.some((text) => opensAtOnce.test(text))
  return isOpened ? [{at: body, variant: 'load', criteria: ['3.2.1']}] : []
}

/** What a choice does at once, in words. */
export const advice =
  /\b(when|if|once|as soon as) you (choose|select|pick|change)\b|\b(choosing|selecting|changing|picking)\b[^.]{0,40}\b(opens|goes|takes|loads|sends|submits|leads|reloads)\b|(고르면|선택하면|바꾸면)[^.]{0,30}(바로|곧|이동|열[리린립]|넘어|보내)/i

/** What is written does at once, in words. */
const adviceToWriters =
  /\b(when|once|as soon as|while) you (type|write|enter|fill)\b|(쓰면|입력하면|채우면)[^.]{0,30}(바로|곧|이동|열[리린립]|넘어|보내|전송)/i

/** Who is advised before the choice is not surprised by it (WCAG 2.2, 3.2.2): by its name, its description, or the words before it. */
function isTold(at: Node, page: Page, words = advice): boolean {
  const before = page.nodes
    .slice(0, at.index)
    .filter(({tag, heard, text}) => tag === '#text' && heard && text?.trim())
    .slice(-3)
    .map(({text = ''}) => text)
  const said = [at.name ?? '', page.described(at, 'aria-describedby'), ...before]
  return said.some((text) => words.test(text))
}

function faults(at: Node, page: Page) {
  const {onchange = '', onfocus = '', oninput = ''} = at.attributes
  const isChoice =
    at.tag === 'select' ||
    (at.tag === 'input' && /^(radio|checkbox|text|)$/.test(at.attributes['type'] ?? ''))
  return [
    ...(isChoice && leaves.test(onchange) && !isTold(at, page)
      ? [{at, variant: 'choice', criteria: ['3.2.2']}]
      : []),
    // WCAG's failure F36.
    ...(leavesWhileWriting.test(oninput) && !isTold(at, page, adviceToWriters)
      ? [{at, variant: 'writing', criteria: ['3.2.2']}]
      : []),
    ...(leaves.test(onfocus) ? [{at, variant: 'focus', criteria: ['3.2.1']}] : []),
    ...(drops.test(onfocus) ? [{at, variant: 'dropped', criteria: ['3.2.1']}] : []),
  ]
}
