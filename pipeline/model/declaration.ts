/** What a style sheet says of an element: a declaration that gives it a look. */
export interface Declaration {
  readonly property: string
  readonly value: string
  /** That of the rule's selectors which the element fits. */
  readonly selector: string
  /** Where it stands: a source, a path from the site's root, or an address; 1-based. */
  readonly place: {readonly file: string; readonly line: number; readonly column: number}
}

/**
 * What can be asked of an element's looks: what colours its words and the ground below them, what
 * makes it wide, what cuts off what it holds, what draws the ring around it while it has the focus, what hides it, what lays a filter or blending over it; and any property by its name.
 */
export type Look =
  'colour' | 'ground' | 'width' | 'clipping' | 'ring' | 'hiding' | 'layer' | `property ${string}`
