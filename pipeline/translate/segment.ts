import type {Definition, Image, ImageReference, Nodes, PhrasingContent} from 'mdast'
import {bareEmbed} from '../markdown/embed.ts'
import type {Article} from '../model/article.ts'
import type {Segment, SegmentKind} from '../model/segment.ts'
import {humanAttributes, isMarkupOnly, type Jsx} from './jsx.ts'

/** A segment that has not been given its key yet. */
export type UnkeyedSegment = Omit<Segment, 'key'>

/**
 * Cut an article into its translatable stretches: the values of the front matter, then the text of
 * every block in order. A partition: each word stands in one segment, and putting each segment's
 * own text back gives the article's tree. Code, raw HTML, links' definitions,
 * JSX, expressions, imports and exports are not text; what JSX says to people in attributes is.
 */
export function segment(article: Article): readonly UnkeyedSegment[] {
  const within: Within = {article, path: 'body', containers: [], quotes: 0, parent: undefined}
  return [...frontMatter(article), ...blocks(article.body, within)]
}

function frontMatter(article: Article): readonly UnkeyedSegment[] {
  const {headline, standfirst, byline, dateline, corrections} = article
  const values: readonly (readonly [SegmentKind, string, string | undefined])[] = [
    ['headline', 'headline', headline],
    ['standfirst', 'standfirst', standfirst],
    ...byline.map((name, index) => ['byline', `byline/${index}`, name] as const),
    ['dateline', 'dateline', dateline],
    ...corrections.flatMap(
      ({wrong, right}, index) =>
        [
          ['correction', `corrections/${index}/wrong`, wrong],
          ['correction', `corrections/${index}/right`, right],
        ] as const,
    ),
  ]
  return values.flatMap(([kind, path, text]) => {
    const place = article.places[path] ??
      article.places[kind] ??
      article.places[path.split('/')[0] ?? ''] ?? {line: 1, column: 1}
    return text === undefined || text === '' ? [] : [{kind, text, path, container: '', ...place}]
  })
}

interface Within {
  readonly article: Article
  readonly path: string
  readonly containers: readonly string[]
  /** How many `>` may stand before a line. */
  readonly quotes: number
  readonly parent: Nodes['type'] | undefined
}

function blocks(node: Nodes, within: Within): readonly UnkeyedSegment[] {
  if (node.type === 'heading' || node.type === 'tableCell' || node.type === 'paragraph') {
    const alone = imageAlone(node.children, `${within.path}/children/0`)
    if (node.type === 'paragraph' && bareEmbed(node) !== undefined) return []
    if (alone !== undefined) return picture(alone.image, {...within, path: alone.path})
    if (isMarkupOnly(node)) return attributesIn(node, within)
    return words(node.children, kindOf(node.type, within.parent), within)
  }
  if (node.type === 'definition') return title(node, within)
  if (!('children' in node)) return []
  const own = node.type === 'mdxJsxFlowElement' ? attributes(node, within) : []
  const container = containerNames[node.type]
  const inner = {
    ...within,
    parent: node.type,
    containers: container === undefined ? within.containers : [...within.containers, container],
    quotes: within.quotes + (node.type === 'blockquote' ? 1 : 0),
  }
  return [
    ...own,
    ...node.children.flatMap((child, index) =>
      blocks(child, {...inner, path: `${within.path}/children/${index}`}),
    ),
  ]
}

const containerNames: Readonly<Partial<Record<Nodes['type'], string>>> = {
  blockquote: 'quote',
  list: 'list',
  table: 'table',
  footnoteDefinition: 'footnote',
  containerDirective: 'box',
  mdxJsxFlowElement: 'box',
}

function kindOf(
  type: 'heading' | 'tableCell' | 'paragraph',
  parent: Within['parent'],
): SegmentKind {
  if (type === 'heading') return 'heading'
  if (type === 'tableCell') return 'cell'
  return parent === 'listItem' ? 'item' : parent === 'footnoteDefinition' ? 'footnote' : 'paragraph'
}

/** The picture that is all there is in a block, in a link or not. */
function imageAlone(
  children: readonly PhrasingContent[],
  path: string,
): {readonly image: Image | ImageReference; readonly path: string} | undefined {
  const [only] = children
  if (only === undefined || children.length > 1) return undefined
  if (only.type === 'image' || only.type === 'imageReference') return {image: only, path}
  if (only.type !== 'link' && only.type !== 'linkReference') return undefined
  return imageAlone(only.children, `${path}/children/0`)
}

function picture(image: Image | ImageReference, within: Within): readonly UnkeyedSegment[] {
  const alt = plain(image, 'alt', image.alt, within)
  return image.type === 'image' ? [...alt, ...title(image, within)] : alt
}

function title(node: Image | Definition, within: Within): readonly UnkeyedSegment[] {
  return plain(node, 'title', node.title, within)
}

/** What a JSX element says to people in its attributes. */
function attributes(node: Jsx, within: Within): readonly UnkeyedSegment[] {
  return humanAttributes(node).flatMap(({kind, index, value}) =>
    plain(node, kind, value, within).map((one) => ({
      ...one,
      path: `${within.path}/attribute-${index}`,
    })),
  )
}

/** The same of every element in a block that has no words of its own. */
function attributesIn(node: Nodes, within: Within): readonly UnkeyedSegment[] {
  const own = node.type === 'mdxJsxTextElement' ? attributes(node, within) : []
  if (!('children' in node)) return own
  return [
    ...own,
    ...node.children.flatMap((child, index) =>
      attributesIn(child, {...within, path: `${within.path}/children/${index}`}),
    ),
  ]
}

/** An attribute's value: words without markup. */
function plain(
  node: Nodes,
  kind: 'alt' | 'title',
  value: string | null | undefined,
  {path, containers}: Within,
): readonly UnkeyedSegment[] {
  if (value === null || value === undefined || value.trim() === '') return []
  return [{kind, text: value, path: `${path}/${kind}`, ...addressed(node, containers)}]
}

function words(
  children: readonly PhrasingContent[],
  kind: SegmentKind,
  {article, path, containers, quotes}: Within,
): readonly UnkeyedSegment[] {
  const [first] = children
  const start = first?.position?.start.offset
  const end = children.at(-1)?.position?.end.offset
  if (first === undefined || start === undefined || end === undefined) return []
  const written = withoutPrefixes(article.text.slice(start, end), quotes).trim()
  // In a cell `\|` is a bar, in code too, where no other escape counts.
  const own = kind === 'cell' ? written.replaceAll(/\\[\\|]/gu, unescapeBar) : written
  return [{kind, text: own, path, ...addressed(first, containers)}]
}

function unescapeBar(escape: string): string {
  return escape === '\\|' ? '|' : escape
}

/** Take off what containers put before each further line: indentation, and `>` in quotes. */
function withoutPrefixes(text: string, quotes: number): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(new RegExp(`\\n(?:[ \\t]*>){0,${quotes}}[ \\t]*`, 'gu'), '\n')
}

function addressed(
  {position}: Nodes,
  containers: readonly string[],
): Pick<Segment, 'container' | 'line' | 'column'> {
  const {line, column} = position?.start ?? {line: 1, column: 1}
  return {container: containers.join(' '), line, column}
}
