import type {Edit, Node} from 'jsonc-parser'

/** Puts items (`"key": value`, or values) behind the last of a list or an object, laid out as the first is. */
export function appended(text: string, node: Node, items: readonly string[]): readonly Edit[] {
  if (items.length === 0) return []
  const [first] = node.children ?? []
  const last = node.children?.at(-1)
  if (first === undefined || last === undefined) {
    const eol = text.includes('\r\n') ? '\r\n' : '\n'
    const isTop = node.parent === undefined
    const content = isTop ? `${eol}  ${items.join(`,${eol}  `)}${eol}` : items.join(', ')
    return [{offset: node.offset, length: node.length, content: within(node, content)}]
  }
  const gap = text.slice(node.offset + 1, first.offset)
  const between = /\r?\n[ \t]*$/u.exec(gap)?.[0] ?? ' '
  const content = items.map((item) => `,${between}${item}`).join('')
  return [{offset: last.offset + last.length, length: 0, content}]
}

function within({type}: Node, content: string): string {
  return type === 'array' ? `[${content}]` : `{${content}}`
}

/** Puts a value in the place of another. */
export function replaced({offset, length}: Node, value: unknown): Edit {
  return {offset, length, content: spaced(value)}
}

/** JSON on one line as people write it: `{"id": "seoul", "ko": ["서울", "서울시"]}`. */
export function spaced(value: unknown): string {
  // A line break never stands within a JSON string, only between its tokens.
  return JSON.stringify(value, null, 1)
    .replace(/(?<=[[{])\n */gu, '')
    .replace(/\n *(?=[\]}])/gu, '')
    .replace(/\n */gu, ' ')
}
