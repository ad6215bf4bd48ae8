import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

const colours = '(?:red|green|blue|yellow|orange|purple|grey|gray|pink)'
const marked = new RegExp(
  `\\b(?:required|mandatory|errors?|invalid|incorrect|optional)\\b[^.]{0,50}\\b(?:in|are|is|marked|shown|highlighted)\\b(?: \\w+){0,2} ${colours}\\b`,
  'i',
)
const markedAfter = new RegExp(
  `\\b(?:fields?|boxes|questions?|labels?|items?|those|anything|everything)\\b[^.]{0,20}\\bin ${colours}\\b[^.]{0,20}\\b(?:required|mandatory|optional|invalid|incorrect|wrong|must be)\\b`,
  'i',
)
const markedWith = new RegExp(
  `\\b(?:fields?|boxes|questions?|labels?|items?|those)\\b[^.]{0,12}\\b(?:with|have|has|having|whose)\\b[^.]{0,15}\\b${colours}\\b[^.]{0,20}\\b(?:required|mandatory|optional|invalid|incorrect|wrong|must be)\\b|\\b${colours} (?:fields?|questions?|labels?)\\b[^.]{0,20}\\b(?:required|mandatory|optional|invalid|incorrect|wrong|must be)\\b`,
  'i',
)
const shown = new RegExp(
  `\\b(?:(?:shown|marked|highlighted|displayed|listed|coloured|colored|printed|written) in|those in|the ones in|items in|in the colou?r) (?:\\w+ )?${colours}\\b`,
  'i',
)
const each = new RegExp(
  `\\b\\w+s (?:in|marked) ${colours} (?:are|is|means?|shows?)\\b[^.]*\\b(?:in|marked) ${colours}\\b`,
  'i',
)
const askedKorean =
  /(빨간|빨강|붉은|초록|녹색|파란|파랑|노란)\s?색?\s?(글씨|글자)?(로 된|의|인)?\s?(항목|칸|란|입력란|이름)(은|는|을|를)?[^.]{0,12}(반드시|필수|꼭)/
const markedKorean =
  /(필수|오류|에러|잘못)[^.]{0,30}(빨간|빨강|붉은|초록|녹색|파란|파랑|노란)\s?(색|글씨)?[^.]{0,12}(표시|입니다|이다)/
const shownKorean = /(빨간|붉은|초록|파란|노란|녹)색?(으로|로) (표시|나타|강조)/

/** What colour says, something else says too: a mark, a word, a shape. */
export const colourWords: Rule = {
  id: 'rule/colour-words',
  criteria: ['1.4.1'],
  act: [],
  severity: 'warning',
  judge: (page) => [...alone(page), ...grounds(page), ...said(page)],
}

function said(page: Page): readonly Breach[] {
  const isMarked = page.labels.some((label) => sign.test(shownIn(label, page)))
  return page.nodes
    .filter(({tag, seen}) => seen && /^(p|li|td|dd|label|legend|div|span|figcaption)$/.test(tag))
    .filter((at) => !page.inside(at).some(({tag}) => /^(p|li|td|dd|div|label)$/.test(tag)))
    .flatMap((at): readonly Breach[] => {
      const text = page.words(at)
      if (text.length > 400) return []
      const hasMark = /[*＊]|asterisk|별표|"|“/.test(text)
      const isField = [marked, markedAfter, markedWith, markedKorean, askedKorean].some((one) =>
        one.test(text),
      )
      if (isField && !hasMark && !isMarked)
        return [{at, variant: 'fields', severity: 'error' as const}]
      const isShown = [shown, each, shownKorean].some((one) => one.test(text))
      return isShown ? [{at, doubtful: true}] : []
    })
}

