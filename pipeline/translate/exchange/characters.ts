import type {Piece} from '../../markdown/pieces.ts'

// Characters that XML 1.0 cannot hold, and the carriage return, which it turns into a line feed.
const forbidden = /([\0-\x08\x0B-\x1F\uFFFE\uFFFF\p{Surrogate}])/u // oxlint-disable-line no-control-regex

/** Whether a text is one character that XML cannot hold. */
export function isForbidden(text: string): boolean {
  return forbidden.exec(text)?.[0] === text
}

/** Pieces in which each character that XML cannot hold is a mark of its own. */
export function withoutControls(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    if (piece.type === 'mark') return [piece]
    if (piece.type === 'span') return [{...piece, children: withoutControls(piece.children)}]
    if (!forbidden.test(piece.value)) return [piece]
    return piece.value
      .split(forbidden)
      .filter((part) => part !== '')
      .map((part) =>
        isForbidden(part) ? {type: 'mark', kind: 'other', raw: part} : {type: 'words', value: part},
      )
  })
}

const quoted = 'json:'

/** Markup as an XML format carries it; `json:"\u0001"` where it has characters that XML cannot hold. */
export function carried(raw: string): string {
  if (!forbidden.test(raw) && !raw.startsWith(quoted)) return raw
  return quoted + JSON.stringify(raw).replace(/[\uFFFE\uFFFF]/gu, escaped)
}

/** Markup as it was before `carried`. */
export function uncarried(data: string): string {
  if (!data.startsWith(quoted)) return data
  try {
    const value: unknown = JSON.parse(data.slice(quoted.length))
    return typeof value === 'string' ? value : data
  } catch {
    return data
  }
}

/** A text for an attribute that people see: on one line, without what XML cannot hold. */
export function shown(text: string): string {
  return text.replace(/[\s\0-\x1F\uFFFE\uFFFF\p{Surrogate}]+/gu, ' ') // oxlint-disable-line no-control-regex
}

/** A note or a name, without what XML cannot hold. */
export function cleaned(text: string): string {
  return text
    .split(forbidden)
    .filter((part) => !isForbidden(part))
    .join('')
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16)}`
}
