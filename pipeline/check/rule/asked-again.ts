import type {Node, Page} from './page.ts'
import type {Breach} from './rule.ts'

/** What may have to be written twice: it is secret, or new each time (WCAG 3.3.7, “essential”, “security”). */
const secret = /^(on|off|(new|current)-password|one-time-code|cc-csc|webauthn)$/

/** What a label says that asks for the same once more. */
const again =
  /\b(confirm(ation)?|re-?(enter|type)|repeat|again|verify)\b|다시|재입력|한 ?번 더|(이메일|메일|주소) ?확인/i

/** Fields that ask again, as their names say, for what their form has just asked for; secrets may. */
export function askedAgain(page: Page): readonly Breach[] {
  const asked = new Map<string, Node>()
  return page.nodes.flatMap((at) => {
    const purpose = purposeOf(at)
    if (purpose === undefined) return []
    const form = page.above(at).find(({tag}) => tag === 'form')
    if (form === undefined) return []
    // Two groups may be about two people, or two places.
    const group = page.above(at).find(isGroup)
    const key = JSON.stringify([form.index, group?.index, purpose])
    const first = asked.get(key)
    if (first === undefined) asked.set(key, at)
    const {name = ''} = at
    const isSame = first !== undefined && (again.test(name) || name === first.name)
    return isSame ? [{at, variant: 'again', values: {name, first: first.name ?? ''}}] : []
  })
}

/** What a field collects: its autocomplete, with the section that it says, or a type that says as much. */
function purposeOf({tag, heard, name, attributes}: Node): string | undefined {
  if (!/^(input|textarea)$/.test(tag) || !heard || !name) return undefined
  if (['readonly', 'disabled'].some((one) => attributes[one] !== undefined)) return undefined
  // What is filled in already is not asked for.
  if (attributes['value']) return undefined
  const type = attributes['type']?.toLowerCase() ?? 'text'
  if (!/^(text|email|tel|url|number|date|search)$/.test(type)) return undefined
  const said = attributes['autocomplete']?.trim().toLowerCase().replace(/\s+/g, ' ') ?? ''
  const token =
    said
      .replace(/ webauthn$/, '')
      .split(' ')
      .at(-1) ?? ''
  if (token !== '' && token !== 'off') return secret.test(token) ? undefined : said
  return type === 'email' ? 'email' : undefined
}

function isGroup({tag, role}: Node): boolean {
  return tag === 'fieldset' || role === 'group' || role === 'radiogroup'
}
