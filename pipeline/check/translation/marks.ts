import type {PhrasingContent} from 'mdast'
import type {Stretch} from '../../model/finding.ts'

/** A mark in a text that a translation carries over: what kind, its value, and where it is written. */
export interface Mark {
  readonly kind: 'link' | 'image' | 'code' | 'footnote' | 'html'
  readonly value: string
  readonly within: Stretch | undefined
}

/** The marks of a text, in order. */
export function marksIn(nodes: readonly PhrasingContent[]): readonly Mark[] {
  return nodes.flatMap((node): readonly Mark[] => {
    const within = stretchOf(node)
    const mark = (kind: Mark['kind'], value: string) => [{kind, value, within}]
    switch (node.type) {
      case 'image':
        return mark('image', node.url)
      case 'imageReference':
        return mark('image', `[${node.identifier}]`)
      case 'inlineCode':
        return mark('code', node.value)
      case 'footnoteReference':
        return mark('footnote', node.identifier)
      case 'html':
        return mark('html', node.value)
      case 'link':
        return [...mark('link', node.url), ...marksIn(node.children)]
      case 'linkReference':
        return [...mark('link', `[${node.identifier}]`), ...marksIn(node.children)]
      case 'mdxTextExpression':
        return mark('code', `{${node.value}}`)
      case 'mdxJsxTextElement':
        return [...mark('html', `<${node.name ?? ''}>`), ...marksIn(node.children)]
      case 'text':
      case 'break':
        return []
      case 'textDirective':
      case 'delete':
      case 'emphasis':
      case 'strong':
        return marksIn(node.children)
    }
  })
}

/**
 * The marks of the first list that the second does not have, each as often as it is too many.
 *
 * @param identity What two marks must share to be the same.
 */
export function without(
  marks: readonly Mark[],
  others: readonly Mark[],
  identity: (mark: Mark) => string,
): readonly Mark[] {
  const rest = others.map(identity)
  return marks.filter((mark) => {
    const index = rest.indexOf(identity(mark))
    if (index >= 0) rest.splice(index, 1)
    return index < 0
  })
}

function stretchOf({position}: PhrasingContent): Stretch | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset]
  return start === undefined || end === undefined ? undefined : {start, end}
}
