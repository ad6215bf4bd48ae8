import type {Rule} from './rule.ts'

const english =
  /\b(click|press|use|select|choose|see|follow|tap|push|find|check)\b[^.]{0,60}\b(round|square|circular|triangular|red|green|blue|yellow|orange|large|small|big|left|right|above|below|top|bottom)\b[^.]{0,25}\b(button|link|icon|image|menu|field|box|arrow|text|side|panel|column|corner|bar|option|form|section|search)\b/i
const korean =
  /(왼쪽|오른쪽|위쪽|아래쪽|상단|하단|좌측|우측|둥근|동그란|네모난|빨간|빨간색|초록색|녹색|파란|파란색|노란색)\s?(의\s?)?(버튼|아이콘|링크|메뉴|단추|그림|화살표|칸|영역)/

/** Instructions do not rely on shape, colour or place alone. Whether they do, a person has to see. */
export const sensory: Rule = {
  id: 'rule/sensory',
  criteria: ['1.3.3'],
  act: ['9bd38c'],
  severity: 'warning',
  judge: (page) =>
    page.nodes
      .filter(({tag, seen}) => seen && /^(p|li|td|dd|label|legend|div|span)$/.test(tag))
      .filter((at) => !page.inside(at).some(({tag}) => /^(p|li|td|dd|div)$/.test(tag)))
      .filter((at) => {
        const text = page.words(at)
        return (
          text.length < 400 &&
          (english.test(text) || korean.test(text)) &&
          !/["“”'‘’「].{2,}["“”'‘’」]/.test(text)
        )
      })
      .map((at) => ({at, doubtful: true})),
}
