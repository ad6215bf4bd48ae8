import {syllablesWith} from './syllables.ts'

/**
 * Words that stand in no dictionary, with the words that do: none of them is a part of another word.
 * 한글 맞춤법 (제16, 19, 27, 30, 35, 42, 51, 53항) and 표준어 규정 (제8, 14, 17항).
 */
const words: ReadonlyMap<string, string> = new Map(
  (
    '역활 역할|오랫만 오랜만|어떻해 어떡해|희안하 희한하|되요 돼요|설겆이 설거지|도데체 도대체|' +
    '일일히 일일이|깨끗히 깨끗이|곰곰히 곰곰이|틈틈히 틈틈이|번번히 번번이|어짜피 어차피|폭팔 폭발|' +
    '통채로 통째로|짜집기 짜깁기|촛점 초점|갯수 개수|댓가 대가|뇌졸증 뇌졸중|유도심문 유도신문|' +
    '어의없 어이없|웬지 왠지|왠만 웬만|왠일 웬일|내노라하 내로라하|절대절명 절체절명|' +
    '풍지박산 풍비박산|일사분란 일사불란|복걸복 복불복|성대묘사 성대모사|닥달 닦달|곱배기 곱빼기|' +
    '떡볶기 떡볶이|오랜동안 오랫동안|할려고 하려고|괞찮 괜찮|쫒 쫓|' +
    '널부러 널브러|들어났 드러났|들어난 드러난|서슴치 서슴지|무릎쓰 무릅쓰|무릎쓴 무릅쓴|눈쌀 눈살|휴계실 휴게실|' +
    '거에요 거예요|아니예요 아니에요|' +
    '치뤘 치렀|치뤄 치러|잠궜 잠갔|잠궈 잠가|담궜 담갔|담궈 담가'
  )
    .split('|')
    .map((pair) => {
      const [wrong = '', right = ''] = pair.split(' ')
      return [wrong, right] as const
    }),
)

/** 할수 있다, 할 수있다: 수 is a word of its own (제42항). */
const bound = '(?<=[할될볼갈올쓸알을])수(?= ?[있없])'

/**
 * Syllables that end in ㄹ: 할, 줄. 들 makes many of somebody, whom 께 honours; 수없는 may be a word (오늘
 * 수없는 사람이).
 */
const open = syllablesWith(8).replace('들', '')
const apart = `(?<=[${open}] )수(?:있(?=[다는었을으고어])|없(?=[다었을으고어]))`

/** 할게 (제53항). */
const promise = `(?<=[${open}])께(?=요|[.!?”’"'])`

/** 갔습니다, 없습니다: behind ㅆ and ㅄ as behind all other consonants (표준어 규정 제17항). */
const polite = `[${syllablesWith(20)}${syllablesWith(18)}]읍니`

/** He hoped: 바라다 makes 바랐다; what fades is 바랬다 (제16항). */
const hoped = '(?<=[가-힣]기를? |[가-힣]길 )바랬'

/** 며칠 (제27항): but 몇일까 and 몇일지 ask how many a thing is. */
const days = '몇일(?!까|지|런지|는지| (?:것|거|수|리|테|듯))|(?<![가-힣])몇 일(?![가-힣])'

/** Words in a spelling that is certainly wrong. */
export const misspelt = new RegExp(
  [days, hoped, polite, ...words.keys(), apart, bound, promise].join('|'),
  'gu',
)

/** The right spelling. */
export function spelling(written: string): string {
  if (written === '께') return '게'
  if (written === '바랬') return '바랐'
  if (written.endsWith('읍니')) return written.replace('읍니', '습니')
  if (/^수[있없]$/u.test(written)) return `수 ${written.slice(1)}`
  if (written === '수') return ' 수'
  return words.get(written) ?? '며칠'
}
