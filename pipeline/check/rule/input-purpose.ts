import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

type Purpose = 'email' | 'telephone' | 'postcode' | 'given' | 'family'

const labels: Readonly<Record<Purpose, RegExp>> = {
  email: /\be-?mail\b|이메일|전자 ?우편/i,
  telephone: /\b(tele)?phone\b|\bmobile (number|phone)\b|전화|휴대폰/i,
  postcode: /\bpost ?code\b|\bzip( code)?\b|우편번호/i,
  given: /\b(first|given) name\b/i,
  family: /\b(last|family) name\b|\bsurname\b/i,
}
const tokens: Readonly<Record<Purpose, RegExp>> = {
  email: /^email$/,
  telephone: /^tel(-|$)/,
  postcode: /^postal-code$/,
  given: /^(given-name|additional-name)$/,
  family: /^family-name$/,
}
/** What says something else than any of these: that of an address, a card, a birthday. */
const others =
  /^(street-address|address-l(ine|evel)\d|country|country-name|bday(-\w+)?|cc-\w+(-\w+)?|organization|sex|url|language)$/
/** What a label may ask about one of these: the country of a telephone, the name on a card. */
const aspects = /\b(language|country|organi[sz]ation|company|web ?site|card)\b|언어|국가|회사|카드/i

const purposes: readonly Purpose[] = ['email', 'telephone', 'postcode', 'given', 'family']

/** A field's `autocomplete` says what its label says: else the wrong words are filled in (WCAG's failure F107). */
export const inputPurpose: Rule = {
  id: 'rule/input-purpose',
  criteria: ['1.3.5'],
  act: [],
  of: /^(textbox|combobox)$/,
  severity: 'error',
  judge: (page) => [...contradicted(page), ...missing(page)],
}

function contradicted(page: Page): readonly Breach[] {
  return page.nodes
    .filter(({tag, heard, name}) => /^(input|select)$/.test(tag) && heard && name)
    .flatMap((at) => {
      const {name = ''} = at
      if (whole.test(name.trim()))
        return noName.test(lastToken(at)) ? [{at, values: {name, token: lastToken(at)}}] : []
      const said = purposes.filter((one) => labels[one].test(name))
      const token = lastToken(at)
      const meant = purposes.find((one) => tokens[one].test(token))
      const isOther =
        meant === undefined ? others.test(token) && !aspects.test(name) : !said.includes(meant)
      if (said.length !== 1 || !isOther) return []
      return [{at, values: {name, token}}]
    })
}

/** What a form asks of the user who fills it in. */
const isOwn = /^(name|.*-name|email|tel(-.*)?|postal-code|street-address|address-.*|bday(-.*)?)$/

/** What opens an account, and is nobody's data. */
const isKey = /^(username|(new|current)-password)$/

function lastToken({attributes}: Node): string {
  return attributes['autocomplete']?.trim().toLowerCase().split(/\s+/).at(-1) ?? ''
}

/** What no person's name is. */
const noName = /^(email|tel(-.*)?|postal-code|street-address|address-.*|bday(-.*)?|sex|language)$/

/** In a form that asks for more of the kind, it is the user's own. */
const whole = /^(your )?(full )?name\W*$|^(이름|성명|성함)\P{L}*$/iu

/** Another person's data, which no browser keeps. */
const anothers =
  /\b(recipient|child|partner|spouse|guardian|emergency|next of kin|friend|their|his|her|patient|student|pupil|employee|manager|referee|company|business|contact person|author|customer)('?s)?\b|받는|수령|자녀|보호자|배우자|추천인|회사|업체|기업|담당자|학생|환자|대표자/i

/** Who is searched for is somebody else. */
function finds(form: Node, page: Page): boolean {
  const search = /^(search|find)\b|검색/i
  return (
    form.role === 'search' ||
    page.inside(form).some(({role, name = ''}) => role === 'button' && search.test(name.trim()))
  )
}

/**
 * A form that asks for two or more of a user's own name, e-mail address, telephone number and
 * postcode, and says of none of its fields what it collects; or of some, and leaves one out.
 */
function missing(page: Page): readonly Breach[] {
  const forms = page.nodes.filter(({tag}) => tag === 'form')
  return forms.flatMap((form): readonly Breach[] => {
    // A box to tick that is called “Email” asks for a choice.
    const own = page
      .inside(form)
      .filter(
        ({tag, role, heard, name}) =>
          tag === 'input' && /^(textbox|combobox)$/.test(role) && heard && name,
      )
    const said = [form, ...own].filter(({attributes}) => 'autocomplete' in attributes)
    // What is switched off, or said in words that nobody knows, is meant so or another matter.
    const isMeant = said.every(
      (one) => one !== form && (isOwn.test(lastToken(one)) || isKey.test(lastToken(one))),
    )
    if (
      !isMeant ||
      finds(form, page) ||
      anothers.test(page.words(form)) ||
      anothers.test(form.name ?? '')
    )
      return []
    const asked = own.flatMap((at): readonly {readonly at: Node; readonly kind: string}[] => {
      const [kind, ...more] = purposes.filter((one) => labels[one].test(at.name ?? ''))
      if (kind !== undefined) return more.length === 0 ? [{at, kind}] : []
      return whole.test(at.name?.trim() ?? '') ? [{at, kind: 'whole'}] : []
    })
    const kinds = new Set(asked.map(({kind}) => kind))
    const first = asked.find(({at}) => !said.includes(at))
    const isMore = said.some(
      (one) => isOwn.test(lastToken(one)) && !asked.some(({at}) => at === one),
    )
    return first && kinds.size + Number(isMore) >= 2
      ? [{at: first.at, variant: 'missing', values: {name: first.at.name ?? ''}}]
      : []
  })
}
