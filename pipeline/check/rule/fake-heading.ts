import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

const prose = /^(p|ul|ol|table|dl)$/
const elsewhere =
  /^(h[1-6]|li|th|dt|dd|label|legend|caption|figcaption|button|a|nav|header|footer|blockquote|summary|address|dialog|form)$/
const byline = /^(by|from|photos?|source|published|updated|posted|글|사진|취재|기자|작성)\b|[@\d]/iu

/** What a remark begins with: it names the kind of remark, and not a section. */
const label =
  /^(note|notes|warning|caution|important|tip|hint|danger|attention|error|info|information|example|see also|참고|주의|경고|중요|팁|도움말|알림|위험|예제|예시|정보|노트|같이 보기)[!:]?$/iu

/**
 * What looks like a heading is one: a short line that is bold or large, over a text that is not, or a
 * heading's element whose role takes that away (WCAG's failure F92).
 */
export const fakeHeading: Rule = {
  id: 'rule/fake-heading',
  criteria: ['1.3.1'],
  act: [],
  severity: 'error',
  judge: (page) => [...linesLikeHeadings(page), ...silencedHeadings(page)],
}

/** The heading of a tab or of a switch has what it says there; elsewhere nothing is left of it. */
function silencedHeadings(page: Page): readonly Breach[] {
  return page.nodes
    .filter(
      (at) =>
        /^h[1-6]$/.test(at.tag) &&
        /^(none|presentation)$/.test(at.role) &&
        at.seen &&
        at.heard &&
        /\p{L}/u.test(page.words(at)) &&
        ![...page.above(at), ...page.inside(at)].some(({tag, role}) =>
          /^(button|tab|tablist|menu|menubar|menuitem|option|listbox|tree|treeitem|switch|heading)$|^summary$/.test(
            role || tag,
          ),
        ),
    )
    .map((at) => ({at, variant: 'silenced', values: {text: page.words(at)}}))
}

function linesLikeHeadings(page: Page): readonly Breach[] {
  return page.nodes
    .filter(
      ({tag, seen, heard, role}) =>
        /^(p|div)$/.test(tag) && seen && heard && !role.match(/heading|button|link/),
    )
    .flatMap((at) => {
      const words = page.words(at)
      const isShort = words.length >= 2 && words.length <= 70 && /\p{L}/u.test(words)
      if (!isShort || /[.:;,…。]$/.test(words) || byline.test(words)) return []
      const {before, after} = beside(alone(at, page), page)
      if (label.test(words)) return []
      // A row of tiles with a letter each.
      if (/^(\S\s)+\S$/.test(words)) return []
      const text = after && proseIn(after, page)
      if (!text || (before && /^h[1-6]$/.test(before.tag))) return []
      const own = lookIn(at, page)
      const next = lookIn(text, page)
      if (!own || !next || next.isBold) return []
      const stands = own.isBold || own.size >= next.size * 1.3
      if (!stands || own.isMixed || isElsewhere(at, page)) return []
      const isAgain = isOneOfSeveral(at, page)
      const weight = weightOf(page.words(text))
      if (weight < 30) return []
      const isLong = weight >= 60 || isOneOfMany(at, page)
      if (!isLong && !isAgain) return []
      // Large and thin, it may be a motto or a price; over a box, the name of a kind of box; over a
      // short line, somebody's name.
      const isBig = own.isBold || (isAgain && !/\d/.test(words))
      const isLoud = own.isBold && own.size >= next.size * 1.3 && isOneOfSeveral(at, page, 2)
      const isSure = isBig && (isLong || isLoud) && text === after
      return [
        {
          at,
          values: {text: words},
          ...(!isSure && {doubtful: true, severity: 'warning' as const}),
        },
      ]
    })
}

/** Whether it begins one of three boxes or more that are made alike. */
function isOneOfMany(at: Node, page: Page): boolean {
  const [box, around] = page.above(at)
  const shape = (one: Node) =>
    page
      .children(one)
      .flatMap(({tag}) => (tag === '#text' ? [] : [tag]))
      .join()
  const boxes = around ? page.children(around).filter(({tag}) => tag === box?.tag) : []
  return box !== undefined && boxes.filter((one) => shape(one) === shape(box)).length >= 3
}

/** A cell of a table that lays out the page is as good as a box. */
function isElsewhere(at: Node, page: Page): boolean {
  const above = page.above(at)
  const isOfData = above.some(({data}) => data === true)
  return above.some(({tag}) => elsewhere.test(tag) || (tag === 'td' && isOfData))
}

/** Whether other lines beside it are bold as a whole or as large, and have a text of their own below them. */
function isOneOfSeveral(at: Node, page: Page, others = 1): boolean {
  const [parent] = page.above(at)
  const all = parent
    ? page.children(parent).filter(({tag, text}) => tag !== '#text' || text?.trim())
    : []
  const alike = all.filter((one, index) => {
    const next = all[index + 1]
    if (one.index === at.index || one.tag !== at.tag || !next || !proseIn(next, page)) return false
    const [own, other, text] = [at, one, next].map((line) => lookIn(line, page))
    if (!own || !other || !text || other.isMixed || text.isBold) return false
    const stands = other.isBold || other.size >= text.size * 1.3
    return stands && own.isBold === other.isBold && own.size === other.size
  })
  return alike.length >= others
}

/** In letters of the alphabet: a syllable or a sign of East Asia says as much as two. */
function weightOf(text: string): number {
  const signs = text.match(/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}]/gu)
  return text.length + (signs?.length ?? 0)
}

/** The text after it, or what a box after it begins with. */
function proseIn(after: Node, page: Page): Node | undefined {
  if (prose.test(after.tag)) return after
  const first = page.children(after).find(({tag, text}) => tag !== '#text' || text?.trim())
  return after.tag === 'div' && first && prose.test(first.tag) ? first : undefined
}

/** It, or the box around it that holds nothing else but links without words that are seen: to itself, with a sign. */
function alone(node: Node, page: Page): Node {
  const [box] = page.above(node)
  if (box?.tag !== 'div') return node
  const isSeen = (one: Node) =>
    [one, ...page.inside(one)].some(({tag, text, seen}) => seen && tag === '#text' && text?.trim())
  return page.children(box).some((one) => one.index !== node.index && isSeen(one))
    ? node
    : alone(box, page)
}

function beside(node: Node, page: Page) {
  const parent = page.above(node)[0]
  const all = parent
    ? page.children(parent).filter(({tag, text}) => tag !== '#text' || text?.trim())
    : []
  const index = all.findIndex(({index: one}) => one === node.index)
  return {before: all[index - 1], after: all[index + 1]}
}

/** How all words in an element are set; links and pictures in it make it something else. */
function lookIn(node: Node, page: Page) {
  const inside = [node, ...page.inside(node)]
  const isMixed = page
    .inside(node)
    .some(
      ({tag, role}) => role === 'heading' || /^(a|img|button|input|br|p|div|ul|ol|pre)$/.test(tag),
    )
  const looks = inside.flatMap(({look}) => look ?? [])
  const [first] = looks
  if (!first) return undefined
  const isBold = looks.every(({bold}) => bold)
  return {isBold, size: Math.max(...looks.map(({size}) => size)), isMixed}
}
