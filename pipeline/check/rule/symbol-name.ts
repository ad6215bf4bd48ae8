import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

const controls = /^(button|link|menuitem|tab|switch)$/
/** Letters of a font of icons, which have no name. */
const icons = /^[\p{Co}\s]*\p{Co}[\p{Co}\s]*$/u
const signs = /^(×|✕|✖|✗|✘|╳|⨯|❌|☰|≡|⋮|⋯)\uFE0F?$/u

/** What drawing programs call a layer until somebody names it, and what icons are exported as. */
const layer =
  /^(?:(?:icons?|ic|btn|assets?|symbols?|ui)\s?\/.+|(?:rectangle|oval|ellipse|polygon|vector|group|path|shape|combined shape|frame|layer|union|subtract|mask|bitmap|artboard|fill)[\s_-]*\d+(?: copy(?: \d+)?)?|\S+[-_]copy(?:[-_ ]?\d+)?|.+ copy \d+|(?:ic|icon|ico|btn)[-_][\w-]+|icon\/?\d*)$/i

/** A control's name is a word: a sign that the eye knows is read as “times”, or as nothing. */
export const symbolName: Rule = {
  id: 'rule/symbol-name',
  criteria: ['2.4.6'],
  act: [],
  of: controls,
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(({role, heard, name}) => controls.test(role) && heard && name)
      .filter((at) => !isDescribed(at, page))
      .flatMap((at): readonly Breach[] => {
        const name = at.name?.trim() ?? ''
        if (icons.test(name)) return [{at, variant: 'icon', criteria: ['4.1.2']}]
        if (layer.test(name) && isPictured(at, page))
          return [{at, variant: 'layer', criteria: ['4.1.2'], values: {name}}]
        const isCross = name === 'x' && at.role === 'button'
        return (signs.test(name) || isCross) && !isKey(at, page) ? [{at, values: {name}}] : []
      }),
}

/** What is read after the name: where the name is the sign, a title is that. */
function isDescribed(at: Node, page: Page): boolean {
  const {title = '', 'aria-description': said = ''} = at.attributes
  return [title, said, page.described(at, 'aria-describedby')].some((text) => /\p{L}/u.test(text))
}

/** A picture is all that is seen of it: visible words are the author's own. */
function isPictured(at: Node, page: Page): boolean {
  const inside = page.inside(at)
  const isWord = (one: Node) =>
    one.tag === '#text' &&
    one.seen &&
    /\p{L}/u.test(one.text ?? '') &&
    !page.above(one).some(({tag}) => tag === 'svg')
  return inside.some(({tag}) => tag === 'svg' || tag === 'img') && !inside.some(isWord)
}

/** One of the keys of a calculator, or of a keyboard drawn in the page. */
function isKey(at: Node, page: Page): boolean {
  const keys = page.nodes.filter(({role, name}) => role === at.role && name?.trim().length === 1)
  return keys.length >= 5
}
