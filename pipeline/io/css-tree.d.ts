declare module 'css-tree/dist/csstree.esm' {
  interface Position {
    readonly offset: number
    readonly line: number
    readonly column: number
  }

  /** A node of a style sheet. */
  export interface SyntaxNode {
    readonly type: string
    readonly loc?: {readonly start: Position; readonly end: Position} | null
  }

  /** A property, or a descriptor of an at-rule, and its value. */
  export interface Declaration extends SyntaxNode {
    readonly property: string
    readonly value: SyntaxNode
  }

  /** A node of what the standards say a value may be. */
  interface Definition {
    readonly type: string
    readonly name: string
  }

  interface Known {
    readonly syntax: unknown
  }

  interface Surroundings {
    readonly atrule: {readonly name: string} | null
    readonly atrulePrelude: SyntaxNode | null
  }

  export function parse(
    css: string,
    options: {
      readonly positions: boolean
      readonly parseCustomProperty: boolean
      readonly onParseError: () => void
    },
  ): SyntaxNode

  export function walk(tree: SyntaxNode, enter: (node: SyntaxNode) => void): void
  export function walk(
    tree: SyntaxNode,
    options: {
      readonly visit: 'Declaration'
      enter(this: Surroundings, node: Declaration): void
    },
  ): void

  export const definitionSyntax: {
    readonly walk: (syntax: unknown, enter: (node: Definition) => void) => void
  }

  export const lexer: {
    readonly properties: Readonly<Record<string, Known>>
    readonly atrules: Readonly<
      Record<string, {readonly descriptors: Readonly<Record<string, Known>> | null}>
    >
    readonly getProperty: (name: string) => Known | null
    readonly getType: (name: string) => Known | null
    readonly getAtrule: (
      name: string,
    ) => {readonly descriptors: Readonly<Record<string, Known>> | null} | null
    readonly matchProperty: (
      name: string,
      value: SyntaxNode,
    ) => {
      readonly error:
        | (Error & {
            readonly css?: string
            readonly mismatchOffset?: number
            readonly mismatchLength?: number
          })
        | null
    }
  }
}
