import type {RomanName} from '../language.ts'

/** Family names as people write them in Latin letters; most have more than one way. */
const families: Readonly<Record<string, string>> = {
  강: 'Kang|Gang',
  고: 'Ko|Koh|Go',
  곽: 'Kwak|Gwak',
  구: 'Koo|Ku|Gu',
  권: 'Kwon|Gwon',
  김: 'Kim|Gim',
  나라: 'Na|Ra',
  남: 'Nam',
  노로: 'Noh|Roh|Rho',
  류유: 'Ryu|Ryoo|Yoo|Yu|Ryou',
  문: 'Moon|Mun',
  민: 'Min',
  박: 'Park|Pak|Bak',
  방: 'Bang|Pang',
  배: 'Bae|Pae',
  백: 'Baek|Paek|Paik|Baik',
  서: 'Seo|Suh',
  성: 'Sung|Seong|Song',
  손: 'Son|Sohn',
  송: 'Song',
  신: 'Shin|Sin',
  심: 'Shim|Sim',
  안: 'Ahn|An',
  양량: 'Yang|Ryang',
  엄: 'Eom|Um',
  염: 'Yeom|Yum',
  오: 'Oh',
  우: 'Woo',
  원: 'Won',
  윤: 'Yoon|Yun',
  이리: 'Lee|Yi|Rhee|Ri|Li',
  임림: 'Lim|Im|Rim|Yim',
  장: 'Jang|Chang',
  전: 'Jeon|Chun|Jun|Chon',
  정: 'Jung|Jeong|Chung|Jong|Cheong|Joung',
  조: 'Cho|Jo',
  주: 'Joo|Ju',
  지: 'Ji',
  진: 'Jin',
  차: 'Cha',
  채: 'Chae',
  천: 'Cheon',
  최: 'Choi|Choe',
  태: 'Thae|Tae',
  하: 'Ha',
  한: 'Han',
  함: 'Ham',
  허: 'Heo|Huh|Hur',
  현: 'Hyun|Hyon|Hyeon',
  홍: 'Hong',
  황: 'Hwang',
}

/** What Latin letters may stand for, as people write their names and not by one system alone. */
const onsets: Readonly<Record<string, string>> = {
  '': 'ㅇ',
  b: 'ㅂㅃ',
  p: 'ㅂㅍㅃ',
  pp: 'ㅃ',
  ch: 'ㅈㅊ',
  d: 'ㄷㄸ',
  t: 'ㄷㅌ',
  g: 'ㄱㄲ',
  k: 'ㄱㅋ',
  kk: 'ㄲ',
  h: 'ㅎ',
  j: 'ㅈㅉ',
  jj: 'ㅉ',
  l: 'ㄹㄴㅇ',
  m: 'ㅁ',
  n: 'ㄴㄹ',
  r: 'ㄹㄴㅇ',
  s: 'ㅅㅆ',
  sh: 'ㅅ',
  ss: 'ㅆ',
}
const vowels: Readonly<Record<string, string>> = {
  a: 'ㅏ',
  ah: 'ㅏ',
  ae: 'ㅐ',
  ai: 'ㅐ',
  e: 'ㅔㅐ',
  ee: 'ㅣㅢ',
  eo: 'ㅓ',
  eu: 'ㅡ',
  i: 'ㅣㅢ',
  o: 'ㅗㅓ',
  oe: 'ㅚ',
  oi: 'ㅚ',
  oo: 'ㅜ',
  ou: 'ㅓㅜ',
  u: 'ㅜㅓㅡ',
  ui: 'ㅢ',
  wa: 'ㅘ',
  wae: 'ㅙ',
  we: 'ㅚㅞ',
  weo: 'ㅝ',
  wi: 'ㅟ',
  wo: 'ㅝ',
  woo: 'ㅜ',
  ya: 'ㅑ',
  ye: 'ㅖㅕ',
  yeo: 'ㅕ',
  yi: 'ㅣㅢ',
  yo: 'ㅛㅕ',
  yoo: 'ㅠ',
  you: 'ㅕㅠ',
  yu: 'ㅠㅕ',
}
const finals: Readonly<Record<string, string>> = {
  '': ' ',
  h: ' ',
  k: 'ㄱㅋ',
  ck: 'ㄱ',
  g: 'ㄱ',
  l: 'ㄹ',
  r: 'ㄹ',
  m: 'ㅁ',
  n: 'ㄴ',
  ng: 'ㅇ',
  p: 'ㅂㅍ',
  b: 'ㅂ',
  t: 'ㄷㅅㅌ',
}

/** In the order of Unicode's syllables. */
const order = {
  onsets: 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ',
  vowels: 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ',
  finals: ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ',
}

const syllable = new RegExp(
  `^(${alternatives(onsets)})(${alternatives(vowels)})(${alternatives(finals)})$`,
  'u',
)

function alternatives(letters: Readonly<Record<string, string>>): string {
  return Object.keys(letters)
    .toSorted((a, b) => b.length - a.length)
    .join('|')
}

/** The syllables that one in Latin letters may be: 철 and 출 of `Chul`. None of what is not Korean. */
function syllablesOf(latin: string): string {
  const [, onset, vowel, final] = syllable.exec(latin.toLowerCase()) ?? []
  if (onset === undefined || vowel === undefined || final === undefined) return ''
  const places = (letters: string, all: string) =>
    Array.from(letters, (letter) => all.indexOf(letter))
  return places(onsets[onset] ?? '', order.onsets)
    .flatMap((first) =>
      places(vowels[vowel] ?? '', order.vowels).flatMap((second) =>
        places(finals[final] ?? '', order.finals).map((third) =>
          String.fromCharCode(0xac00 + (first * 21 + second) * 28 + third),
        ),
      ),
    )
    .join('')
}

const written = new RegExp(
  `(?<![\\p{L}-])(${Object.values(families).join('|')}) (\\p{Lu}\\p{Ll}+)(?:-| (?=\\p{Lu}))(\\p{L}\\p{Ll}+)(?![\\p{L}-])`,
  'gu',
)

/** What stands behind a person's name. */
const behind = '(?= 씨| 전 | 대표| 의원| 장관| 차관| 대통령| 총리| 기자| 교수| 위원장| 대변인|\\()'

/** Names of Koreans in a text of Latin letters, the family's first: Lee Chul Eun, Kim Dae-jung. */
export function koreanRomanNames(prose: string): readonly RomanName[] {
  return [...prose.matchAll(written)].flatMap(([name, family = '', one = '', two = '']) => {
    const [first, second] = [syllablesOf(one), syllablesOf(two)]
    const own = Object.entries(families)
      .filter(([, ways]) => ways.split('|').includes(family))
      .map(([syllables]) => syllables)
      .join('')
    if (first === '' || second === '') return []
    return [
      {
        name,
        own: new RegExp(`[${own}] ?[${first}][${second}]`, 'u'),
        other: new RegExp(
          `(?<![가-힣])(?:(?![${own}])[가-힣][${first}][${second}](?=[ ,.(은는이가을를과와의도]|$)|[${own}][가-힣]{2}${behind})`,
          'u',
        ),
      },
    ]
  })
}
