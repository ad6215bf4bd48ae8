import {decoded} from '../../model/decoded.ts'
import {contextOf, type Page} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf, isVague} from './vague.ts'

/**
 * A link says where it leads, by its name or by its sentence, list item, paragraph, cell or
 * description. One that needs its surroundings advises: lists of links are read without them.
 */
export const linkText: Rule = {
  id: 'rule/link-text',
  criteria: ['2.4.4'],
  act: ['5effbb', 'aizyf1'],
  of: /^link$/,
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(
        ({role, heard, name}) => role === 'link' && heard && name !== undefined && name !== '',
      )
      .filter(
        ({name = '', attributes: {href}}) =>
          isVague(name) && !isNamedSo(name, href) && !isHeadedSo(name, href, page),
      )
      .map((at) => {
        const {name = ''} = at
        // What is seen of it and not in its name is not heard.
        const around = [...new Set([page.words(at), name].map(bareOf))].reduce(
          (text, part) => text.replace(part, ''),
          bareOf(contextOf(at, page)),
        )
        const isClear = around.trim() !== '' && !isVague(around)
        return {
          at,
          values: {name},
          ...(isClear && ({severity: 'warning', variant: 'context', act: ['aizyf1']} as const)),
        }
      }),
}

/** Where a page about such a thing is led to, the word is its subject: “URL” to `url.html`. */
function isNamedSo(name: string, href = ''): boolean {
  const subject = bareOf(name)
  return (
    /^(url|website|article)$/.test(subject) &&
    new RegExp(`(^|/)${subject}(\\.\\w+)?([?#]|$)`, 'i').test(href)
  )
}

/** Where the heading that it leads to is that very word: “More” in a list of a page's headings. */
function isHeadedSo(name: string, href = '', page: Page): boolean {
  const target = href.startsWith('#') ? page.byId(decoded(href.slice(1))) : undefined
  if (!target) return false
  const heading = [target, ...page.inside(target), ...page.above(target)].find(
    ({role}) => role === 'heading',
  )
  return heading !== undefined && bareOf(page.words(heading)) === bareOf(name)
}
