/** What an element has from the one around it, where nobody says otherwise. */
export const INHERITED =
  /^(-webkit-text|border-collapse|border-spacing|color$|direction|font|hyphens|letter|line|list|overflow-wrap|text-(align|emphasis|indent|shadow|transform|wrap)|white|word|writing)/

/** Properties that are said by others too, with the names that those have. */
const OTHERS: readonly (readonly [property: RegExp, others: string])[] = [
  [/^(margin|padding)-(top|bottom)$/, '$1 $1-block $1-block-start $1-block-end'],
  [/^(margin|padding)-(left|right)$/, '$1 $1-inline $1-inline-start $1-inline-end'],
  [/^(margin|padding)$/, '$1-block $1-inline $1-top $1-bottom $1-left $1-right'],
  [/^border-(?:top|bottom)-(width|style|color)$/, 'border border-block border-$1 border-block-$1'],
  [
    /^border-(?:left|right)-(width|style|color)$/,
    'border border-inline border-$1 border-inline-$1',
  ],
  [/^border-(width|style|color)$/, 'border border-block border-inline'],
  [/^border-(top|bottom)-.*-radius$/, 'border-radius'],
  [/^border-image-source$/, 'border-image'],
  [/^(top|bottom)$/, 'inset inset-block inset-block-start inset-block-end'],
  [/^(left|right)$/, 'inset inset-inline inset-inline-start inset-inline-end'],
  [/^(min-|max-|)width$/, '$1inline-size'],
  [/^(min-|max-|)height$/, '$1block-size'],
  [/^overflow/, 'overflow overflow-x overflow-y overflow-block overflow-inline'],
  [/^(column|row)-gap$/, 'gap grid-gap'],
  [/^gap$/, 'column-gap row-gap grid-gap'],
  [/^font-(?!feature|variation)|^line-height$/, 'font'],
  [/^column-count$/, 'columns'],
  [/^flex-(grow|basis)$/, 'flex'],
  [/^flex-(direction|wrap)$/, 'flex-flow'],
  [/^grid-template/, 'grid grid-template grid-template-areas'],
  [/^grid-(column|row)-start$/, 'grid-area grid-$1'],
  [/^(align|justify)-(items|content|self)$/, 'place-$2'],
  [/^text-wrap$/, 'text-wrap-mode white-space'],
  [/^::/, 'content color background background-color background-image width height font-size font'],
]

/** A property and those that are said with it: `margin-top`, `margin`, `margin-block`… The property itself first. */
export function familyOf(property: string): readonly string[] {
  const words = property.split('-')
  const shorter = words.slice(1).map((_, at) => words.slice(0, -1 - at).join('-'))
  const others = OTHERS.flatMap(([pattern, names]) => {
    const found = pattern.exec(property)
    return found ? names.replace(/\$(\d)/g, (_, part) => found[Number(part)] ?? '').split(' ') : []
  })
  const shorthands = /^(border|background|text|list|outline|mask)/.test(property) ? shorter : []
  return [...new Set([property, ...shorthands, ...others])]
}
