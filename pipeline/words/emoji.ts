/** Pictures that are written as characters, with what changes or joins them; flags are two of them. */
const emoji =
  /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)(?:[\ufe0f\p{Emoji_Modifier}\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic})*/gu

/** A figure on a key: the figure is text. */
const keycap = /([#*\d])\ufe0f?\u20e3/gu

/** The words alone: readers' own devices have emoji, the fonts that are shipped have none. */
export function withoutEmoji(text: string): string {
  return text.replace(keycap, '$1').replace(emoji, '')
}

/** The same of a document, whose tags stay as they are: what stands for a picture is said, not drawn. */
export function drawnWithoutEmoji(html: string): string {
  return html
    .split(/(<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? part : withoutEmoji(part)))
    .join('')
}
