import type {Quantities, Quantity} from '../language.ts'
import {koreanKinds} from './kinds.ts'

/**
 * The numbers of a Korean text with what they count: 12억3456만7890원, 1만1000, 3천만, 5천7백,
 * 수백. Numerals in words (세 가지, 열두 명, 스물여섯, 첫째, 수십만) may stand for a figure.
 */
export function koreanQuantities(prose: string): Quantities {
  const figures = [...prose.matchAll(figure)].map(({0: written, index}): Quantity => {
    const after = prose.slice(index + written.length)
    return timeAt(prose, {
      value: valueOf(written),
      kinds: koreanKinds(after, prose.slice(0, index)),
      index,
      written: written.trim(),
    })
  })
  const spelled = [...prose.matchAll(numeral)].map(({0: written, index}): Quantity => ({
    value: nativeValue(written),
    kinds: [],
    index,
    written,
  }))
  const counted = spelled.filter(
    ({value, index, written}) => value > 1 && counting.test(prose.slice(index + written.length)),
  )
  const ordered = spelled.filter(({index, written}) =>
    /^(?:째| ?번째)/u.test(prose.slice(index + written.replace(/째$/u, '').length)),
  )
  return {figures, spelled: [...spelled, ...sino(prose)], counted, ordered}
}

/** What is counted in numerals of the language's own: 세 곳, 다섯 명. */
const counting =
  /^ ?(?:명|사람|곳|개(?!월)|대(?![가-힣])|척|마리|가지|권|채|차례|군데|건|잔|병(?![가-힣])|가구|나라)(?![가-힣]{3})/u

const part =
  '\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:[십백천]?[만억조경](?![가-힣]*[은는]? ?아니)|[십백천](?![가-힣]))?'
const figure = new RegExp(
  `(?<![\\d.,@#]|[a-zA-Z](?=\\d[a-zA-Z])|제 ?(?=3자))${part}(?:(?<=[십백천만억조경]) ?${part})*`,
  'gu',
)

const scales: Readonly<Record<string, number>> = {
  십: 10,
  백: 1e2,
  천: 1e3,
  만: 1e4,
  억: 1e8,
  조: 1e12,
  경: 1e16,
}

/** 5천7백만 is (5·1000 + 7·100)·10000: small scales add up until a great one multiplies them. */
function valueOf(written: string): number {
  let [sum, group] = [0, 0]
  for (const [, digits = '', units = ''] of written.matchAll(/([\d,.]+)([십백천만억조경]*)/gu)) {
    const number = Number(digits.replaceAll(',', ''))
    const small = /^[십백천]/u.test(units) ? (scales[units[0] ?? ''] ?? 1) : 1
    group += number * small
    const great = /[만억조경]$/u.exec(units)?.[0]
    if (great !== undefined) {
      sum += group * (scales[great] ?? 1)
      group = 0
    }
  }
  return sum + group
}

/** 오후 3시 30분 is half past fifteen. */
function timeAt(prose: string, quantity: Quantity): Quantity {
  if (!quantity.kinds.includes('hour')) return quantity
  const before = prose.slice(Math.max(0, quantity.index - 5), quantity.index)
  const [half] = /(?:오전|새벽|아침|오후|저녁|밤)(?=\s*$)/u.exec(before) ?? []
  if (half === undefined) return quantity
  const isAfternoon = /오후|저녁|밤/u.test(half)
  // An hour of the night can be one of the morning.
  const kinds = half === '밤' ? [] : [isAfternoon ? 'after noon' : 'before noon']
  return {
    ...quantity,
    value: isAfternoon && quantity.value < 12 ? quantity.value + 12 : quantity.value,
    kinds: [...quantity.kinds, ...kinds],
  }
}

function list(words: string, first: number, step: number): readonly (readonly [string, number])[] {
  return words.split(' ').map((word, index) => [word, first + index * step])
}

const ones = new Map([
  ...list('한 두 세 네 다섯 여섯 일곱 여덟 아홉', 1, 1),
  ...list('하나 둘 셋 넷', 1, 1),
  ...list('첫 둘째 셋째 넷째', 1, 1),
  ...list('석 넉', 3, 1),
])
const tens = new Map(list('열 스물 서른 마흔 쉰 예순 일흔 여든 아흔', 10, 10))
const others = new Map([
  ...list('스무', 20, 0),
  ...list('절반 반 양쪽 둘다', 2, 0),
  ...list('수십 수십만 십', 10, 0),
  ...list('수백 백 수백만', 100, 0),
  ...list('수천 천', 1000, 0),
  ...list('만 수만', 10_000, 0),
  ...list('일 이 삼 사 오 육 칠 팔 구 십', 1, 1),
  ...list('반나절', 0.5, 0),
  ...list('하루 이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘', 1, 1),
  ...list('보름', 15, 0),
])

/** Of one syllable, with what shows that it is a numeral: 세 곳, 두번째, 오 년, not 세계, 이번, 오후. */
const single =
  '(?:[한두세네첫석넉반백천만십]|[일삼사오육칠팔구](?! [가-힣]*(?:[은는이가을를]|다)(?![가-힣])))(?=[ \\d]|$|가지|번|달|명|곳|개|살|시(?![가-힣])|차례|배|장(?![가-힣])|여|째|쪽|년|개월|월|분|초|세(?![가-힣])|층|백|천|만|억|달러|원(?![가-힣]{2}))|[둘셋넷](?![가-힣]{2})|이(?= ?(?:년|개월|초|백|천|만|억|분의))'

const several = [...others.keys(), ...ones.keys()].filter((word) => word.length > 1)

/** Native numerals where a word begins: 두 가지, 열두 명, 스물여섯. */
const numeral = new RegExp(
  `(?<![가-힣])(?:(?:${[...tens.keys()].join('|')})(?:${[...ones.keys()].join('|')})?|${several.join('|')}|${single})`,
  'gu',
)

function nativeValue(written: string): number {
  const ten = [...tens].find(([word]) => written.startsWith(word))
  const rest = written.slice(ten?.[0].length ?? 0)
  return (ten?.[1] ?? 0) + (others.get(rest) ?? ones.get(rest) ?? 0)
}

const sinoDigits = new Map(list('일 이 삼 사 오 육 칠 팔 구', 1, 1))

/** Sino-Korean numerals of two syllables or more: 이십오, 삼백만, 백만. */
function sino(prose: string): readonly Quantity[] {
  return [...prose.matchAll(/(?<![가-힣])[일이삼사오육칠팔구십백천만억조]{2,}/gu)].map(
    ({0: written, index}) => {
      let [sum, group, digit] = [0, 0, 0]
      for (const character of written) {
        const scale = scales[character]
        if (scale === undefined) digit = sinoDigits.get(character) ?? 0
        else if (scale < 1e4) {
          group += (digit || 1) * scale
          digit = 0
        } else {
          sum += (group + digit || 1) * scale
          group = 0
          digit = 0
        }
      }
      return {value: sum + group + digit, kinds: [], index, written}
    },
  )
}
