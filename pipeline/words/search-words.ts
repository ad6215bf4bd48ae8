/**
 * How words are found in the search of a publication: the same rules when an index is made and when
 * a reader asks, here and in the reader's browser. Nothing is imported, so that it stays small.
 */

/** The words of a text as the index has them: in small letters, without accents, without particles. */
export function searchWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
  return (plain.match(word) ?? []).map(stem)
}

/** What stands inside a Korean compound: 의회 and 도서관 in 시의회도서관, down to two syllables. */
export function wordParts(found: string): readonly string[] {
  if (!hangulOnly.test(found)) return []
  return Array.from({length: Math.max(0, found.length - 2)}, (_, index) => found.slice(index + 1))
}

/** Which part of the index a word stands in: all that begin alike stand together. */
export function shardOf(found: string, shards: number): number {
  let hash = 0x811c9dc5
  for (const character of Array.from(found).slice(0, 2)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return (hash >>> 0) % shards
}

/** How many parts an index of so many articles has. */
export function shardsFor(articles: number): number {
  return Math.min(256, 2 ** Math.max(0, Math.ceil(Math.log2(articles / 16))))
}

const hangulOnly = /^[가-힣]+$/

/** A letter alone is no word, but a syllable or an ideograph is. */
const word =
  /[가-힣]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}\p{M}]{2,}|\p{N}/gu

function stem(found: string): string {
  return hangulOnly.test(found) ? withoutParticle(found) : singular(found)
}

/** English plurals, where they are regular and long enough to be sure. */
function singular(found: string): string {
  if (!/^[a-z]{5,}s$/.test(found) || /(?:ss|us|is)$/.test(found)) return found
  if (found.endsWith('ies')) return `${found.slice(0, -3)}y`
  return /(?:[sxz]|[cs]h)es$/.test(found) ? found.slice(0, -2) : found.slice(0, -1)
}

/**
 * Korean particles by what they follow, the longest first. One is taken off where it fits the sound
 * before it and two syllables are left: 시의회를 is 시의회, and 고속도로 is 고속도 on both sides.
 */
const particles: readonly (readonly [particle: string, after: 'final' | 'vowel' | 'any'])[] = [
  ...listed(
    'any',
    '에서부터 에게서는 에서는 에서도 에게는 에게도 까지는 까지도 부터는 에서의 에서만',
  ),
  ...listed('final', '으로부터 으로서는 으로는 으로도 으로서 으로써 이라고 이라는 이라며 으로의'),
  ...listed('vowel', '로부터 로서는 라고 라는 라며'),
  ...listed(
    'any',
    '에게서 에서 에게 까지 부터 보다 처럼 마다 조차 께서 한테 에는 에도 에만 만큼 밖에',
  ),
  ...listed('final', '으로 이나 이라 이며 이랑 과의 과는'),
  ...listed('vowel', '로는 로도 로서 로써 와의 와는'),
  ...listed('final', '은 이 을 과'),
  ...listed('vowel', '는 가 를 와 로'),
  ...listed('any', '의 에 도 만'),
]

/** The same by their last syllable: most words end in none. */
const byLast = new Map(
  particles.map(([one]) => {
    const last = one.slice(-1)
    return [last, particles.filter(([particle]) => particle.endsWith(last))]
  }),
)

function withoutParticle(found: string): string {
  for (const [particle, after] of byLast.get(found.at(-1) ?? '') ?? []) {
    const rest = found.slice(0, -particle.length)
    if (rest.length < 2 || !found.endsWith(particle)) continue
    if (after === 'any' || fits(rest, particle, after)) return withoutPlural(rest)
  }
  return withoutPlural(found)
}

function withoutPlural(found: string): string {
  return found.length > 2 && found.endsWith('들') ? found.slice(0, -1) : found
}

/** 로 and all that begins with it follows ㄹ as it follows a vowel. */
function fits(rest: string, particle: string, after: 'final' | 'vowel'): boolean {
  const final = (rest.charCodeAt(rest.length - 1) - 0xac00) % 28
  const isOpen = final === 0 || (final === 8 && /^으?로/.test(particle))
  return (after === 'vowel') === isOpen
}

function listed<After extends string>(
  after: After,
  words: string,
): readonly (readonly [string, After])[] {
  return words.split(' ').map((one) => [one, after] as const)
}
