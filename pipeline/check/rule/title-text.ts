import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf, isFiller, isKeyword, isVague} from './vague.ts'

/** The page's title says which page it is: no left-over of a template, no file's name. */
export const titleText: Rule = {
  id: 'rule/title-text',
  criteria: ['2.4.2'],
  act: ['c4a8a4'],
  severity: 'error',
  ofPage: true,
  judge(page) {
    const title = page.tree.title.trim()
    if (title === '' || isKeyword(title, page)) return []
    const isFile =
      /^[\w-]+\.(html?|php|aspx?|jsp|md|docx?)$/i.test(title) || /^https?:\/\/\S+$/i.test(title)
    const isEmpty =
      (isFiller(title) && !/^(menu|메뉴)$/i.test(title)) ||
      isVague(title) ||
      left.has(unnumbered(title)) ||
      greeting.test(bareOf(title))
    const at = page.nodes.find(({tag}) => tag === 'title')
    if (isFile || isEmpty) return [{at, values: {title}}]
    if (places.has(bareOf(title))) return [{at, severity: 'warning', values: {title}}]
    if (isSiteAlone(title, page)) return [{at, variant: 'site', values: {title}}]
    return isElsewhere(ownPart(title, page), page) ? [{at, variant: 'other', values: {title}}] : []
  },
}

/** What makers of sites and of documents put there until somebody writes a title. */
const left: ReadonlySet<string> = new Set(
  `react app|react redux app|vite app|vite react|vite react ts|vite vue|vite vue ts|vite svelte|vite preact|vite ts|vue app|angular app
  create next app|next app|next js app|nuxt app|svelte app|sveltekit app|gatsby app|astro basics|ionic app|ember app|electron app|expo app|parcel app
  microsoft word document1|microsoft word 문서1|powerpoint presentation|powerpoint 프레젠테이션|presentation title|slide 1|슬라이드 1|document1|문서1
  just another wordpress site|my blog|my website|my new site|site title|your site title|website title|no title|notitle|제목을 입력하세요|제목없음|새 페이지|내 사이트|이름 없음`
    .split(/[|\n]/)
    .map((one) => one.trim()),
)

/** A welcome to a site that it does not name. */
const greeting =
  /^(welcome to (our|my|the|this) (home ?page|web ?site|site|page)|(저희 |우리 )?(홈페이지|누리집|웹 ?사이트|사이트)(에|를) (오신 것을|방문하신 것을|방문을|방문해 주셔서|찾아 주셔서) (환영합니다|감사합니다|환영한다))$/

/** `New Page 1` or `문서 1` is what a program calls it. */
function unnumbered(title: string): string {
  return bareOf(title).replace(
    /^((untitled|new|새) ?(page|document|문서|페이지)?|document|문서) ?\d+$/,
    'no title',
  )
}

/** A place that every site has: whose it is, is left out. */
const places: ReadonlySet<string> = new Set(
  'home|homepage|home page|main|main page|홈|메인|메인 페이지|첫 화면|첫 페이지'.split('|'),
)

/** A title without the name of the site behind it, where the page says that name by itself. */
function ownPart(title: string, page: Page): string {
  const [, own = title, site = ''] = /^(.+?)\s+[-–—|·]\s+([^-–—|·]+)$/.exec(title) ?? []
  const name = bareOf(site)
  const isSite = page.nodes.some(
    ({role, name: said = '', text = ''}) =>
      (role === 'link' && bareOf(said) === name) || bareOf(text) === name,
  )
  return name !== '' && isSite ? own : title
}

/**
 * Whether a title is the name of the site alone, as the link says that leads to its first page, on
 * another page of it, whose only heading of the first level says something else.
 */
function isSiteAlone(title: string, page: Page): boolean {
  const [first, ...more] = page.nodes.filter(
    ({role, tag, attributes, heard}) =>
      role === 'heading' && heard && (attributes['aria-level'] ?? tag) === 'h1',
  )
  const said = bareOf(first?.name ?? '')
  const isOther = said !== '' && more.length === 0 && !said.includes(bareOf(title))
  const here = URL.canParse(page.tree.url) ? new URL(page.tree.url) : undefined
  if (!isOther || !here || isFirstPage(here)) return false
  return page.nodes.some((one) => {
    if (one.role !== 'link' || bareOf(one.name ?? '') !== bareOf(title)) return false
    const to = page.address(one)
    return to?.origin === here.origin && isFirstPage(to) && to.pathname !== here.pathname
  })
}

/** Of the site, or of a folder in it: `/`, `/ko/`, `index.html`. */
function isFirstPage({pathname, search}: URL): boolean {
  return search === '' && /(^|\/)((index|main|home|default)\.\w+)?$/i.test(pathname)
}

const common = new Set(
  'the and for with from this that your our are was about into page pages site website home'.split(
    ' ',
  ),
)

/** What such a page is for shows in what it does, in other words. */
const functional =
  /\b(sign|log ?in|log ?out|contact|about|faq|questions?|terms|privacy|help|support|account|register|search|results?|checkout|basket|cart|error|not found|404|dashboard|settings|news|welcome|index|archive)/i

/** What shows a technique has the name of that, and shows it with any words: `Passed example 2: headings`. */
const demonstrative =
  /\b(examples?|demos?|demonstrations?|tests?|fixtures?|samples?|accessib\w+|aria|wcag|html|css|svg|markup|headings?|labels?|links?|buttons?|images?|alternatives?|captions?|tables?|forms?|fields?|text|fonts?|line height|spacing|contrast|colou?rs?|layouts?|structure|reflow|zoom\w*|scroll\w*|focus|keyboards?|languages?|landmarks?|bypass\w*)\b/i

/**
 * Whether not one of a title's words is among those of the page, in its headings, text, links and
 * images. Certain where there are two or more of them, in the script of the text, and text enough.
 */
function isElsewhere(title: string, page: Page): boolean {
  const {body} = page
  if (!body || functional.test(title) || demonstrative.test(title) || page.nodes.some(isModal))
    return false
  const said = page.nodes.flatMap(({heard, name, attributes}) => [
    heard ? (name ?? '') : '',
    attributes['href'] ?? '',
    attributes['src'] ?? '',
  ])
  const text = page.words(body)
  const known = stemsOf([text, ...said].join(' '))
  const own = stemsOf(title)
  // Korean words are as short as two syllables, and are bent.
  const isLatin = !/(?!\p{Script=Latin})\p{L}/u.test(title)
  if (own.length < 2 || stemsOf(text).length < leastOf(title, page) || !isLatin) return false
  const initials = own.map(([first]) => first).join('')
  return !own
    .concat(initials)
    .some((one) => known.some((other) => one.startsWith(other) || other.startsWith(one)))
}

/** A line or two may say in other words what the title says; a heading, or the word itself, is meant. */
function leastOf(title: string, page: Page): number {
  const isHeaded = page.nodes.some(({role, heard}) => role === 'heading' && heard)
  return isHeaded || /\btitle\b/i.test(title) ? 4 : 8
}

/** What is open over a page keeps the page's own words from being heard. */
function isModal({tag, heard, attributes}: Node): boolean {
  return heard && (tag === 'dialog' || attributes['aria-modal'] === 'true')
}

/** Words that carry a meaning, without their endings. */
function stemsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{N}]{2,}|\d{3,}/gu) ?? []
  // Ferry, ferries; cookie, cookies.
  const alike = words.map((word) => word.replace(/(?<=..[^aeiou])(ies?|y)$/, 'i'))
  return [...new Set(alike.filter((word) => !common.has(word)).map((word) => word.slice(0, 5)))]
}
