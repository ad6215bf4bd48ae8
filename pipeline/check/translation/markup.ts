import type {PhrasingContent} from 'mdast'
import type {Edition} from '../../model/edition.ts'
import type {TranslationCheck} from '../check.ts'
import {languageOf, readings} from './reading.ts'
import {unitFinding} from './unit-finding.ts'

/** A mark in a text that a translation carries over: what kind, and its value. */
interface Mark {
  readonly kind: 'link' | 'image' | 'code' | 'footnote' | 'html'
  readonly value: string
}

/**
 * Links, pictures, code, notes and HTML of the source are in the translation, and none beside. They are
 * compared by their targets on the parsed text, so their order and their words are free. Added code and HTML are
 * warnings: translators set glosses and names in them.
 */
export const markup: TranslationCheck = {
  id: 'translation/markup',
  criteria: [],
  judge(edition) {
    return readings(edition).flatMap(({unit, source, target}) => {
      const [wanted, there] = [marksIn(source.nodes, edition), marksIn(target.nodes, edition)]
      const defects = (marks: readonly Mark[], what: 'lost' | 'added') =>
        marks.map(({kind, value}) =>
          unitFinding(edition, unit, {
            severity:
              kind === 'html' || (kind === 'code' && what === 'added') ? 'warning' : 'error',
            key: `translation/markup/${kind}-${what}`,
            values: {value},
          }),
        )
      // Code that became plain words is not lost, only its setting is.
      const lost = without(wanted, there).filter(
        ({kind, value}) => kind !== 'code' || !target.prose.includes(value),
      )
      return [...defects(lost, 'lost'), ...defects(without(there, wanted), 'added')]
    })
  },
}

function marksIn(nodes: readonly PhrasingContent[], edition: Edition): readonly Mark[] {
  return nodes.flatMap((node): readonly Mark[] => {
    if (node.type === 'image') return [{kind: 'image', value: node.url}]
    if (node.type === 'imageReference') return [{kind: 'image', value: `[${node.identifier}]`}]
    if (node.type === 'inlineCode') return [{kind: 'code', value: node.value}]
    if (node.type === 'footnoteReference') return [{kind: 'footnote', value: node.identifier}]
    if (node.type === 'html') return [{kind: 'html', value: node.value}]
    if (!('children' in node)) return []
    const inner = marksIn(node.children, edition)
    if (node.type === 'link')
      return [{kind: 'link', value: withoutLanguage(node.url, edition)}, ...inner]
    if (node.type === 'linkReference')
      return [{kind: 'link', value: `[${node.identifier}]`}, ...inner]
    return inner
  })
}

/** An address as far as it does not tell the language: `/en/a` and `/ko/a` are one page. */
function withoutLanguage(url: string, {locale, sourceLocale}: Edition): string {
  const tags = new Set([locale, sourceLocale, languageOf(locale), languageOf(sourceLocale)])
  return url
    .replace(/^https?:/u, '')
    .split(/(?<=[/.])|(?=[/.])/u)
    .map((part) => (tags.has(part.replace(/-[A-Z]{2}$/u, '')) ? '*' : part))
    .join('')
}

/** The marks of the first list that the second does not have, each as often as it is too many. */
function without(marks: readonly Mark[], others: readonly Mark[]): readonly Mark[] {
  const rest = others.map(({kind, value}) => `${kind} ${value}`)
  return marks.filter(({kind, value}) => {
    const index = rest.indexOf(`${kind} ${value}`)
    if (index >= 0) rest.splice(index, 1)
    return index < 0
  })
}
