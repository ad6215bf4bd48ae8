/**
 * Where a text nests so deep that parsers and browsers give up on it: quotes and lists in one another,
 * or elements, which browsers nest 512 deep. `undefined`, as nearly always, where it does not.
 */
export function nestedTooDeep(text: string): number | undefined {
  const block = blocks.exec(text)
  if (block !== null) return block.index
  if (text.split('<').length <= deepest) return undefined
  let [depth, drawings] = [0, 0]
  for (const {1: slash, 2: name = '', 3: end, index} of text.matchAll(tags)) {
    const isDrawing = /^(svg|math)$/iu.test(name)
    // Anywhere else browsers read `<b/>` as `<b>`.
    if (closesItself.has(name.toLowerCase()) || (end === '/' && (isDrawing || drawings > 0)))
      continue
    const step = slash === '' ? 1 : -1
    depth = Math.max(0, depth + step)
    if (isDrawing) drawings = Math.max(0, drawings + step)
    if (depth > deepest) return index
  }
  return undefined
}

const deepest = 512

const blocks = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>])){200}/mu

/** A name is read to its end, and not letter by letter again where no `>` follows. */
const tags = /<(\/?)([a-z][\w-]*)(?![\w-])[^<>]*?(\/?)>/giu

/** Elements that have no end tag, or may leave it out (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags). */
const closesItself: ReadonlySet<string> = new Set(
  `area base br col embed hr img input link meta source track wbr
  p li dt dd rt rp optgroup option colgroup caption thead tbody tfoot tr td th`.split(/\s+/u),
)
