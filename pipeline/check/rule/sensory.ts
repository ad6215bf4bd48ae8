import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf} from './vague.ts'

// "Above" and "below" are left out: in reading order they are "before" and "after".
const looks =
  /\b(round|rounded|square|circular|triangular|rectangular|red|green|blue|yellow|orange|purple|pink|grey|gray|black|white|larger?|largest|biggest|bigger|big|smaller|smallest|small|left|right|left-hand|right-hand|leftmost|rightmost)\b/i
const english = new RegExp(
  `\\b(click|press|use|select|choose|see|follow|tap|push|find|check|activate|go to|hit|fill in|fill out|complete)\\b[^.!?]{0,60}${looks.source}[^.!?]{0,25}\\b(buttons?|links?|icons?|images?|menus?|fields?|box(es)?|arrows?|panels?|column|sidebar|bar|tabs?|options?|form|navigation|list|circle|square|triangle)\\b`,
  'i',
)
const placed = new RegExp(
  `\\b(click|press|use|select|choose|see|follow|tap|push|activate|go to)\\b[^.!?]{0,60}\\b(buttons?|links?|icons?|menus?|fields?|box(es)?|arrows?|navigation|list|form)\\b[^.!?]{0,20}\\b(on|to|at) (the|your) (left|right)\\b`,
  'i',
)
const korean =
  /(왼쪽|오른쪽|좌측|우측|둥근|동그란|네모난|세모난|빨간|빨간색|초록색|초록|녹색|파란|파란색|노란|노란색|주황색|회색|큰|작은)\s?(의\s?|에 있는\s?)?((둥근|동그란|네모난|세모난|빨간|빨간색|초록색|초록|녹색|파란|파란색|노란|노란색|주황색|회색|큰|작은)\s?)?(버튼|아이콘|링크|메뉴|단추|그림|화살표|칸|영역|상자|동그라미|네모|세모)(을|를|에)?[^.]{0,20}(누[르른를릅]|눌[러렀]|클릭|선택|사용|이용|고[르른를릅]|골[라랐]|채[우운울웁워웠]|입력|적[으어]|쓰세요|써야)/
/** Arrows and signs to follow stand along a way. */
const outdoors =
  /\bfollow\b[^.!?]{0,40}\b(arrows?|signs?|markers?|footprints)\b|화살표(를|을)? 따라|표지판/i
const controls = /^(button|link|menuitem|tab|textbox|searchbox|checkbox|radio|combobox|img|image)$/

/**
 * Instructions do not rely on shape, colour or place alone: they name what they mean, in the same
 * sentence or elsewhere, or what they mean bears the word.
 */
export const sensory: Rule = {
  id: 'rule/sensory',
  criteria: ['1.3.3'],
  act: ['9bd38c'],
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(
        ({tag, seen, heard}) =>
          (seen || heard) && /^(p|li|td|dd|label|legend|div|span|strong|em)$/.test(tag),
      )
      .filter((at) => !page.inside(at).some(({tag}) => /^(p|li|td|dd|div)$/.test(tag)))
      .filter((at) => !page.above(at).some(({tag}) => /^(p|li|td|dd|a|button)$/.test(tag)))
      .flatMap((at) => {
        const text = passagesOf(page.words(at)).find(
          (one) =>
            [english, placed, korean].some((asks) => asks.test(withoutKeywords(one))) &&
            !outdoors.test(one) &&
            !isNamed(one, page),
        )
        return text === undefined ? [] : [{at, values: {text}}]
      }),
}

/** Among words in small letters, `SELECT` is no request. */
function withoutKeywords(text: string): string {
  return /\p{Ll}{2}/u.test(text) ? text.replace(/\b(SELECT|USE|CHECK|FIND)\b/g, '') : text
}

/** A text, or the sentences of a long one: what is named far from an instruction is named elsewhere. */
function passagesOf(text: string): readonly string[] {
  return text.length < 400 ? [text] : text.split(/(?<=[.!?])\s+/)
}

/** Whether a name of what is meant stands in the sentence, or the word for its looks in the name. */
function isNamed(text: string, page: Page): boolean {
  if (
    /["“”'‘’「『].{2,}?["“”'‘’」』]|\b(labell?ed|named|called|titled|which says|that says)\b|이라고|라고/.test(
      text,
    )
  )
    return true
  const said = ` ${bareOf(text)} `
  const [, look = ''] = looks.exec(text) ?? []
  const names = page.nodes
    .filter(({role, name, seen, heard}) => controls.test(role) && name && (seen || heard))
    .map(({name = ''}) => bareOf(name))
  const pressed = page.nodes
    .filter(({role, name, heard}) => controls.test(role) && role !== 'link' && name && heard)
    .map(({name = ''}) => bareOf(name))
  return (
    names.some((name) => name.length > 2 && said.includes(` ${name} `)) ||
    names.some((name) => look !== '' && ` ${name} `.includes(` ${look.toLowerCase()} `)) ||
    isNamedElsewhere(pressed, text, page)
  )
}

/** What asks for something to be used, or says what it is called. */
const asks =
  /\b(click|press|use|select|choose|see|follow|tap|push|find|check|activate|go to|hit|fill in|fill out|complete|enter|type|write|open|buttons?|links?|icons?|menus?|fields?|named|called|labell?ed|titled)\b|버튼|단추|링크|메뉴|아이콘|이라는|이라고|[누눌][르른를릅러렀]|클릭|선택|사용|이용|입력|고르|골라|적[으어]|쓰세요|써야|채[우운울워]|열[고면어]/i

/** Whether another sentence says to use a thing by its name. */
function isNamedElsewhere(names: readonly string[], text: string, page: Page): boolean {
  return page.nodes.some((one) => {
    const {text: other = ''} = one
    const isOther = one.tag === '#text' && one.heard && !text.includes(other.trim())
    const isLed = ({role, tag}: Node) =>
      controls.test(role) || role === 'heading' || /^(label|legend)$/.test(tag)
    if (!isOther || looks.test(other) || !asks.test(other) || page.above(one).some(isLed))
      return false
    const said = ` ${bareOf(other)} `
    return names.some((name) => name.length > 2 && said.includes(` ${name} `))
  })
}
