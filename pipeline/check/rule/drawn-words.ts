import type {Node, Page} from './page.ts'
import {bareOf} from './vague.ts'

interface Drawn {
  readonly words: string
  /** Nothing else is drawn: no more than a ground behind the words. */
  readonly isAll: boolean
}

const written = /^(text|tspan|textPath)$/i
const ground = /^(#text|title|desc|defs|style|g|a|rect|text|tspan|textPath)$/i
const literal = /(?:fill|stroke)Text\(\s*(['"`])((?:(?!\1|\$\{).)+)\1/g
const otherStrokes =
  /\.(arc|arcTo|bezierCurveTo|drawImage|ellipse|lineTo|putImageData|quadraticCurveTo)\(|Path2D/

/** The words that a drawing shows, as far as the page itself says them: no pixels are read. */
export function drawnWords(node: Node, page: Page): Drawn {
  if (node.tag === 'canvas') return onCanvas(page)
  const inside = node.tag === 'svg' ? page.inside(node) : []
  const words = inside
    .filter((one) => one.text !== undefined && page.above(one).some(({tag}) => written.test(tag)))
    .map(({text}) => text)
    .join(' ')
  const grounds = inside.filter(({tag}) => tag === 'rect').length
  return {words, isAll: grounds < 2 && inside.every(({tag}) => ground.test(tag))}
}

/** Of several canvases nobody knows which one a script draws on. */
function onCanvas({nodes, tree: {scripts}}: Page): Drawn {
  if (nodes.filter(({tag}) => tag === 'canvas').length > 1) return {words: '', isAll: false}
  const words = scripts.flatMap((text) =>
    [...text.matchAll(literal)].map(([, , said = '']) => said),
  )
  return {words: words.join(' '), isAll: !scripts.some((text) => otherStrokes.test(text))}
}

/** Whether a drawing of nothing but words bears a name without one of them, in the same letters. */
export function isNamedOtherwise(node: Node, page: Page): boolean {
  const {words, isAll} = drawnWords(node, page)
  const [drawn, named] = [words, node.name ?? ''].map((text) => bareOf(text).split(' '))
  if (!drawn || !named || !isAll || drawn.filter((word) => word.length > 2).length < 2) return false
  const isLatin = [...drawn, ...named].every((word) => /^\p{Script=Latin}+$/u.test(word))
  const isOfControl = page.above(node).some(({role}) => /^(link|button)$/.test(role))
  const isMark = named.some((word) => /logo|brand/.test(word))
  const stems = new Set(named.map((word) => word.slice(0, 5)))
  const initials = drawn.map(([first]) => first).join('')
  return (
    isLatin &&
    !isOfControl &&
    !isMark &&
    !named.includes(initials) &&
    !drawn.some((word) => stems.has(word.slice(0, 5)))
  )
}
