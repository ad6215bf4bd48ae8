/** Texts as paragraphs of what a verb prints; those that say nothing are left out. */
export function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n')
}
