import {
  definitionSyntax,
  lexer,
  parse,
  walk,
  type Declaration,
  type SyntaxNode,
} from 'css-tree/dist/csstree.esm'
import {distance} from 'fastest-levenshtein'
import type {Finding} from '../model/finding.ts'

/**
 * What a style sheet has that every browser passes over in silence: the misspelt name of a property
 * or descriptor, and a value that it cannot have. What nobody knows and is near to nothing known may
 * be newer than what is known here, and is left alone; so are prefixed names, custom properties, and
 * values that hold a function, whose result only a browser knows.
 *
 * @param file the sheet's name, as findings have it
 */
export function styleFaults(file: string, css: string): readonly Finding[] {
  const found: Finding[] = []
  walk(parse(css, {positions: true, parseCustomProperty: false, onParseError() {}}), {
    visit: 'Declaration',
    enter(node) {
      // What a condition asks is not declared.
      if (this.atrulePrelude !== null) return
      const fault = faultIn(node, this.atrule?.name.toLowerCase())
      const start = node.loc?.start
      if (fault === undefined || start === undefined) return
      found.push({
        check: id,
        outcome: 'failed',
        severity: 'warning',
        message: {key: `${id}/${fault.variant}`, values: {property: node.property, ...fault}},
        place: {file, line: start.line, column: start.column},
        locale: undefined,
        article: undefined,
        criteria: [],
        engines: [],
        excerpt: css.slice(start.offset, node.loc?.end.offset).slice(0, 80),
      })
    },
  })
  return found
}

const id = 'templates/styles'

interface Fault {
  readonly variant: 'name' | 'value' | 'keyword'
  readonly wrong: string
  /** What was probably meant. */
  readonly near: string
}

function faultIn(node: Declaration, atrule: string | undefined): Fault | undefined {
  const {property} = node
  // `*zoom` and `_height` were for browsers of their time.
  if (/^(?:--|-[a-z]+-|[^a-z])/i.test(property)) return undefined
  const name = property.toLowerCase()
  const around = atrule === undefined ? undefined : lexer.getAtrule(atrule)
  // What a rule that is newer than what is known here may hold, nobody can say.
  if (around === null) return undefined
  const descriptors = Object.keys(around?.descriptors ?? {})
  const isDescribing = descriptors.length > 0
  if (!isDescribing && lexer.getProperty(name) !== null) return valueFault(node, name)
  const names =
    isDescribing && atrule !== 'page'
      ? descriptors
      : [...descriptors, ...Object.keys(lexer.properties)]
  const near = names.includes(name) ? undefined : nearest(name, names)
  return near === undefined ? undefined : {variant: 'name', wrong: property, near}
}

function valueFault({value, loc}: Declaration, name: string): Fault | undefined {
  if (value.type !== 'Value' || holdsFunction(value)) return undefined
  const {error} = lexer.matchProperty(name, value)
  if (error?.name !== 'SyntaxMatchError' || loc === undefined) return undefined
  const {css = '', mismatchOffset = 0, mismatchLength = 0} = error
  const wrong = css.slice(mismatchOffset, mismatchOffset + mismatchLength)
  if (/^[-+]?(?:[\d.]|#)/.test(wrong)) return {variant: 'value', wrong, near: ''}
  if (!/^[a-z][a-z-]+$/i.test(wrong)) return undefined
  const near = nearest(wrong.toLowerCase(), keywordsOf(name))
  return near === undefined ? undefined : {variant: 'keyword', wrong, near}
}

function holdsFunction(value: SyntaxNode): boolean {
  let found = false
  walk(value, (node) => {
    found ||= node.type === 'Function' || node.type === 'Raw'
  })
  return found
}

/** The known name that is one slip of the pen away, or two of a longer one; letters that changed places first. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const most = name.length < 5 ? 1 : 2
  const lettersOf = (word: string) => word.split('').toSorted().join('')
  const isSwapped = (other: string) => lettersOf(other) === lettersOf(name)
  const [near] = names
    .filter((other) => !other.startsWith('-'))
    .map((other) => ({other, far: distance(name, other)}))
    .filter(({other, far}) => far <= most || (far === 2 && isSwapped(other)))
    .toSorted((a, b) => Number(isSwapped(b.other)) - Number(isSwapped(a.other)) || a.far - b.far)
  return near?.other
}

/** All words that may stand in the values of a property. */
function keywordsOf(property: string): readonly string[] {
  const found = new Set<string>(['inherit', 'initial', 'revert', 'unset'])
  const seen = new Set<unknown>()
  const look = (syntax: unknown) => {
    if (syntax === null || syntax === undefined || seen.has(syntax)) return
    seen.add(syntax)
    definitionSyntax.walk(syntax, (node) => {
      if (node.type === 'Keyword') found.add(node.name.toLowerCase())
      if (node.type === 'Type') look(lexer.getType(node.name)?.syntax)
      if (node.type === 'Property') look(lexer.getProperty(node.name)?.syntax)
    })
  }
  look(lexer.getProperty(property)?.syntax)
  return [...found]
}
