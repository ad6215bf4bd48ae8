import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

const place =
  /\b\d{1,2}(st|nd|rd|th)\b|\b(character|letter|digit|number) \d{1,2}\b|\b(first|second|third|fourth|fifth|sixth|seventh|eighth|last) (character|letter|digit)\b|\d{1,2}\s?번째/i
const number =
  '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[일이삼사오육칠팔구십])'
const sum = new RegExp(
  `\\b\\d{1,2}\\s*[+−–x×*-]\\s*\\d{1,2}\\b|\\b${number} (?:plus|minus|times|less) ${number}\\b|${number}\\s?(?:더하기|빼기|곱하기)\\s?${number}`,
  'i',
)
/** What makes two numbers a question, and not a length or an age: “8–16 characters”. */
const asks = /[=?]|\b(solve|sum|calculate|answer)\b|얼마|계산|답/i

/** To sign in asks nobody to pick letters out of a password, or to solve a puzzle. */
export const signInTest: Rule = {
  id: 'rule/sign-in-test',
  criteria: ['3.3.8'],
  act: [],
  severity: 'error',
  judge: (page) => [...picked(page), ...puzzles(page), ...unpasted(page)],
}

/**
 * Fields of one hidden letter each, by its place: they can be neither pasted nor filled in. Four and
 * more from the first on are a whole code.
 */
function picked(page: Page): readonly Breach[] {
  const fields = page.nodes.filter(
    ({tag, seen, name = '', attributes: {type, maxlength}}) =>
      tag === 'input' && seen && type === 'password' && maxlength === '1' && place.test(name),
  )
  const [at] = fields
  const isWhole =
    fields.length >= 4 &&
    fields.every(({name = ''}, index) => Number(/\d+/.exec(name)?.[0]) === index + 1)
  return fields.length >= 2 && !isWhole ? [{at, variant: 'letters'}] : []
}

/** A sum beside a password that is known already: to sign up is not to sign in. */
function puzzles(page: Page): readonly Breach[] {
  return page.nodes
    .filter(
      ({tag, seen, name = ''}) => tag === 'input' && seen && sum.test(name) && asks.test(name),
    )
    .filter((at) => {
      const form = page.above(at).find(({tag}) => tag === 'form')
      const passwords = form ? page.inside(form).filter(isPassword) : []
      const [only] = passwords
      return passwords.length === 1 && only?.attributes['autocomplete'] !== 'new-password'
    })
    .map((at) => ({at, values: {name: at.name ?? ''}}))
}

/** A password that a script keeps from being pasted; where it is repeated to choose a new one, too. */
function unpasted(page: Page): readonly Breach[] {
  const refuses = /return false|preventDefault/
  return page.nodes
    .filter(
      (at) =>
        at.seen &&
        isPassword(at) &&
        (refuses.test(at.attributes['onpaste'] ?? '') ||
          page.tree.scripts.some((script) => refusesPasting(at, script))),
    )
    .map((at) => ({at, variant: 'paste'}))
}

/** A listener that does nothing but refuse what is pasted, in a script that speaks of the field. */
function refusesPasting({attributes: {id, name}}: Node, script: string): boolean {
  const listener =
    /(?:\.onpaste\s*=|addEventListener\(\s*['"`]paste['"`]\s*,)\s*(?:function\s*\w*\s*\(\w*\)|\(?\w*\)?\s*=>)\s*(?:\{\s*)?(?:return false|\w+\.preventDefault\(\))\s*;?\s*(?:return false\s*;?\s*)?[})]/
  // What has an id can be spoken of by that alone (HTML, “Named access on the Window object”).
  const isBare =
    id !== undefined &&
    /^[a-z_$][\w$]*$/i.test(id) &&
    new RegExp(`(?<![\\w$.])${id.replaceAll('$', '\\$')}\\.(?:onpaste|addEventListener)`).test(
      script,
    )
  const quoted = (script.match(/(['"`]).*?\1/g) ?? []).map((one) => one.slice(1, -1))
  return (
    listener.test(script) &&
    (isBare ||
      quoted.some(
        (one) => one === id || one === name || one === `#${id}` || /type=["']?password/.test(one),
      ))
  )
}

function isPassword({tag, attributes: {type, maxlength}}: Node): boolean {
  return tag === 'input' && type === 'password' && maxlength !== '1'
}
