/** Where in a text, 1-based, in UTF-16 code units. */
export function placeInText(
  text: string,
  offset: number,
): {readonly line: number; readonly column: number} {
  const before = text.slice(0, offset).split('\n')
  return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1}
}
