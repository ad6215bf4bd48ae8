import * as fc from 'fast-check'

/** One thing that happens to an article or to its translation between two syncs. */
export type Edit =
  | {readonly does: 'insert' | 'reword'; readonly at: number; readonly text: string}
  | {readonly does: 'delete'; readonly at: number}
  | {readonly does: 'move'; readonly at: number; readonly to: number}
  | {readonly does: 'translate'; readonly at: number; readonly text: string}
  | {readonly does: 'stranger'; readonly at: number; readonly text: string}

const vocabulary =
  'the soldiers were sent to Kursk and Seoul said that war 북한군 우크라이나 300 of'.split(' ')

/** Paragraphs of few words, so that near and exact repeats happen. */
export const paragraph: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...vocabulary), {minLength: 2, maxLength: 9})
  .map((words) => words.join(' '))

const at = fc.nat(11)

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({does: fc.constantFrom('insert' as const, 'reword' as const), at, text: paragraph}),
  fc.record({does: fc.constant('delete' as const), at}),
  fc.record({does: fc.constant('move' as const), at, to: at}),
  {
    weight: 3,
    arbitrary: fc.record({does: fc.constant('translate' as const), at, text: fc.string()}),
  },
  fc.record({does: fc.constant('stranger' as const), at, text: paragraph}),
)

/** Rounds of edits; a sync follows each round. */
export const script: fc.Arbitrary<readonly (readonly Edit[])[]> = fc.array(
  fc.array(edit, {maxLength: 4}),
  {minLength: 1, maxLength: 6},
)

/** The article's paragraphs after a round. */
export function edited(paragraphs: readonly string[], edits: readonly Edit[]): readonly string[] {
  let now = [...paragraphs]
  for (const one of edits) {
    const index = one.at % (now.length || 1)
    if (one.does === 'insert') now.splice(one.at % (now.length + 1), 0, one.text)
    else if (one.does === 'delete') now.splice(index, 1)
    else if (one.does === 'reword' && now.length > 0) {
      now = now.with(index, `${now[index] ?? ''} ${one.text.split(' ', 1)[0] ?? ''}`)
    } else if (one.does === 'move') {
      const [moved] = now.splice(index, 1)
      if (moved !== undefined) now.splice(one.to % (now.length + 1), 0, moved)
    }
  }
  return now
}

/** The locale file after a translator's edits. */
export function translated(file: string, edits: readonly Edit[]): string {
  const texts = new Map(Object.entries(JSON.parse(file) as Record<string, string>))
  const keys = [...texts.keys()]
  for (const one of edits) {
    if (one.does === 'translate') texts.set(keys[one.at % keys.length] ?? '', one.text)
    if (one.does === 'stranger') texts.set(`stranger-${one.at}`, one.text)
  }
  return JSON.stringify(Object.fromEntries(texts), null, '\t')
}
