import {toString} from 'hast-util-to-string'
import type {DocumentCheck, ParsedPage} from '../check.ts'
import {defect, type Defect} from './defect.ts'
import {attribute, elementsOf, isHidden, type Standing} from './element.ts'

const about = {id: 'document/heading-order', criteria: ['1.3.1', '2.4.6']}

/** One `h1`, no level left out on the way down, no heading without words. */
export const headingOrder: DocumentCheck = {
  ...about,
  judge(page) {
    const headings = elementsOf(page.tree).flatMap((standing) => {
      const level = levelOf(standing)
      return level === undefined || isHidden(standing) ? [] : [{standing, level}]
    })
    const tops = headings.filter(({level}) => level === 1)
    const wrong: readonly Defect[] = [
      ...(tops.length === 0 ? [{key: `${about.id}/none`, values: {}, ...startOf(page)}] : []),
      ...tops.slice(1).map(({standing}) => ({
        key: `${about.id}/several`,
        values: {count: tops.length},
        at: standing,
      })),
      ...headings.flatMap(({standing, level}, index) => {
        const before = headings[index - 1]?.level ?? level
        if (level <= before + 1) return []
        return [{key: `${about.id}/skipped`, values: {level, before}, at: standing}]
      }),
      ...headings
        .filter(({standing}) => nameOf(standing) === '')
        .map(({standing, level}) => ({
          key: `${about.id}/empty`,
          values: {level},
          at: standing,
          // What is not there describes nothing wrongly (2.4.6).
          criteria: ['1.3.1'],
        })),
    ]
    return wrong.map((found) => defect(about, page, found))
  },
}

/** Where a main heading would stand: what the main part begins with, whose template is to have it. */
function startOf({tree}: ParsedPage): Pick<Defect, 'at' | 'excerpt'> {
  const all = elementsOf(tree)
  const main = all.find(({element}) => element.tagName === 'main')
  const first = main?.element.children.find((node) => node.type === 'element')
  const at = all.find(({element}) => element === first) ?? main
  return {at, ...(at && {excerpt: `<${at.element.tagName}>`})}
}

function levelOf({element}: Standing): number | undefined {
  const role = attribute(element, 'role')
  if (role === 'heading') return Number(attribute(element, 'ariaLevel') ?? 2)
  if (role !== undefined) return undefined
  return /^h[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : undefined
}

function nameOf({element}: Standing): string {
  const images = elementsOf({type: 'root', children: [element]}).map(({element: inner}) =>
    inner.tagName === 'img' ? attribute(inner, 'alt') : attribute(inner, 'ariaLabel'),
  )
  return [toString(element), ...images].join('').trim()
}
