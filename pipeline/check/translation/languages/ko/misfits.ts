import {lastSound} from '../../../../words/last-sound.ts'
import {particleAfter} from '../../../../words/particles.ts'
import type {Misfit} from '../language.ts'

/**
 * Particles that do not fit the last sound of their word: only what can be told. Within Hangul
 * these are the forms that are nothing but particles there; after a quotation mark or a bracket
 * every form is. After figures and Latin letters it rests on a reading, so it is not sure.
 */
export function koreanMisfits(prose: string, nouns: ReadonlySet<string>): readonly Misfit[] {
  return [
    ...inHangul(prose, nouns),
    ...afterMarks(prose),
    ...afterFigures(prose),
    ...afterCounters(prose),
  ].toSorted((a, b) => a.index - b.index)
}

/** Words that stand somewhere with a particle that no ending of a verb is like: 기사를, 시장에서. */
export function koreanNouns(prose: string): ReadonlySet<string> {
  const found = prose.matchAll(/(?<![가-힣])([가-힣]{2,})(?:를|와|과|에서|에게)(?![가-힣])/gu)
  return new Set([...found].map(([, word = '']) => word))
}

/** Of nouns these are particles, too, which else may end a word: 기사은, 우려이, 시장는. */
const ofNoun = /^([가-힣]{2,})(은|이|는)$/u

const hangulWord = /(?<![가-힣\p{Script=Latin}\d])[가-힣]+(?![가-힣])/gu

/** What may follow a particle within the word: 서울으로도, 한국와의. */
const tail = '(?:의|는|도|만|서|써|부터)?'

/**
 * Form, how long a word it must follow to be sure, and the words and stems that end like it
 * themselves: 가을, 마을; 지을, 모을 (짓다, 모으다); 지은, 가은 and other given names are no
 * longer than the limit.
 */
const forms: readonly {readonly pattern: RegExp; readonly own: RegExp}[] = [
  {pattern: /^([가-힣]+)(를)$/u, own: /^$/u},
  {pattern: /^([가-힣]+)(을)$/u, own: /(?:[가마노고너모지이나부저그]을)$/u},
  {pattern: /^([가-힣]{3,}|[가-힣]*씨)(은)$/u, own: /지은$/u},
  // Behind the name, 씨 is a word of its own.
  {pattern: /^(씨)(이)$/u, own: /^$/u},
  {pattern: /^([가-힣]*씨)(과)$/u, own: /^$/u},
  // Of more than one; a verb's stem in 들 loses its ㄹ before 는.
  {pattern: /^([가-힣]{2,}들|[그이저]들)(가|는)$/u, own: /^$/u},
  {pattern: new RegExp(`^([가-힣]{2,})(와)${tail}$`, 'u'), own: /^$/u},
  {pattern: new RegExp(`^([가-힣]+)(으로)${tail}$`, 'u'), own: /^$/u},
]

function inHangul(prose: string, nouns: ReadonlySet<string>): readonly Misfit[] {
  return [...prose.matchAll(hangulWord)].flatMap(({0: all, index}) => {
    const [, noun = '', behind = ''] = ofNoun.exec(all) ?? []
    const fitting = nouns.has(noun) ? particleAfter(noun, behind) : behind
    if (fitting !== behind)
      return [{index, word: noun, particle: behind, right: fitting, sure: true}]
    return forms.flatMap(({pattern, own}): readonly Misfit[] => {
      const [, word = '', particle = ''] = pattern.exec(all) ?? []
      const right = particleAfter(word, particle)
      if (word === '' || own.test(all) || right === particle) return []
      return [{index, word, particle, right, sure: true}]
    })
  })
}

const marked =
  /(?:(?<!\p{Script=Latin})\p{Script=Latin}+|(?<![가-힣\p{Script=Latin}])[가-힣\p{Script=Latin}]+[.,!?]?(?:\([^()]*\)|[”’"'』」》〉])+)(을|를|은|는|이|가|과|와|으로|로)(?![가-힣])/gu

function afterMarks(prose: string): readonly Misfit[] {
  return [...prose.matchAll(marked)].flatMap((match): readonly Misfit[] => {
    const [all, particle = ''] = match
    const word = all.slice(0, -particle.length)
    const before = prose.slice(0, match.index + word.length)
    const sound = lastSound(before)
    const right = particleAfter(before, particle)
    if (sound?.sure !== true || right === particle) return []
    // Some read the gloss aloud: `NIS(국가정보원)은` and `국가정보원(NIS)는` are as common.
    const [, gloss] = /\(([^()]+)\)$/u.exec(word) ?? []
    const isRead = gloss !== undefined && particleAfter(gloss, particle) === particle
    if (isRead && /[가-힣]/u.test(gloss)) return []
    const isHangul = /[가-힣]/u.test(word)
    return [{index: match.index, word, particle, right, sure: isHangul && !isRead}]
  })
}

const numbered =
  /(?<![\p{L}\d.,:/\-–~])((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:%|[a-zA-Z]{1,3})?)(을|를|은|는|과|와|으로)(?![가-힣])/gu

/** Figures, where every way of reading them asks for the same form: 100을, 5%를, 2024를, 3km를. */
function afterFigures(prose: string): readonly Misfit[] {
  return [...prose.matchAll(numbered)].flatMap((match): readonly Misfit[] => {
    const [, word = '', particle = ''] = match
    const right = particleAfter(word, particle)
    const sound = lastSound(word)
    if (sound?.sure !== true || right === particle || !isReadOneWay(word, particle)) return []
    return [{index: match.index, word, particle, right, sure: false}]
  })
}

/** What a figure counts: 8450원을, 3개는. Of a few, 과 and 와 are words of their own. */
const counted =
  /(?<=\d[만억조천백]{0,2} ?)(개월|달러|유로|파운드|퍼센트|킬로미터|미터|시간|마리|가지|[원명년월일분곳번달살층권장개시초대세회차주척채톤])(을|를|은|는|으로)(?![가-힣])/gu

function afterCounters(prose: string): readonly Misfit[] {
  return [...prose.matchAll(counted)].flatMap(
    ({1: word = '', 2: particle = '', index}): readonly Misfit[] => {
      const right = particleAfter(word, particle)
      return right === particle ? [] : [{index, word, particle, right, sure: true}]
    },
  )
}

/** Below a hundred a number may be read natively (열하나, 스물둘), a lone figure in English too. */
function isReadOneWay(word: string, particle: string): boolean {
  const number = /^\d+$/u.exec(word)?.[0]
  if (number === undefined || number.length > 2) return true
  if (number.length === 1) return false
  const [ten, one] = [Number(number[0]), Number(number[1])]
  const native =
    one > 0
      ? ['하나', '둘', '셋', '넷', '다섯', '여섯', '일곱', '여덟', '아홉'][one - 1]
      : ['열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔'][ten - 1]
  return native !== undefined && particleAfter(native, particle) !== particle
}
