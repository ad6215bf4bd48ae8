import * as fc from 'fast-check'

/** One thing that happens to an article or to its translation between two syncs. */
export type Edit =
  | {readonly does: 'insert' | 'reword'; readonly at: number; readonly text: string}
  | {
      readonly does: 'delete' | 'split' | 'merge' | 'repeat' | 'address' | 'markup'
      readonly at: number
    }
  | {readonly does: 'move'; readonly at: number; readonly to: number}
  | {readonly does: 'translate'; readonly at: number; readonly text: string}
  | {readonly does: 'stranger'; readonly at: number; readonly text: string}

const vocabulary =
  'the soldiers were sent to Kursk and Seoul said that war 북한군 우크라이나 300 of'.split(' ')

/** Paragraphs of few words, so that near and exact repeats happen; some with a link. */
export const paragraph: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...vocabulary, '[Kursk](https://a.example/1)'), {
    minLength: 2,
    maxLength: 9,
  })
  .map((words) => words.join(' '))

const at = fc.nat(11)

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({does: fc.constantFrom('insert' as const, 'reword' as const), at, text: paragraph}),
  fc.record({does: fc.constant('delete' as const), at}),
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('split', 'merge', 'repeat', 'address', 'markup'),
      at,
    }),
  },
  fc.record({does: fc.constant('move' as const), at, to: at}),
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('translate' as const),
      at,
      text: fc.oneof(
        fc.string(),
        paragraph,
        paragraph.map((text) => `${text}. ${text}.`),
      ),
    }),
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
    else if (one.does === 'repeat') now.splice(index, 0, ...now.slice(index, index + 1))
    else if (one.does === 'split') now.splice(index, 1, ...halves(now[index] ?? ''))
    else if (one.does === 'merge') now.splice(index, 2, ...joined(now.slice(index, index + 2)))
    else if (one.does === 'address' || one.does === 'markup')
      now = now.map((text, place) =>
        place === index ? (one.does === 'address' ? readdressed(text) : remarked(text)) : text,
      )
    else if (one.does === 'reword' && now.length > 0) {
      now = now.with(index, `${now[index] ?? ''} ${one.text.split(' ', 1)[0] ?? ''}`)
    } else if (one.does === 'move') {
      const [moved] = now.splice(index, 1)
      if (moved !== undefined) now.splice(one.to % (now.length + 1), 0, moved)
    }
  }
  return now
}

/** Two halves, a sentence each, where there are words for two. */
function halves(text: string): readonly string[] {
  const words = text.split(' ').filter((word) => word !== '')
  const middle = Math.ceil(words.length / 2)
  return [words.slice(0, middle), words.slice(middle)]
    .map((half) => half.join(' '))
    .filter((half) => half !== '')
}

function joined(texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [texts.join(' ')]
}

function readdressed(text: string): string {
  return text.replaceAll(
    /a\.example\/(\d+)/gu,
    (_, page: string) => `a.example/${Number(page) + 1}`,
  )
}

/** The last word emphasised, or no longer. */
function remarked(text: string): string {
  return text.endsWith('*')
    ? text.replace(/\*([^*]+)\*$/u, '$1')
    : text.replace(/([^\s*]+)$/u, '*$1*')
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
