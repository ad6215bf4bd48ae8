import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'

const test =
  /\bcaptcha|security (code|image|check)|verification (image|picture)|(letters|characters|code|text) (shown |you see )?in the (image|picture)|보안 ?문자|자동 ?(입력|등록|가입) ?방지|자동방지|스팸 ?방지/i
/** An order to copy what a picture shows. */
const order =
  /\b(type|enter|copy|write)( in)? (what|the (letters|characters|numbers|digits|words?)( that)?) you see\b|보이는 (글자|문자|숫자)(를|들을)? ?(입력|적|쓰)/i
const way =
  /\b(audio|listen|hear|sound|speak|another way|cannot (see|read)|can't (see|read)|by (phone|e-?mail|text message)|call us|call (our|the)|telephone)\b|음성|듣기|소리|다른 방법|전화로|이메일로|문자로/i

/** A picture to copy letters from is not the only way to show that one is a person. */
export const captcha: Rule = {
  id: 'rule/captcha',
  criteria: ['1.1.1'],
  act: [],
  of: /^(img|image|canvas)$/,
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter((at) => /^(img|canvas)$/.test(at.tag) && at.seen && isTest(at, page))
      .filter((at) => !hasOtherWay(at, page))
      .map((at) => ({at})),
}

/** A form's picture that is called one, or its only picture where a field asks for what it shows. */
function isTest(at: Node, page: Page): boolean {
  const form = formOf(at, page)
  const fields = page.inside(form).filter(({role, seen}) => role === 'textbox' && seen)
  // The security code on the back of a card is no test.
  if (fields.some((one) => isOfCard(one))) return false
  const {name = '', attributes} = at
  const isCalled = test.test([name, attributes['src'] ?? '', attributes['id'] ?? ''].join(' '))
  const isAsked =
    fields.some((one) => test.test(one.name ?? '')) ||
    (fields.length > 0 && form !== page.root && order.test(page.words(form)))
  // An article may show one, or the queue at a security check.
  if (form === page.root) return isCalled && isAsked
  const pictures = page.inside(form).filter(({tag, seen}) => seen && /^(img|canvas)$/.test(tag))
  return (isCalled && fields.length > 0) || (isAsked && pictures.length === 1)
}

function isOfCard({name = '', attributes}: Node): boolean {
  return (
    /\bcard\b|\bcv[cv]\b|카드/i.test(name) ||
    attributes['autocomplete']?.trim().startsWith('cc-') === true
  )
}

/** Something to listen to, or words for another way, in the form or beside it. */
function hasOtherWay(at: Node, page: Page): boolean {
  const form = formOf(at, page)
  const around = page.above(form)[0] ?? form
  return (
    page.inside(form).some(({tag}) => tag === 'audio') ||
    way.test(page.words(around)) ||
    page.inside(around).some(({heard, name = ''}) => heard && way.test(name))
  )
}

function formOf(at: Node, page: Page): Node {
  return page.above(at).find(({tag, role}) => tag === 'form' || role === 'form') ?? page.root ?? at
}
