import type {Byline} from './byline.ts'

/**
 * Read a Korean byline: `김하늘 기자`, `김하늘·이바다 기자 a@b.kr`, `베이징=김하늘 특파원`,
 * `김하늘 베이징 특파원`, `강원일보 김하늘 기자`, `기자 김하늘`; `undefined` for any other line.
 */
export function koreanByline(line: string): Byline | undefined {
  const address = /[([<\s]*[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)\]>]?\s*$/
  const bare = line
    .replace(address, '')
    .replace(/^[[(<【/]\s*|\s*=?\s*[\])>】]?$/g, '')
    .replace(/^(기자|특파원)\s+([가-힣]{2,4})$/, '$2 $1')
  const [, place, said = ''] = /^(?:([가-힣]{2,8})\s?=\s?)?(.+)$/.exec(unlabelled(bare)) ?? []
  const writers = said.split(/\s*[·,/]\s*/).map(writer)
  const last = writers.at(-1)
  if (last?.role === undefined || writers.some((one) => one === undefined)) return undefined
  const names = writers.flatMap((one) => (one === undefined ? [] : [one.name]))
  const isSure = names.length > 1 || address.test(line) || place !== undefined
  if (!isSure && names[0]?.length !== 3) return undefined
  return {names, place: place ?? last.place, agency: writers[0]?.agency}
}

/** Without what the person did for the article: `글·사진 `, `정리=`. */
function unlabelled(line: string): string {
  return line.replace(
    /^(?:글\s?[·/]\s?사진|글|취재|정리|사진)\s*[=:]?\s*(?=[가-힣]{2,4}[\s·,/])/,
    '',
  )
}

interface Writer {
  readonly name: string
  readonly role: string | undefined
  readonly place: string | undefined
  readonly agency: string | undefined
}

const role =
  /^(?:(?:인턴|선임|전문|수석|객원|여행|의학|경제|정치|사진|영상)?기자|특파원|논설위원|통신원|앵커|PD|에디터|칼럼니스트)$/

function writer(words: string): Writer | undefined {
  const parts = words.trim().split(/\s+/)
  const post = role.test(parts.at(-1) ?? '') ? parts.pop() : undefined
  const [first = '', second, ...more] = parts
  if (more.length > 0) return undefined
  if (second === undefined) {
    return isName(first)
      ? {name: first, role: post, place: undefined, agency: undefined}
      : undefined
  }
  if (post === undefined) return undefined
  if (isName(first) && (/[부팀국실]$/.test(second) || (post === '특파원' && !isName(second)))) {
    const place = post === '특파원' ? second : undefined
    return {name: first, role: post, place, agency: undefined}
  }
  return isName(second) ? {name: second, role: post, place: undefined, agency: first} : undefined
}

/** Two to four syllables, the first (or the first two) one of the family names that people have. */
function isName(word: string): boolean {
  return new RegExp(
    `^(?:[${familyNames}][가-힣]{1,2}|(?:남궁|황보|제갈|사공|선우|독고)[가-힣]{1,2})$`,
  ).test(word)
}

const familyNames =
  '가강고곽구국권금기김길나남노단도라류마맹명모문민박반방배백변복봉부사서석선설성소손송승신심안양어엄여연염예오옥온왕용우원위유육윤은음이인임장전정제조좌주지진차채천최추탁태편표피하한함허현형호홍황'
