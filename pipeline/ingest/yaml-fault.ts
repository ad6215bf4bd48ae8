import {isCollection, isScalar, visit, type Document, type YAMLError} from 'yaml'

/** What is wrong with a YAML text, as its writer sees it, and where that begins. */
export interface YamlFault {
  readonly variant: 'character' | 'colon' | 'list' | 'quote' | 'quote-end' | 'twice' | 'yaml'
  readonly reason: string
  /** Offset in the text. */
  readonly position: number
}

/**
 * Say the usual slips in words of ours. The parser's own place is where it gave up; a writer looks
 * for the mark or bracket that opens and nothing closes.
 */
export function yamlFault(error: YAMLError, document: Document): YamlFault {
  const [position] = error.pos
  const reason = error.message.replace(/ at line \d+[\s\S]*$/, '')
  const slip = slips[error.code]
  const opening = openings(document).findLast(
    ({kind, start, end}) => kind === slip?.in && start < position && position <= end,
  )
  if (slip === undefined || (slip.in !== undefined && opening === undefined))
    return {variant: 'yaml', reason, position}
  return {
    variant: slip.variant,
    reason,
    position: slip.isAtOpening === true ? (opening?.start ?? position) : position,
  }
}

/** By the parser's code: what it comes to, and in what that must stand. */
const slips: Readonly<Record<string, Slip>> = {
  MISSING_CHAR: {variant: 'quote', in: 'quote', isAtOpening: true},
  UNEXPECTED_TOKEN: {variant: 'quote-end', in: 'quote'},
  BAD_INDENT: {variant: 'list', in: 'list', isAtOpening: true},
  BLOCK_AS_IMPLICIT_KEY: {variant: 'colon'},
  BAD_SCALAR_START: {variant: 'character'},
  DUPLICATE_KEY: {variant: 'twice'},
}

interface Slip {
  readonly variant: YamlFault['variant']
  readonly in?: Opening['kind']
  readonly isAtOpening?: true
}

interface Opening {
  readonly kind: 'quote' | 'list'
  readonly start: number
  /** Where what belongs to it ends, stray words behind its end among them. */
  readonly end: number
}

/** Everything that opens with a mark, in order. */
function openings(document: Document): readonly Opening[] {
  const found: Opening[] = []
  visit(document, (_, node) => {
    const isQuote = isScalar(node) && node.type?.startsWith('QUOTE') === true
    if (!isQuote && !(isCollection(node) && node.flow === true)) return
    const [start, , end] = node.range ?? [0, 0, 0]
    found.push({kind: isQuote ? 'quote' : 'list', start, end})
  })
  return found
}
