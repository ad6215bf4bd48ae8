import type {Block} from './block.ts'

/** The label above a headline, or the menu of the page that it was taken from. */
export function labelsAbove(blocks: readonly Block[]): readonly Block[] {
  const [first, second] = blocks
  if (first === undefined || second === undefined) return []
  const end = blocks.findIndex(
    ({text, run}) =>
      run !== first.run ||
      !/^[\p{Lu}가-힣][\p{L}&]*(?: [\p{L}&]+)?$/u.test(text) ||
      text.length > 20,
  )
  const beneath = blocks[end]
  const isMenu = end >= 2 && beneath?.run === first.run && /\S+\s+\S+\s+\S/.test(beneath.text)
  if (isMenu) return blocks.slice(0, end)
  return isLabel(first, second) ? [first] : []
}

/** The name of a section or an alarm above the headline: `WORLD`, `[국제]`, `BREAKING`. */
function isLabel({text}: Block, next: Block): boolean {
  return looksLikeLabel(text) && next.text.length > text.length * 1.5 && next.text.length <= 160
}

/** Whether a line looks like such a label, wherever it stands. */
export function looksLikeLabel(text: string): boolean {
  const words = text.split(/\s+/).length
  return (
    /^[[(<【][^\])>】]{1,12}[\])>】]$/.test(text) ||
    /^(?:urgent|breaking|breaking news|exclusive|opinion|analysis|explainer|live)[:!]?$/i.test(
      text,
    ) ||
    (words <= 2 && text.length <= 20 && text === text.toUpperCase() && /\p{Lu}/u.test(text)) ||
    (words === 1 && /^[가-힣]{2,4}$/.test(text))
  )
}

/** What a desk put at the beginning of a headline: `[단독]`, `UPDATE 2-`. */
export function tagOf(headline: string): string | undefined {
  return tag.exec(headline)?.[1]
}

const tag =
  /^([[(<【][^\])>】]{1,8}[\])>】]|(?:UPDATE|WRAPUP|REFILE|RPT|CORRECTED|EXCLUSIVE|ANALYSIS|FACTBOX|BRIEF)(?: \d+)?-)\s*\S/
