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

/** The characters that are printed around a body, and whether any of it is set in italics. */
export interface Printed {
  readonly characters: string
  readonly italic: boolean
}

/** The ink of one body, each kind's characters in a string. */
export interface BodyInk {
  readonly text: string
  readonly strong: string
  readonly furniture: string
  readonly italic: boolean
}

/** The characters of a body. @param html the same body, serialised */
export function bodyInk(body: Nodes, html: string): BodyInk {
  const into = {text: new Set<string>(), strong: new Set<string>(), furniture: new Set<string>()}
  gather(body, false, into)
  const {text, strong, furniture} = into
  return {
    text: [...text].join(''),
    strong: [...strong].join(''),
    furniture: [...furniture].join(''),
    italic: isItalic(html),
  }
}

/** Whether any of this markup is set in italics. */
export function isItalic(html: string): boolean {
  return italic.test(html)
}

/** Every character in the strings of a view, once. */
export function charactersIn(view: unknown): string {
  const strings: string[] = []
  gatherStrings(view, strings)
  return charactersOf(strings)
}

/** The ink of several bodies together. */
export function inkOf(bodies: readonly BodyInk[]): BodyInk {
  const all = (of: (one: BodyInk) => string) => charactersOf(bodies.map(of))
  return {
    text: all(({text}) => text),
    strong: all(({strong}) => strong),
    furniture: all(({furniture}) => furniture),
    italic: bodies.some((one) => one.italic),
  }
}

/** What is printed around several bodies together. */
export function printedOf(around: readonly Printed[]): Printed {
  return {
    characters: charactersOf(around.map(({characters}) => characters)),
    italic: around.some(({italic: isSo}) => isSo),
  }
}

/** The ink of bodies, and of everything around them: what is printed there counts as bold too. */
export function ink(bodies: readonly BodyInk[], around: readonly Printed[]): Ink {
  const furniture = charactersOf([
    ...around.map(({characters}) => characters),
    ...bodies.map((body) => body.furniture),
  ])
  return {
    text: new Set(charactersOf([...bodies.map(({text}) => text), furniture])),
    strong: new Set(charactersOf([...bodies.map(({strong}) => strong), furniture])),
    furniture: new Set(furniture),
    italic: [...bodies, ...around].some((one) => one.italic),
  }
}

/** Every character of texts, once. Sets are slow for what is asked for millions of times. */
function charactersOf(texts: readonly string[]): string {
  let found = ''
  const rare = new Set<string>()
  round += 1
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit < 0xd800 || unit > 0xdfff) {
        if (metIn[unit] === round) continue
        metIn[unit] = round
        found += String.fromCharCode(unit)
      } else {
        const character = String.fromCodePoint(text.codePointAt(at) ?? unit)
        if (!rare.has(character)) found += character
        rare.add(character)
        at += character.length - 1
      }
    }
  }
  return found
}

/** In which call each character was met last: a table that need not be cleared between calls. */
const metIn = new Uint32Array(0x10000)
let round = 0

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
  } else if (node.type === 'element' && isLabel(node)) {
    for (const child of node.children) gather(child, false, {...into, text: into.furniture})
  } else if ('children' in node) {
    const now = inBold || (node.type === 'element' && isBold(node))
    for (const child of node.children) gather(child, now, into)
  }
}

/** Captions, and links to a section in another language, are set in the sans of labels. */
function isLabel({tagName, properties}: Element): boolean {
  return tagName === 'figcaption' || properties['hrefLang'] !== undefined
}

function isBold({tagName}: Element): boolean {
  return bold.has(tagName)
}

function gatherStrings(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(value)
  else if (Array.isArray(value)) for (const item of value) gatherStrings(item, into)
  else if (typeof value === 'object' && value !== null) gatherStrings(Object.values(value), into)
}
