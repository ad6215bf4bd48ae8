// A newsroom that writes by chance: any number of articles in English with their Korean
// translations, block by block. The same seed and number give the same articles everywhere.
import {chanceFrom} from '../chance-from.ts'
import {
  adjectives,
  doers,
  headings,
  names,
  nouns,
  people,
  places,
  roles,
  tails,
  times,
  verbs,
  type Lexicon,
} from './lexicon.ts'

/** An article in both languages. */
export interface Story {
  readonly slug: string
  readonly published: string
  readonly section: string
  readonly tags: readonly string[]
  readonly en: Telling
  readonly ko: Telling
}

/** The article in one language; blocks are Markdown, and the n-th of both say the same. */
export interface Telling {
  readonly headline: string
  readonly standfirst: string
  readonly author: string
  readonly blocks: readonly string[]
}

const sections = ['economy', 'politics', 'climate', 'culture', 'sport']

/** Ids of what articles are about, with their Korean names. */
export const tags: Readonly<Record<string, string>> = Object.fromEntries(
  `economy 경제 politics 정치 climate 기후 energy 에너지 transport 교통 housing 주거 health 보건
  education 교육 science 과학 technology 기술 labour 노동 courts 법원 culture 문화 music 음악 film 영화
  books 책 sport 스포츠 football 축구 food 음식 travel 여행 media 미디어 privacy 개인정보 farming 농업
  oceans 해양`
    .split(/\s+/u)
    .flatMap((id, index, all) => (index % 2 === 0 ? [[id, all[index + 1] ?? id]] : [])),
)

/** The n-th article of a newsroom. */
export function story(seed: number, index: number): Story {
  const chance = chanceOf((seed * 1_000_003 + index * 7919) | 0)
  const {below, pick} = chance
  const [who, verb, adjective, noun] = [doers, verbs, adjectives, nouns].map(({length}) =>
    below(length),
  )
  const subject = [who ?? 0, verb ?? 0, adjective ?? 0, noun ?? 0] as const
  const own = new Set<string>()
  while (own.size < 3) own.add(pick(Object.keys(tags)))
  const author = below(names.length)
  const blocks = [...body(chance, subject[3])]
  const standfirst = sentence(chance)
  const [w, v, a, n] = subject
  return {
    slug: slugOf(v, n, index),
    published: new Date(Date.UTC(2024, 0, 1, 6) + index * 97 * 60_000)
      .toISOString()
      .replace('.000Z', '+00:00'),
    section: pick(sections),
    tags: [...own],
    en: {
      headline: `${en(doers, w)} ${en(verbs, v)} the ${en(adjectives, a)} ${en(nouns, n)}`,
      standfirst: standfirst.en,
      author: en(names, author),
      blocks: blocks.map((block) => block.en),
    },
    ko: {
      headline: `${ko(doers, w)}, ${ko(adjectives, a)} ${particle(ko(nouns, n), '을', '를')} ${ko(verbs, v)}`,
      standfirst: standfirst.ko,
      author: ko(names, author),
      blocks: blocks.map((block) => block.ko),
    },
  }
}

/** The same words in both languages. */
interface Both {
  readonly en: string
  readonly ko: string
}

/** About 900 words of English: sections of paragraphs, quotes, a list, in some a table. */
function* body(chance: Chance, noun: number): Generator<Both> {
  const {below} = chance
  const count = 4 + below(3)
  const hasTable = chance.next() < 0.3
  const heads = shuffled(headings.length, chance).slice(0, count)
  yield paragraph(3, chance)
  const place = below(places.length)
  yield {
    en: `![A view of the ${en(nouns, noun)} in ${en(places, place)}](photo.png "Photo: staff")`,
    ko: `![${ko(places, place)}의 ${ko(nouns, noun)} 전경](photo.png "사진: 본지")`,
  }
  const counted = {words: 60}
  const told = (block: Both) => {
    counted.words += block.en.split(' ').length
    return block
  }
  for (const [index, head] of heads.entries()) {
    yield told({en: `## ${en(headings, head)}`, ko: `## ${ko(headings, head)}`})
    yield told(paragraph(2 + below(3), chance))
    if (index % 2 === 0) yield* quote(chance).map(told)
    if (index === 1) yield told(bullets(4 + below(3), chance))
    if (index === 2 && hasTable) yield told(table(chance))
    if (index === 3) {
      const inner = (head + 5) % headings.length
      yield told({en: `### ${en(headings, inner)}`, ko: `### ${ko(headings, inner)}`})
    }
    const quota = (900 * (index + 1)) / count
    while (counted.words < quota) yield told(paragraph(2 + below(4), chance))
  }
}

function paragraph(sentences: number, chance: Chance): Both {
  const said = Array.from({length: sentences}, () => marked(sentence(chance), chance))
  return {en: said.map((one) => one.en).join(' '), ko: said.map((one) => one.ko).join(' ')}
}

function quote(chance: Chance): readonly Both[] {
  const [first, second] = [sentence(chance), sentence(chance)]
  const [name, role] = [chance.below(names.length), chance.below(roles.length)]
  return [
    {
      en: `> “${first.en} ${second.en}”\n>\n> — ${en(names, name)}, ${en(roles, role)}`,
      ko: `> “${first.ko} ${second.ko}”\n>\n> — ${ko(names, name)}, ${ko(roles, role)}`,
    },
  ]
}

function bullets(items: number, chance: Chance): Both {
  const said = Array.from({length: items}, () => marked(sentence(chance), chance))
  return {
    en: said.map((one) => `- ${one.en}`).join('\n'),
    ko: said.map((one) => `- ${one.ko}`).join('\n'),
  }
}

