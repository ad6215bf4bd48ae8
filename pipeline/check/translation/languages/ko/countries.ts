import type {CountryWords} from '../language.ts'

/** What may stand for a country: its capital, its seat of government, its head. */
const places: Readonly<Record<string, string>> = {
  AU: '캔버라|시드니|멜버른',
  BE: '브뤼셀',
  CN: '베이징|상하이|중공|시진핑|대만해협',
  DE: '베를린|나치|동독|서독',
  EG: '카이로',
  ES: '마드리드|바르셀로나|카탈루냐',
  FR: '파리|마크롱',
  GB: '런던|잉글랜드|스코틀랜드|웨일스|영어|다우닝',
  IL: '예루살렘|텔아비브|가자',
  IT: '로마|밀라노',
  JP: '도쿄|일제|왜',
  KP: '평양|김정은|탈북|북측|대북|방북|월북|조선|인민군',
  KR: '서울|국내|우리나라|청와대|대통령실|국군|한반도|대한민국|한인|한류',
  NL: '암스테르담|헤이그',
  PL: '바르샤바',
  RU: '모스크바|크렘린|푸틴|소련|대러|친러|반러|방러',
  SA: '리야드',
  TW: '타이베이|대만해협',
  UA: '키이우|키예프|크림반도|돈바스|젤렌스키',
  US: '워싱턴|백악관|펜타곤|트럼프|바이든|뉴욕|캘리포니아|실리콘밸리|미군|미제|대미|방미|반미|친미|주미|재미|북미',
  VN: '하노이|사이공',
}

/** The signs that headlines, and words put together, use for countries. */
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AU: '호濠',
    CN: '중中',
    DE: '독獨',
    FR: '불佛',
    GB: '영英',
    IT: '伊',
    JP: '일日',
    KP: '북北',
    KR: '한韓',
    RU: '러露',
    US: '미美',
  }).flatMap(([region, written]) => Array.from(written, (sign) => [sign, region] as const)),
)

/** Signs beside each other, with a dot (한·미) or as words that are used so; 중 and 일 alone are other words. */
const signed = new RegExp(
  '[한미중일러북영불독호](?:·[한미중일러북영불독호])+' +
    '|(?<!\\p{L})(?:한미일?|미북|북미|북러|러북|한중일?|한일|미중|중미|미러|미일|중일|중러|한러|북중러?|남북|미영|영미)(?!\\p{L}{4})' +
    '|(?<!\\p{L})[미러북](?=[ ,·’”]|$)|[濠中獨佛英伊日北韓露美]',
  'gu',
)

const stands = Object.entries(places).map(([region, words]) => [new RegExp(words), region] as const)

/** How Korean names countries, besides CLDR's names; 호주머니 is a pocket, 통가죽 leather. */
export const koreanCountries: CountryWords = {
  names: {호주: 'AU', 사우디: 'SA', 남아공: 'ZA', 호주머니: '', 통가죽: ''},
  hinted: (prose) =>
    new Set([
      ...stands.flatMap(([words, region]) => (words.test(prose) ? [region] : [])),
      ...[...prose.matchAll(signed)].flatMap(([written]) =>
        Array.from(written).flatMap((sign) => signs.get(sign) ?? []),
      ),
    ]),
}
