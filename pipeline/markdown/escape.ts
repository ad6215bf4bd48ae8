import {serializeMarkdown} from './serialize.ts'

/** Plain words, on one line, as inline Markdown that says just these words. */
export function escapeInline(words: string): string {
  // In a heading nothing but inline markup means anything.
  const heading = serializeMarkdown({
    type: 'root',
    children: [{type: 'heading', depth: 2, children: [{type: 'text', value: words.trim()}]}],
  })
  return heading.slice('## '.length).trimEnd()
}
