import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'
import {isFiller, isVague} from './vague.ts'

/** The page's title says which page it is: no left-over of a template, no file's name. */
export const titleText: Rule = {
  id: 'rule/title-text',
  criteria: ['2.4.2'],
  act: ['c4a8a4'],
  severity: 'error',
  ofPage: true,
  judge(page) {
    const title = page.tree.title.trim()
    if (title === '') return []
    const isFile =
      /^[\w-]+\.(html?|php|aspx?|jsp|md|docx?)$/i.test(title) || /^https?:\/\/\S+$/i.test(title)
    const isEmpty = isFiller(title) || isVague(title)
    const at = page.nodes.find(({tag}) => tag === 'title')
    if (isFile || isEmpty) return [{at, values: {title}}]
    return isElsewhere(title, page) ? [{at, variant: 'other', values: {title}}] : []
  },
}

const common = new Set(
  'the and for with from this that your our are was about into page pages site website home'.split(
    ' ',
  ),
)

/** What such a page is for shows in what it does, in other words. */
const functional =
  /\b(sign|log ?in|log ?out|contact|about|faq|questions?|terms|privacy|help|support|account|register|search|results?|checkout|basket|cart|error|not found|404|dashboard|settings|news|welcome|index|archive)/i

/**
 * Whether not one of a title's words is among those of the page, in its headings, text, links and
 * images. Certain where there are two or more of them, in the script of the text, and text enough.
 */
function isElsewhere(title: string, page: Page): boolean {
  const body = page.nodes.find(({tag}) => tag === 'body')
  if (!body || functional.test(title) || page.nodes.some(isModal)) return false
  const said = page.nodes.flatMap(({heard, name, attributes}) => [
    heard ? (name ?? '') : '',
    attributes['href'] ?? '',
    attributes['src'] ?? '',
  ])
  const text = page.words(body)
  const known = stemsOf([text, ...said].join(' '))
  const own = stemsOf(title)
  const isLatin = (words: readonly string[]) =>
    words.every((word) => /^[\p{Script=Latin}\d]+$/u.test(word))
  if (own.length < 2 || stemsOf(text).length < 4 || !isLatin(own)) return false
  const initials = own.map(([first]) => first).join('')
  return !own
    .concat(initials)
    .some((one) => known.some((other) => one.startsWith(other) || other.startsWith(one)))
}

/** What is open over a page keeps the page's own words from being heard. */
function isModal({tag, heard, attributes}: Node): boolean {
  return heard && (tag === 'dialog' || attributes['aria-modal'] === 'true')
}

/** Words that carry a meaning, without their endings. */
function stemsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{N}]{2,}|\d{3,}/gu) ?? []
  return [...new Set(words.filter((word) => !common.has(word)).map((word) => word.slice(0, 5)))]
}