/** What a label says of its field beside its colour. */
const sign = /[*＊]|\b(required|mandatory)\b|[([]\s*optional|필수|[([]\s*선택/i

/** The words of an element, those of style sheets among them. */
function shownIn(at: Node, page: Page): string {
  return [page.words(at), ...[at, ...page.inside(at)].map(({styled = ''}) => styled)].join(' ')
}

const names: Readonly<Record<string, RegExp>> = {
  red: meant('red', '빨간|빨강|붉은'),
  green: meant('green', '초록|녹색'),
  blue: meant('blue', '파란|파랑'),
  orange: meant('orange', '주황'),
  yellow: meant('yellow', '노란|노랑'),
}

/** Words for what is set in a colour: dates in red, and no red squirrel. */
function meant(english: string, korean: string): RegExp {
  const things =
    'ones?|text|letters|words|rows?|lines?|cells?|days?|dates?|names?|figures?|numbers?'
  const items = '글씨|글자|날짜|날|줄|행|칸|숫자|이름|항목|표시'
  return new RegExp(
    [
      `\\b(in|are|is|shown|marked|printed|coloured|colored) ${english}(?=[.,;:)]|$| (and|are|is|have|has|were|or|mean)\\b)`,
      `\\b${english} (${things}|entries|items|means?|shows|is for)\\b`,
      `(${korean})색? ?(${items})|(${korean})색?(으로|은|는|이|인) `,
    ].join('|'),
    'i',
  )
}

/**
 * A sentence speaks of what is red, and what is red in a list or a table is set like the rest of it
 * but for the colour, and has no word or sign more.
 */
function alone(page: Page): readonly Breach[] {
  const prose = proseOn(page)
  return Object.entries(names).flatMap(([colour, name]): readonly Breach[] => {
    if (!prose.some((text) => name.test(text))) return []
    const at = page.nodes.find(
      (one) => one.look?.colour === colour && one.seen && isToldByColour(one, page),
    )
    return at ? [{at, variant: 'alone', severity: 'error', values: {text: page.words(at)}}] : []
  })
}

/** A sentence speaks of green and red cells, and but for figures all that are so say the same. */
function grounds(page: Page): readonly Breach[] {
  // With a limit beside the colours, the figures of the cells tell the same.
  const prose = proseOn(page)
    .flatMap((text) => text.split(/(?<=[.!?。])\s+/))
    .filter((sentence) => !limit.test(sentence))
  return page.nodes
    .filter(({tag, heard}) => tag === 'table' && heard)
    .flatMap((table): readonly Breach[] => {
      const cells = page.inside(table).filter((one) => one.tag === 'td' && page.words(one) !== '')
      const coloured = cells.filter(({ground}) => ground !== undefined)
      const behind = new Set(coloured.map(({ground = ''}) => ground))
      const named = [...behind].filter((colour) => prose.some((text) => names[colour]?.test(text)))
      const at = coloured.find(({ground = ''}) => named.includes(ground))
      const says = new Set(coloured.map((cell) => signsIn(cell, page)))
      const isAlone = behind.size > 1 && named.length > 1 && says.size === 1
      return at && isAlone
        ? [{at, variant: 'ground', severity: 'error', values: {text: page.words(at)}}]
        : []
    })
}

const limit =
  /\d|\b(over|under|above|below|more|less|fewer|higher|lower|at least|at most|positive|negative)\b|이상|이하|초과|미만|높은|낮은|많은|적은|양수|음수/i

/** What a cell says and shows beside its figures. */
function signsIn(cell: Node, page: Page): string {
  const parts = [cell, ...page.inside(cell)]
  const signs = parts.map(
    ({tag, styled = '', name = '', attributes, look}) =>
      `${/^(#text|td|span|p)$/.test(tag) ? '' : tag}${styled}${name}${attributes['aria-label'] ?? ''}${attributes['title'] ?? ''}${look?.bold ? 'b' : ''}${look?.underlined ? 'u' : ''}`,
  )
  return [page.words(cell).replace(/\p{N}+/gu, '0'), ...signs].join(' ').trim()
}

/** Sentences that may say what colours mean. */
function proseOn(page: Page): readonly string[] {
  return page.nodes
    .filter(({tag, seen}) => seen && /^(p|li|caption|figcaption|dd|legend)$/.test(tag))
    .map((at) => page.words(at))
    .filter((text) => text.length < 400)
}

function isToldByColour(at: Node, page: Page): boolean {
  const above = page.above(at)
  if ([at, ...above].some(({role}) => /^(link|button|heading)$/.test(role))) return false
  const box = above.find(({tag}) => /^(ul|ol|tbody|table|dl)$/.test(tag))
  if (!box) return false
  const others = page
    .inside(box)
    .filter((one) => one.tag === at.tag && one.look && one.look.colour !== at.look?.colour)
  const alike = page
    .inside(box)
    .filter((one) => one.tag === at.tag && one.look?.colour === at.look?.colour)
  if (isToldByWords(alike, others, page)) return false
  return others.some(
    (one) =>
      one.look?.bold === at.look?.bold &&
      one.look?.italic === at.look?.italic &&
      one.look?.underlined === at.look?.underlined &&
      shapeOf(page.words(one)) === shapeOf(page.words(at)),
  )
}

/** All of one colour have something from a style sheet that no other has. */
function isToldByWords(those: readonly Node[], others: readonly Node[], page: Page): boolean {
  const styledOf = (at: Node) => [at, ...page.inside(at)].map(({styled = ''}) => styled).join(' ')
  const beside = new Set(others.map(styledOf))
  return !those.some((at) => beside.has(styledOf(at)))
}

/** Its words and figures, whichever they are: `81 %` is like `96 %`. */
function shapeOf(text: string): string {
  return text.replace(/\p{N}+/gu, '0').replace(/(?<![\p{L}0])\p{L}+(?![\p{L}0])/gu, 'w')
}
