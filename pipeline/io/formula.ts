import {folded, writtenIn, type HeardNode} from './heard-tree.ts'

type ChildrenOf = (node: HeardNode) => readonly HeardNode[]

/**
 * A formula in one line, in which `x^2` and `x_2` are told apart: `(a + b)/2`, `√(x + 1)`, `∑_(i = 0)^n`,
 * `[1, 0; 0, 1]`. By the roles that browsers give to MathML (https://w3c.github.io/mathml-aam/).
 */
export function formulaOf(math: HeardNode, childrenOf: ChildrenOf): string {
  function inLine(node: HeardNode): string {
    const parts = childrenOf(node)
    const told = parts.map(inLine)
    const [first = '', second = '', third = ''] = told.map(bracketed)
    switch (roleIn(node)) {
      case 'statictext':
        return folded(writtenIn(node).replace(styled, (letter) => letter.normalize('NFKC')))
      case 'inlinetextbox':
        return ''
      case 'fraction':
        return `${first}/${second}`
      case 'squareroot':
        return `√${bracketed(spaced(told))}`
      case 'root':
        return `${roots[second] ?? `√[${told[1] ?? ''}]`}${first}`
      case 'sup':
      case 'over':
        return `${first}^${second}`
      case 'sub':
      case 'under':
        return `${first}_${second}`
      case 'subsup':
      case 'underover':
        return `${first}_${second}^${third}`
      case 'table':
        return `[${told.join('; ')}]`
      case 'tablerow':
        return told.join(', ')
      default:
        return spaced(told)
    }
  }
  return inLine(math).replace(/(?<=[([{]) | (?=[)\]},;])/g, '')
}

/** Letters and digits as formulas set them: 𝑥, 𝟏. */
const styled = /[\u{1D400}-\u{1D7FF}]/gu

const roots: Readonly<Record<string, string>> = {3: '∛', 4: '∜'}

function roleIn({role}: HeardNode): string {
  return String(role?.value)
    .toLowerCase()
    .replace(/^mathml/, '')
}

function spaced(parts: readonly string[]): string {
  return folded(parts.join(' '))
}

/** In brackets, unless it is one sign, number or word. */
function bracketed(text: string): string {
  return /^([\p{L}\p{N}\p{M}.,]*|.)$/u.test(text) ? text : `(${text})`
}
