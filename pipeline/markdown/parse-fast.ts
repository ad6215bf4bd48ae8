import type {Nodes, PhrasingContent, Root} from 'mdast'

/**
 * Parse by Sätteri, ten times as fast as micromark: the same tree, or `undefined` where the two
 * might differ. It does not know boxes and emphasis beside particles, makes links of bare addresses,
 * strikes out between single tildes, and counts some places in quotes otherwise.
 */
export function parseFast(text: string, frontmatter: boolean): Root | undefined {
  if (others.test(text)) return undefined
  const tree = markdownToMdast(text, {features: {gfm: true, frontmatter}})
  return isAlike(tree, text) ? tree : undefined
}

/** The text of one block that is a paragraph by itself, too, and refers to nothing elsewhere. */
export function parseLineFast(text: string): readonly PhrasingContent[] | undefined {
  const [paragraph, ...more] = parseFast(text, false)?.children ?? []
  if (paragraph?.type !== 'paragraph' || more.length > 0 || isLoose(text)) return undefined
  return paragraph.children.every(hasNoLabel) ? paragraph.children : undefined
}

/**
 * The same for many texts in a single call, which costs a tenth, without places; what is not given
 * has to be parsed by itself. No text has a blank line in it, and one stands between every two: where
 * there are as many paragraphs as texts, and nothing else, each is one text, and labels are all that
 * they could share.
 */
export function parseLinesFast(
  texts: readonly string[],
): ReadonlyMap<string, readonly PhrasingContent[]> {
  // Only its place tells a bare address from a link, and an image keeps its place.
  const own = texts.filter((text) => !others.test(text) && !isLoose(text) && !placed.test(text))
  const features = {gfm: true, frontmatter: false}
  const {children} = markdownToMdast(own.join('\n\n'), {features, position: false})
  const areParagraphs = children.every(({type}) => type === 'paragraph')
  if (!areParagraphs || children.length !== own.length) return new Map()
  return new Map(
    children.flatMap((node, index) =>
      node.type === 'paragraph' && isAlike(node, undefined) && node.children.every(hasNoLabel)
        ? [[own[index] ?? '', node.children] as const]
        : [],
    ),
  )
}

const placed = /!\[|:|@|www\./iu

/** Whether blanks stand where a paragraph would lose them. */
function isLoose(text: string): boolean {
  return /^\s|\s$|\n\s/u.test(text)
}

/** What we use of Sätteri. */
interface Satteri {
  readonly markdownToMdast: (
    source: string,
    options: {
      readonly features: {readonly gfm: boolean; readonly frontmatter: boolean}
      /** Whether nodes carry their places; else they do. */
      readonly position?: boolean
    },
  ) => Root
}

// By a name that TypeScript does not follow: the library's types add to mdast, for everybody, the
// nodes of extensions that are not turned on.
const library: string = 'satteri'
const {markdownToMdast} = (await import(/* @vite-ignore */ library)) as Satteri

function hasNoLabel(node: PhrasingContent): boolean {
  if (node.type === 'text') return !/[[\]]/u.test(node.value)
  return !('children' in node) || node.children.every(hasNoLabel)
}

// Boxes, tasks, footnotes, tildes, and what either counts or cleans in its own way.
const others = /^[ \t>*+-]*:{2,}|\[(?:\^|[ xX]\])|[~&<\0\r\t\uFEFF]/mu

/**
 * Whether micromark would have given the same tree.
 *
 * @param text what was parsed; `undefined` where it has no address, and nodes no place
 */
function isAlike(node: Nodes, text: string | undefined): boolean {
  // Marks that stayed text may be emphasis beside a particle.
  if (node.type === 'text' && /[*_]/u.test(node.value)) return false
  // A bare address has become a link.
  if (node.type === 'link' && text !== undefined) {
    const start = node.position?.start.offset
    if (start === undefined || text[start] !== '[') return false
  }
  if (node.type === 'blockquote' && !node.children.every(isSimple)) return false
  return !('children' in node) || node.children.every((child) => isAlike(child, text))
}

/** Whether what stands in a quote is words alone, or on one line. */
function isSimple(node: Nodes): boolean {
  if (node.type !== 'paragraph') return false
  const {start, end} = node.position ?? {}
  return start?.line === end?.line || node.children.every(({type}) => type === 'text')
}
