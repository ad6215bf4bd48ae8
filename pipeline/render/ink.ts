import type {Element, Nodes} from 'hast'

/** The characters that have to be printed, by the kind of face they are set in. */
export interface Ink {
  readonly text: ReadonlySet<string>
  /** Also set bold. */
  readonly strong: ReadonlySet<string>
  /** Also set in the sans of labels and navigation. */
  readonly furniture: ReadonlySet<string>
  readonly italic: boolean
}

const bold = new Set([
  'b',
  'caption',
  'dt',
  'em',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'i',
  'strong',
  'th',
])
const italic = /<(?:cite|dfn|em|i|var)[\s>]/

/** The ink of article bodies, and of everything around them: any text of a view counts as furniture and bold too. */
export function ink(bodies: readonly Nodes[], html: readonly string[], views: unknown): Ink {
  const text = new Set<string>()
  const strong = new Set<string>()
  const furniture = new Set<string>()
  for (const body of bodies) gather(body, false, {text, strong, furniture})
  gatherStrings(views, furniture)
  return {
    text: new Set([...text, ...furniture]),
    strong: new Set([...strong, ...furniture]),
    furniture,
    italic: html.some((part) => italic.test(part)),
  }
}

function gather(
  node: Nodes,
  inBold: boolean,
  into: Readonly<Record<'text' | 'strong' | 'furniture', Set<string>>>,
): void {
  if (node.type === 'text') {
    for (const character of node.value) {
      into.text.add(character)
      if (inBold) into.strong.add(character)
    }
  } else if (node.type === 'element' && node.properties['hrefLang'] !== undefined) {
    // The link to a section in another language is set in the sans of labels.
    for (const child of node.children) gather(child, false, {...into, text: into.furniture})
  } else if ('children' in node) {
    const now = inBold || (node.type === 'element' && isBold(node))
    for (const child of node.children) gather(child, now, into)
  }
}

function isBold({tagName}: Element): boolean {
  return bold.has(tagName)
}

function gatherStrings(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') for (const character of value) into.add(character)
  else if (Array.isArray(value)) for (const item of value) gatherStrings(item, into)
  else if (typeof value === 'object' && value !== null) gatherStrings(Object.values(value), into)
}
