import type {Nodes, Parents, PhrasingContent, Root} from 'mdast'
import type {Article} from '../model/article.ts'
import type {Catalog} from '../model/catalog.ts'
import type {Edition, Wording} from '../model/edition.ts'
import type {Segment} from '../model/segment.ts'
import type {Policy} from '../model/verdict.ts'
import {inlineParserFor, parseTogether} from '../markdown/inline.ts'
import {plainText} from '../markdown/plain.ts'
import {wordings} from '../words/wordings.ts'
import {replaceText} from './replace-text.ts'
import {progress, sourceProgress} from './status.ts'
import {languageMark} from '../model/direction.ts'
import {countWords, textsOf} from './count-words.ts'

/**
 * Put an article and its translation together. Every block carries its segment's key as its id,
 * the same in every edition. A text that is not translated stays in the source's language and says so
 * (`Wording.locale`, `lang`); whether such an edition may go out is the gate's to decide.
 *
 * @param catalog `undefined` for the edition in the article's own language.
 */
export function assemble(
  article: Article,
  segments: readonly Segment[],
  catalog: Catalog | undefined,
  policy: Pick<Policy, 'state'>,
): Edition {
  const {slug, locale: sourceLocale, published, updated, facts, corrections} = article
  const locale = catalog?.locale ?? sourceLocale
  const lookUp = lookUpIn(article, segments, catalog)
  const of = (kind: Segment['kind']) =>
    segments.filter((segment) => segment.kind === kind).map(({key}) => lookUp(key))
  const keys = new Map(segments.map(({path, key}) => [path, key]))
  const at = (path: string, text: string): Wording => {
    const key = keys.get(path)
    return key === undefined ? {text, locale: sourceLocale} : lookUp(key)
  }
  const body = copyOf(article.body)
  const blocks = segments
    .filter(({path}) => path.startsWith('body/'))
    .map(({key, path}) => ({key, path, ...lookUp(key)}))
  const together = parseTogether(
    blocks.flatMap((one) => (one.locale === sourceLocale ? [] : one.text)),
    article.body,
  )
  const parseAlone = inlineParserFor(article.body)
  const parse = (text: string) => together.get(text) ?? parseAlone(text).map(copyNode)
  for (const {key, path, text, locale: spoken} of blocks) {
    replaceText(body, path, {
      id: key,
      locale,
      mark: languageMark(spoken, locale),
      text: spoken === sourceLocale ? undefined : text,
      parse,
    })
  }
  const front = segments.filter(({path}) => !path.startsWith('body/')).map(({key}) => lookUp(key))
  const words = countWords([...front.map(({text}) => plainText(text)), ...textsOf(body)])
  return {
    slug,
    locale,
    sourceLocale,
    headline: of('headline')[0] ?? {text: article.headline, locale: sourceLocale},
    standfirst: of('standfirst')[0],
    byline: of('byline'),
    dateline: of('dateline')[0],
    published,
    updated,
    facts,
    corrections: corrections.map((source, index) => ({
      date: source.date,
      wrong: at(`corrections/${index}/wrong`, source.wrong),
      right: at(`corrections/${index}/right`, source.right),
      source,
    })),
    body,
    progress:
      catalog === undefined
        ? sourceProgress(segments.length, words)
        : progress(catalog, policy, words),
    units: catalog?.units ?? [],
  }
}

/**
 * A tree of its own, without places: most of a tree is places, and only those of images, of what
 * they stand in, and of what may be left out are asked for. Words and markup in which nothing is ever put are shared with the article.
 */
function copyOf(tree: Root): Root {
  return {type: 'root', children: tree.children.map(copyNode)}
}

function copyNode<Node extends Nodes>(node: Node): Node {
  if ('attributes' in node) return structuredClone(node)
  const copy = {...node}
  if (copy.data !== undefined) copy.data = structuredClone(copy.data)
  if (!leavable.has(node.type) && !isImage(node) && !holdsImage(node)) copy.position = undefined
  if ('children' in node && !isWords(node))
    Object.assign(copy, {children: node.children.map(copyNode)})
  return copy
}

/** Raw HTML, addresses, notes: of some of them readers get nothing, and their writer is told. */
const leavable: ReadonlySet<string> = new Set(['definition', 'footnoteDefinition', 'html', 'link'])

function isImage({type}: Nodes): boolean {
  return type.startsWith('image')
}

/** Whether an image stands in it, perhaps in a link. */
function holdsImage(node: Nodes): boolean {
  return (
    'children' in node &&
    node.children.some((child) => isImage(child) || (child.type === 'link' && holdsImage(child)))
  )
}

/** Whether a block's text is put into it as a whole, if at all. */
function isWords(node: Parents): boolean {
  return (
    (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') &&
    node.children.every(isFixed)
  )
}

function isFixed(node: PhrasingContent): boolean {
  return fixed.has(node.type) && (!('children' in node) || node.children.every(isFixed))
}

const fixed: ReadonlySet<string> = new Set([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'inlineCode',
  'link',
  'linkReference',
  'strong',
  'text',
])

/** Each key's text: the translation, and where there is none the source by i18next's fallback. */
function lookUpIn(
  {slug, locale: source}: Article,
  segments: readonly Segment[],
  catalog: Catalog | undefined,
): (key: string) => Wording {
  const sources = new Map(segments.map(({key, text}) => [key, text]))
  const given = (key: string): Wording => ({text: sources.get(key) ?? '', locale: source})
  if (catalog === undefined) return given
  const targets = new Map(catalog.units.map(({key, target = ''}) => [key, target]))
  // i18next decides what stands in for a text that is not there; most are, and cost nothing.
  let find: ReturnType<typeof wordings> | undefined
  return (key) => {
    const text = targets.get(key)
    if (text !== undefined && text !== '') return {text, locale: catalog.locale}
    find ??= wordings(
      {
        [source]: {[slug]: Object.fromEntries(sources)},
        [catalog.locale]: {[slug]: Object.fromEntries(targets)},
      },
      catalog.locale,
      source,
    )
    return find(slug, key) ?? given(key)
  }
}
