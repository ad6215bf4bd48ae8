import {searchWords, shardOf} from '../../pipeline/words/search-words.ts'

/** How many articles a file of the list holds, how many results are shown, and what places weigh. */
const [listLength, shown] = [200, 30]
const weights = [0.4, 1, 3, 8]

interface Part {
  readonly of: string
  readonly words: Readonly<Record<string, readonly number[]>>
}

interface List {
  readonly of: string
  readonly articles: readonly (readonly string[])[]
}

/** Finds articles for the words in the field: all of the words, or as many as can be had. */
function start(finder: HTMLElement): void {
  const {index = '', parts = '1', found = '', none = '', failed = ''} = finder.dataset
  const field = finder.querySelector('input')
  const status = finder.querySelector('[role=status]')
  const results = document.querySelector<HTMLElement>('.results')
  if (field === null || status === null || results === null) return

  const known = new Map<string, Promise<unknown>>()
  const fetched = async <Content>(name: string): Promise<Content> => {
    const file = known.get(name) ?? load(index + name)
    known.set(name, file)
    return (await file) as Content
  }
  const partFor = (word: string) => fetched<Part>(`words-${shardOf(word, Number(parts))}.json`)

  let asked = 0
  const ask = async (): Promise<void> => {
    const query = field.value.trim()
    const turn = ++asked
    try {
      const words = [...new Set(searchWords(query))]
      const tables = await Promise.all(
        words.map(async (word) => [word, await partFor(word)] as const),
      )
      const ranked = rank(tables)
      const entries = await Promise.all(
        ranked.slice(0, shown).map(async (number) => {
          const list = await fetched<List>(`articles-${Math.floor(number / listLength)}.json`)
          if (tables.some(([, {of}]) => of !== list.of)) throw new Error('another release')
          return list.articles[number % listLength] ?? []
        }),
      )
      if (turn !== asked) return
      results.replaceChildren(...entries.map(item))
      results.hidden = entries.length === 0
      status.textContent =
        query === '' ? '' : ranked.length === 0 ? none : found.replace('{n}', String(ranked.length))
    } catch {
      known.clear()
      if (turn === asked) status.textContent = failed
    }
  }

  finder.hidden = false
  for (const one of document.querySelectorAll<HTMLElement>('.without-script')) one.hidden = true
  finder.querySelector('button')?.addEventListener('click', () => void ask())
  field.addEventListener('keydown', ({key, isComposing}) => {
    if (key === 'Enter' && !isComposing) void ask()
  })
  field.value = new URLSearchParams(location.search).get('q') ?? ''
  if (field.value !== '') void ask()
}

async function load(url: string): Promise<unknown> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(response.statusText)
  return response.json()
}

/** The numbers of the articles, those first that say most of the words in the most telling places. */
function rank(tables: readonly (readonly [word: string, part: Part])[]): readonly number[] {
  const scores = new Map<number, {words: number; score: number}>()
  for (const [word, {words}] of tables) {
    const own = new Map<number, number>()
    for (const [candidate, places] of Object.entries(words)) {
      if (!candidate.startsWith(word)) continue
      const exact = candidate === word ? 2 : 1
      for (const place of places) {
        const score = (weights[place % 4] ?? 0) * exact
        const number = place >> 2
        own.set(number, Math.max(score, own.get(number) ?? 0))
      }
    }
    const rarity = 1 / Math.sqrt(Math.max(1, own.size))
    for (const [number, score] of own) {
      const sum = scores.get(number) ?? {words: 0, score: 0}
      scores.set(number, {words: sum.words + 1, score: sum.score + score * rarity})
    }
  }
  const most = Math.max(0, ...[...scores.values()].map(({words}) => words))
  return [...scores]
    .filter(([, {words}]) => words === most)
    .sort(([a, one], [b, other]) => other.score - one.score || a - b)
    .map(([number]) => number)
}

function item([href = '', headline = '', about = '', day = '']: readonly string[]): HTMLElement {
  const link = made('a', headline)
  link.setAttribute('href', href)
  const title = made('p', '')
  title.className = 'found'
  title.append(link)
  const entry = made('li', '')
  entry.append(title, made('p', about), made('p', day))
  entry.lastElementChild?.classList.add('meta')
  return entry
}

function made(name: string, text: string): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
  return element
}

const finder = document.querySelector<HTMLElement>('.finder')
if (finder !== null) start(finder)
