import type {Finding} from '../model/finding.ts'
import type {PageTree} from '../model/page-tree.ts'
import {scriptsOf} from './document/script.ts'
import {pageOf, type Node, type Page} from './rule/page.ts'

/**
 * What is said of languages in a page's source, without what the page's own scripts set right before
 * anybody meets it: where the browser has the words in a language of their letters.
 *
 * @param tree the page as the browser shows it; `undefined` where nobody looked
 */
export function asShown(
  findings: readonly Finding[],
  tree: PageTree | undefined,
): readonly Finding[] {
  if (tree === undefined || !findings.some(isOfLanguage)) return findings
  const page = pageOf(tree)
  return findings.filter((finding) => !isOfLanguage(finding) || !isSetRight(finding, page))
}

function isOfLanguage({message: {key}}: Finding): boolean {
  return /^document\/language(\/script|-of-parts(\/attribute)?)$/.test(key)
}

function isSetRight({message: {key, values}}: Finding, page: Page): boolean {
  const [script, text] = [String(values['script']), folded(String(values['text']))]
  const isRight = (at: Node) => scriptsOf(languageOf(at, page))?.includes(script) === true
  if (key === 'document/language/script') return page.root !== undefined && isRight(page.root)
  const attribute = String(values['attribute'])
  const found =
    attribute === ''
      ? page.nodes.filter(
          (at) => says(at, text, page) && !page.children(at).some((one) => says(one, text, page)),
        )
      : page.nodes.filter(({attributes}) => folded(attributes[attribute] ?? '').includes(text))
  return found.length > 0 && found.every(isRight)
}

function says(at: Node, text: string, page: Page): boolean {
  return at.tag !== '#text' && page.words(at).includes(text)
}

function languageOf(at: Node, page: Page): string {
  return (
    [at, ...page.above(at)].find(({attributes}) => attributes['lang'])?.attributes['lang'] ?? ''
  )
}

function folded(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}
