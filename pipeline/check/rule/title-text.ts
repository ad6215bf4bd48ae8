import type {Rule} from './rule.ts'
import {isFiller, isVague} from './vague.ts'

/** The page's title says which page it is: no left-over of a template, no file's name. */
export const titleText: Rule = {
  id: 'rule/title-text',
  criteria: ['2.4.2'],
  act: ['c4a8a4'],
  severity: 'error',
  judge(page) {
    const title = page.tree.title.trim()
    if (title === '') return []
    const isFile =
      /^[\w-]+\.(html?|php|aspx?|jsp|md|docx?)$/i.test(title) || /^https?:\/\/\S+$/i.test(title)
    const isEmpty = isFiller(title) || isVague(title)
    if (!isFile && !isEmpty) return []
    const at = page.nodes.find(({tag}) => tag === 'title')
    return [{at, values: {title}}]
  },
}
