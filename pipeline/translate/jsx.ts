import type {Nodes} from 'mdast'

/** An element of JSX. */
export type Jsx = Extract<Nodes, {readonly type: 'mdxJsxFlowElement' | 'mdxJsxTextElement'}>

/** An attribute that says something to people, by its place among the element's attributes. */
interface HumanAttribute {
  readonly kind: 'alt' | 'title'
  readonly index: number
  readonly value: string
}

/** Attributes whose values are words for people by convention; every other one is for machines. */
const kinds: ReadonlyMap<string, HumanAttribute['kind']> = new Map([
  ['alt', 'alt'],
  ['aria-label', 'alt'],
  ['caption', 'title'],
  ['description', 'title'],
  ['heading', 'title'],
  ['label', 'title'],
  ['placeholder', 'title'],
  ['summary', 'title'],
  ['title', 'title'],
])

/** The attributes of a JSX element that hold words for people. Expressions are left alone. */
export function humanAttributes({attributes}: Jsx): readonly HumanAttribute[] {
  return attributes.flatMap((attribute, index) => {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return []
    const kind = kinds.get(attribute.name)
    return kind === undefined ? [] : [{kind, index, value: attribute.value}]
  })
}

/** Give the attribute at this place another value; `undefined` leaves it. */
export function setAttribute({attributes}: Jsx, index: number, value: string | undefined): void {
  const attribute = attributes[index]
  if (attribute?.type === 'mdxJsxAttribute' && value !== undefined) attribute.value = value
}

/** Whether a block is nothing but tags and expressions, without a word to translate. */
export function isMarkupOnly(node: Nodes): boolean {
  if (!('children' in node) || node.children.length === 0) return false
  return node.children.every(
    (child) =>
      child.type === 'mdxTextExpression' ||
      child.type === 'html' ||
      (child.type === 'text' && child.value.trim() === '') ||
      (child.type === 'mdxJsxTextElement' && (child.children.length === 0 || isMarkupOnly(child))),
  )
}