function table({below}: Chance): Both {
  const rows = Array.from(
    {length: 5},
    (_, year) => `| ${2019 + year} | ${100 + below(900)} | ${below(40) - 20}% |`,
  ).join('\n')
  return {
    en: `| Year | Budget | Change |\n|---|---:|---:|\n${rows}`,
    ko: `| 연도 | 예산 | 증감 |\n|---|---:|---:|\n${rows}`,
  }
}

function sentence({below}: Chance): Both {
  const of = (list: Lexicon) => below(list.length)
  const [w, a, n, p, v, when, tail, place] = [
    of(doers),
    of(adjectives),
    of(nouns),
    of(people),
    of(verbs),
    of(times),
    of(tails),
    of(places),
  ]
  const [cost, weeks, year] = [below(90) + 10, below(20) + 2, 2005 + below(19)]
  const [E, K] = [en, ko]
  const kinds: readonly Both[] = [
    {
      en: `${E(doers, w)} ${E(verbs, v)} the ${E(adjectives, a)} ${E(nouns, n)} ${E(times, when)}, ${E(tails, tail)}.`,
      ko: `${particle(K(doers, w), '은', '는')} ${K(times, when)} ${K(tails, tail)} ${K(adjectives, a)} ${particle(K(nouns, n), '을', '를')} ${K(verbs, v)}.`,
    },
    {
      en: `In ${E(places, place)}, ${E(people, p)} said the ${E(nouns, n)} would cost about ${cost} million won more than planned.`,
      ko: `${K(places, place)}에서 ${particle(K(people, p), '은', '는')} ${particle(K(nouns, n), '이', '가')} 계획보다 약 ${cost}00만 원 더 들 것이라고 말했다.`,
    },
    {
      en: `Two of the three ${E(people, p)} interviewed for this article said they had not been told about the ${E(adjectives, a)} ${E(nouns, n)}.`,
      ko: `이 기사를 위해 만난 ${K(people, p)} 세 명 가운데 두 명은 ${K(adjectives, a)} ${K(nouns, n)}에 대해 들은 적이 없다고 했다.`,
    },
    {
      en: `${E(doers, w)} ${E(verbs, v)} a similar ${E(nouns, n)} in ${year}, ${E(tails, tail)}.`,
      ko: `${K(tails, tail)} ${particle(K(doers, w), '은', '는')} ${year}년에도 비슷한 ${particle(K(nouns, n), '을', '를')} ${K(verbs, v)}.`,
    },
    {
      en: `The ${E(adjectives, a)} ${E(nouns, n)} is expected to reach ${E(people, p)} in ${E(places, place)} within ${weeks} weeks.`,
      ko: `${K(adjectives, a)} ${particle(K(nouns, n), '은', '는')} ${weeks}주 안에 ${K(places, place)} ${K(people, p)}에게 전달될 전망이다.`,
    },
    {
      en: `Officials in ${E(places, place)} did not respond to questions about the ${E(nouns, n)} ${E(times, when)}.`,
      ko: `${K(places, place)} 관계자들은 ${K(times, when)} ${K(nouns, n)}에 관한 질문에 답하지 않았다.`,
    },
  ]
  return kinds[below(kinds.length)] ?? {en: '', ko: ''}
}

/** Inline markup on about a third of the sentences, on a word of each language. */
function marked(said: Both, {next, below}: Chance): Both {
  const kind = next()
  const [at, other, source] = [next(), below(100), below(9999)]
  const target = `/articles/approved-budget-${number(other)}/`
  const around = ((): readonly [string, string] => {
    if (kind < 0.1) return ['**', '**']
    if (kind < 0.2) return ['*', '*']
    if (kind < 0.3) return ['[', `](${target})`]
    if (kind < 0.34) return ['[', `](https://example.org/source/${source})`]
    return kind < 0.36 ? ['`', '`'] : ['', '']
  })()
  const put = (text: string) => {
    const words = text.split(' ')
    const index = 1 + Math.floor(at * Math.max(1, words.length - 3))
    words[index] = `${around[0]}${words[index]}${around[1]}`
    return words.join(' ')
  }
  return {en: put(said.en), ko: put(said.ko)}
}

function slugOf(verb: number, noun: number, index: number): string {
  return `${en(verbs, verb)}-${en(nouns, noun)}-${number(index)}`.replaceAll(' ', '-')
}

function number(index: number): string {
  return String(index).padStart(5, '0')
}

/** Korean particles have one form after a final consonant and another after a vowel. */
function particle(word: string, final: string, vowel: string): string {
  const place = word.charCodeAt(word.length - 1) - 0xac00
  return word + (place >= 0 && place < 11_172 && place % 28 !== 0 ? final : vowel)
}

interface Chance {
  readonly next: () => number
  readonly below: (end: number) => number
  readonly pick: <One>(list: readonly One[]) => One
}

function chanceOf(seed: number): Chance {
  const next = chanceFrom(seed)
  const below = (end: number) => Math.floor(next() * end)
  return {next, below, pick: (list) => list[below(list.length)] ?? list[0]!}
}

function shuffled(length: number, {next}: Chance): readonly number[] {
  return Array.from({length}, (_, index) => ({index, at: next()}))
    .toSorted((a, b) => a.at - b.at)
    .map(({index}) => index)
}

function en(list: Lexicon, index: number): string {
  return list[index]?.[0] ?? ''
}

function ko(list: Lexicon, index: number): string {
  return list[index]?.[1] ?? ''
}
