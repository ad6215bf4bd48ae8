import type {ParsedPage} from '../check.ts'
import {attribute, elementsOf, isHidden, type Standing} from './element.ts'
import {linkOf} from './menu-link.ts'

/** A way to get help that stands around the content, as WCAG 3.2.6 counts them. */
export interface Help {
  /** What it is on every page: the address it leads to. */
  readonly address: string
  readonly name: string
  /** Where it stands to the page's main content, in the order in which the page is read. */
  readonly where: 'before' | 'behind'
}

/**
 * Ways to get help outside of the content, in reading order: links to write or to call, and links
 * named as a page of contact or help is. None on a page that does not say what its content is,
 * or that has so many that it is a directory.
 */
export function helpOn(page: ParsedPage, url: string): readonly (Help & {readonly at: Standing})[] {
  const all = elementsOf(page.tree)
  const main = all.findIndex(
    ({element}) => element.tagName === 'main' || attribute(element, 'role') === 'main',
  )
  if (main < 0) return []
  const content = all[main]?.element
  const found = all.flatMap((at, index) => {
    const {element, ancestors} = at
    if (element.tagName !== 'a' || isHidden(at)) return []
    if (ancestors.some((one) => one === content || one.tagName === 'article')) return []
    const where: Help['where'] = index < main ? 'before' : 'behind'
    const href = attribute(element, 'href')?.trim() ?? ''
    const [link] = linkOf(at, page, url)
    if (link === undefined) return []
    const isDirect = /^(mailto|tel|sms):/i.test(href)
    if (!isDirect && !named.test(link.name)) return []
    return [{address: isDirect ? href.toLowerCase() : link.address, name: link.name, where, at}]
  })
  return found.length > most ? [] : found
}

/** Nobody is helped by more. */
const most = 40

/** Pages of contact, of questions and answers, and chats, by the whole of their names. */
const named =
  /^[^\p{L}\p{N}]*((contact|e-?mail|call|ask|message|chat with)( us)?|get in touch|(get )?help( (centre|center|desk|& support|and support))?|(customer )?(support|service|care)( centre| center)?|live chat|chat|faqs?|문의(하기|처)?|고객 ?(센터|지원|상담)|도움말|연락처|자주 묻는 질문|1:1 문의|(실시간 |채팅 )?상담(하기)?|챗봇)[^\p{L}\p{N}]*$/iu
