/** A number in a text: its value, and how it is written there. */
export interface Figure {
  readonly value: number
  readonly written: string
}

/** The numbers of a text: those written in figures, and those spelled out. */
export interface Numbers {
  readonly figures: readonly Figure[]
  readonly spelled: readonly Figure[]
}

/** Numbers of an English text; months and ordinals are spelled-out numbers. */
export function englishNumbers(text: string): Numbers {
  const figures = [
    ...text.matchAll(
      /(?<![\d.,])(\d+(?:,\d{3})*(?:\.\d+)?)(?:[\s-](hundred|thousand|million|billion|trillion)\b)?/giu,
    ),
  ]
  return {
    figures: figures.map(([written, digits = '', scale = '']) => ({
      value: Number(digits.replaceAll(',', '')) * (english.scales.get(scale.toLowerCase()) ?? 1),
      written,
    })),
    spelled: [...text.toLowerCase().matchAll(/[a-z]+(?:-[a-z]+)?/gu)].flatMap(([written]) => {
      const value = spelledEnglish(written)
      return value === undefined ? [] : [{value, written}]
    }),
  }
}

function list(words: string, first: number, step: number): readonly (readonly [string, number])[] {
  return words.split(' ').map((word, index) => [word, first + index * step])
}

const english = {
  scales: new Map([
    ['hundred', 1e2],
    ['thousand', 1e3],
    ['million', 1e6],
    ['billion', 1e9],
    ['trillion', 1e12],
  ]),
  words: new Map([
    ...list(
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
      1,
      1,
    ),
    ...list('first second third fourth fifth sixth seventh eighth ninth tenth', 1, 1),
    ...list(
      'january february march april may june july august september october november december',
      1,
      1,
    ),
    ...list('jan feb mar apr may jun jul aug sep oct nov dec', 1, 1),
    ...list('ii iii iv', 2, 1),
    ...list('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
    ...list('hundred hundreds', 100, 0),
    ...list('thousand thousands', 1000, 0),
    ...list('half both twice double', 2, 0),
    ...list('a an once single sole', 1, 0),
    ...list('dozen dozens', 12, 0),
    ...list('zero no none', 0, 0),
  ]),
}

function spelledEnglish(word: string): number | undefined {
  const [tens = '', ones] = word.split('-')
  const value = english.words.get(tens)
  const more = ones === undefined ? undefined : english.words.get(ones)
  if (value === undefined) return more
  return more !== undefined && value >= 20 && value < 100 && more < 10 ? value + more : value
}

/** Numbers of a Korean text: 12억3456만7890, 1만1000, 3천만. Native numerals are spelled-out numbers. */
export function koreanNumbers(text: string): Numbers {
  const parts = '\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:[십백천]?[만억조]|[십백천](?![가-힣]))?'
  const figures = [
    ...text.matchAll(new RegExp(`(?<![\\d.,])${parts}(?:(?<=[십백천만억조]) ?${parts})*`, 'gu')),
  ]
  return {
    figures: figures.map(([written]) => ({value: koreanValue(written), written: written.trim()})),
    spelled: [...text.matchAll(nativeNumeral)].map(([written]) => ({
      value: nativeValue(written),
      written,
    })),
  }
}

const scales: Readonly<Record<string, number>> = {
  십: 10,
  백: 1e2,
  천: 1e3,
  만: 1e4,
  억: 1e8,
  조: 1e12,
}

function koreanValue(written: string): number {
  return [...written.matchAll(/([\d,.]+)([십백천만억조]*)/gu)].reduce(
    (sum, [, digits = '', units = '']) => {
      const scale = Array.from(units).reduce((product, unit) => product * (scales[unit] ?? 1), 1)
      return sum + Number(digits.replaceAll(',', '')) * scale
    },
    0,
  )
}

const nativeOnes = new Map([
  ...list('한 두 세 네 다섯 여섯 일곱 여덟 아홉', 1, 1),
  ...list('하나 둘 셋 넷', 1, 1),
  ...list('첫 둘째 셋째 넷째', 1, 1),
  ...list('일 이 삼 사 오 육 칠 팔 구', 1, 1),
])
const nativeTens = new Map(list('열 스물 서른 마흔 쉰 예순 일흔 여든 아흔', 10, 10))
const others = new Map([
  ...list('스무', 20, 0),
  ...list('절반 반', 2, 0),
  ...list('수백 백', 100, 0),
  ...list('수천 천', 1000, 0),
])

/** Native numerals where a word begins: 두 가지, 열두 명, 스물여섯. */
const nativeNumeral = new RegExp(
  `(?<![가-힣])(?:(?:${[...nativeTens.keys()].join('|')})(?:${[...nativeOnes.keys()].slice(0, 13).join('|')})?|${[...others.keys(), ...nativeOnes.keys()].join('|')})`,
  'gu',
)

function nativeValue(written: string): number {
  const ten = [...nativeTens].find(([word]) => written.startsWith(word))
  const rest = written.slice(ten?.[0].length ?? 0)
  return (ten?.[1] ?? 0) + (others.get(rest) ?? nativeOnes.get(rest) ?? 0)
}
