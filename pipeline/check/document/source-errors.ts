import {
  Parser,
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes as Tree,
  type Token,
} from 'parse5'

/** What stands wrong in a page's markup as it was written. */
export interface SourceError {
  /**
   * `unclosed`: a start tag without its end tag; `stray`: an end tag of nothing; `misnested`: both,
   * of one element; `dropped`: a start tag where it cannot be; `moved`: what a table cannot hold.
   */
  readonly kind:
    | 'unclosed'
    | 'stray'
    | 'misnested'
    | 'dropped'
    | 'moved'
    | 'duplicate-attribute'
    | 'no-doctype'
    | 'syntax'
  /** The element's name; for `syntax` the parser's own name of the error. */
  readonly what: string
  /** 1-based. */
  readonly line: number
  readonly column: number
  readonly offset: number
}

type Place = Pick<Token.Location, 'startLine' | 'startCol' | 'startOffset'>
type Tag = Place & {readonly name: string}

/** Errors of the parser that attributes or text come out of differently than they were meant. */
const telling = new Set([
  'abandoned-head-element-child',
  'cdata-in-html-content',
  'eof-in-comment',
  'eof-in-tag',
  'missing-attribute-value',
  'unexpected-character-in-attribute-name',
  'unexpected-equals-sign-before-attribute-name',
])

/** Elements that the standard lets go without an end tag, or that have none. */
const open =
  /^(html|head|body|p|li|dt|dd|rt|rp|rb|rtc|optgroup|option|colgroup|caption|thead|tbody|tfoot|tr|td|th|area|base|basefont|bgsound|br|col|embed|frame|hr|img|input|keygen|link|meta|param|source|track|wbr)$/

/**
 * What the WHATWG's parser mends without a word, read from the text and not from the tree that it
 * was mended into. In the order of the text.
 */
export function sourceErrors(html: string): readonly SourceError[] {
  const {document, errors, starts, ends} = parse(html)
  const elements = elementsIn(document)
  const opened = new Map<number, boolean>()
  const copied = new Set<number>()
  const closing = new Set<number>()
  for (const {at, isFinished} of elements.map((one) => standing(one, html))) {
    if (at === undefined) continue
    if (opened.has(at.startOffset)) copied.add(at.startOffset)
    opened.set(at.startOffset, isFinished || opened.get(at.startOffset) === true)
    if (at.endTag) closing.add(at.endTag.startOffset)
  }
  const unclosed = starts.filter(({startOffset}) => opened.get(startOffset) === false)
  const stray = ends.filter(({startOffset}) => !closing.has(startOffset))
  const strayFrom = new Map(stray.map(({name, startOffset}) => [name, startOffset]))
  const isStrayLater = ({name, startOffset}: Tag) => (strayFrom.get(name) ?? -1) > startOffset
  const overlapping = new Set([
    ...starts.filter(({startOffset: at}) => copied.has(at) && opened.get(at) === true),
    ...unclosed.filter(isStrayLater),
  ])
  const overlapFrom = new Map(
    [...overlapping].reverse().map(({name, startOffset}) => [name, startOffset]),
  )
  const isPaired = ({name, startOffset}: Tag) =>
    (overlapFrom.get(name) ?? Number.POSITIVE_INFINITY) < startOffset
  const tell = (kind: SourceError['kind'], tags: readonly Tag[]) =>
    tags.map((tag) => toError(kind, tag.name, tag))
  return [
    ...errors,
    ...tell('misnested', [...overlapping]),
    ...tell(
      'unclosed',
      unclosed.filter((tag) => !overlapping.has(tag)),
    ),
    ...tell(
      'stray',
      stray.filter((tag) => !isPaired(tag)),
    ),
    ...tell(
      'dropped',
      starts.filter(({startOffset}) => !opened.has(startOffset)),
    ),
    ...elements.flatMap(({childNodes}) => movedAmong(childNodes)),
  ].sort((a, b) => a.offset - b.offset)
}

/** The tree, and beside it every tag as the parser was given it. */
function parse(html: string) {
  const errors: SourceError[] = []
  const parser = new Parser<DefaultTreeAdapterMap>({
    sourceCodeLocationInfo: true,
    onParseError(error) {
      const code: string = error.code
      if (code === 'duplicate-attribute') errors.push(repeated(html, error))
      else if (code === 'missing-doctype') errors.push(toError('no-doctype', 'doctype', error))
      else if (telling.has(code)) errors.push(toError('syntax', code, error))
    },
  })
  const starts: Tag[] = []
  const ends: Tag[] = []
  const note = (tags: Tag[], {tagName, location}: Token.TagToken) => {
    if (location) tags.push({name: tagName, ...location})
  }
  const onStartTag = parser.onStartTag.bind(parser)
  const onEndTag = parser.onEndTag.bind(parser)
  parser.onStartTag = (token) => {
    note(starts, token)
    onStartTag(token)
  }
  parser.onEndTag = (token) => {
    note(ends, token)
    onEndTag(token)
  }
  parser.tokenizer.write(html, true)
  return {document: parser.document, errors, starts, ends}
}

function elementsIn(document: Tree.Document): readonly Tree.Element[] {
  const found: Tree.Element[] = []
  const queue: Tree.ParentNode[] = [document]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const child of next.childNodes) {
      if (!('tagName' in child)) continue
      found.push(child)
      queue.push(child)
      if ('content' in child) queue.push(child.content)
    }
  }
  return found
}

/** Where an element begins, and whether it ended as it should; nowhere, where nobody wrote it. */
function standing({tagName, namespaceURI, sourceCodeLocation: at}: Tree.Element, html: string) {
  const isForeign = !namespaceURI.endsWith('/xhtml')
  const tag = html.slice(at?.startTag?.startOffset, at?.startTag?.endOffset)
  const isFinished =
    at?.endTag !== undefined || (isForeign ? tag.endsWith('/>') : open.test(tagName))
  return {at: at ?? undefined, isFinished}
}

/** What stood inside a table, and was put before it. */
function movedAmong(nodes: readonly Tree.ChildNode[]): readonly SourceError[] {
  const found: SourceError[] = []
  let table: Place | undefined
  for (const node of nodes.toReversed()) {
    const at = node.sourceCodeLocation ?? undefined
    if (node.nodeName === 'table') table = at
    else if (at && table && at.startOffset > table.startOffset) {
      found.push(toError('moved', node.nodeName.replace('#', ''), at))
    }
  }
  return found
}

/** The parser notices at the end of the name that it has it already. */
function repeated(html: string, {startLine, startCol, startOffset}: Place): SourceError {
  const [name = ''] = /[^\s"'<>/=]*$/.exec(html.slice(0, startOffset)) ?? []
  return {
    kind: 'duplicate-attribute',
    what: name,
    line: startLine,
    column: startCol - name.length,
    offset: startOffset - name.length,
  }
}

function toError(kind: SourceError['kind'], what: string, at: Place): SourceError {
  return {kind, what, line: at.startLine, column: at.startCol, offset: at.startOffset}
}
