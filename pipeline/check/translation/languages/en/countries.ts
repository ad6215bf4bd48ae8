import type {CountryWords} from '../language.ts'

/** Who and what comes from a country; CLDR has the names of the countries alone. */
const peoples: Readonly<Record<string, string>> = {
  AF: 'Afghan',
  AR: 'Argentine|Argentinian',
  AU: 'Australian',
  AT: 'Austrian',
  AZ: 'Azerbaijani',
  BD: 'Bangladeshi',
  BE: 'Belgian',
  BG: 'Bulgarian',
  BR: 'Brazilian',
  BY: 'Belarusian',
  CA: 'Canadian',
  CH: 'Swiss',
  CL: 'Chilean',
  CN: 'Chinese',
  CO: 'Colombian',
  CU: 'Cuban',
  CZ: 'Czech|Czech Republic',
  DE: 'German',
  DK: 'Danish|Dane',
  EE: 'Estonian',
  EG: 'Egyptian',
  ES: 'Spanish|Spaniard',
  ET: 'Ethiopian',
  FI: 'Finnish|Finn',
  FR: 'French|Frenchman|Frenchmen',
  GB: 'British|Britain|Great Britain|Briton|U.K.|UK',
  GR: 'Greek',
  HU: 'Hungarian',
  ID: 'Indonesian',
  IL: 'Israeli',
  IQ: 'Iraqi',
  IS: 'Icelandic',
  IT: 'Italian',
  JP: 'Japanese',
  KE: 'Kenyan',
  KP: 'North Korean|DPRK',
  KR: 'South Korean',
  KZ: 'Kazakh',
  LA: 'Laotian',
  LB: 'Lebanese',
  LT: 'Lithuanian',
  LV: 'Latvian',
  MN: 'Mongolian',
  MX: 'Mexican',
  MY: 'Malaysian',
  NG: 'Nigerian',
  NL: 'Dutch',
  NO: 'Norwegian',
  NP: 'Nepali|Nepalese',
  NZ: 'New Zealander',
  PE: 'Peruvian',
  PH: 'Filipino|Philippine',
  PK: 'Pakistani',
  PL: 'Polish|Pole',
  PT: 'Portuguese',
  RO: 'Romanian',
  RS: 'Serbian|Serb',
  RU: 'Russian',
  SA: 'Saudi',
  SE: 'Swedish|Swede',
  SG: 'Singaporean',
  SY: 'Syrian',
  TH: 'Thai',
  TW: 'Taiwanese',
  UA: 'Ukrainian',
  US: 'American|America|U.S.|US|USA',
  VE: 'Venezuelan',
  VN: 'Vietnamese',
  YE: 'Yemeni',
  ZA: 'South African',
}

/** What is no country, though a part of it is one or it ends as one's people do. */
const others =
  'African|African American|Asian|Asian American|Australian Open|Californian|Caribbean|Central American|Christian|English|European|French Open|Indian Ocean|Korean|Latin American|Mediterranean|Native American|New Mexico|North American|Ocean|Persian|South American|Republican'

/** What may stand for a country: its capital, its seat of government, a part of it. */
const hints: Readonly<Record<string, string>> = {
  AU: 'Canberra|Sydney|Melbourne|Australian Open',
  BE: 'Brussels',
  CN: 'Beijing|Shanghai|Mao|Taiwan Strait|Mandarin',
  DE: 'Berlin|Nazi',
  EG: 'Cairo',
  ES: 'Madrid|Barcelona|Catalan|Catalonia',
  FR: 'Paris|French Open',
  GB: 'London|England|English|Scotland|Scottish|Wales|Welsh|Westminster|Downing Street|Northern Ireland',
  IL: 'Jerusalem|Tel Aviv|Gaza',
  IT: 'Rome|Milan',
  JP: 'Tokyo',
  KP: 'Pyongyang|(?<!South )Korean?|Kim Jong Un|Kim Jong-un|defector',
  KR: 'Seoul|(?<!North )Korean?|K-pop',
  NL: 'Amsterdam|The Hague|Holland',
  PL: 'Warsaw',
  RU: 'Moscow|Kremlin|Putin|Soviet|USSR',
  SA: 'Riyadh',
  TW: 'Taipei|Taiwan Strait',
  UA: 'Kyiv|Kiev|Crimea|Donbas|Zelensky|Zelenskyy',
  US: 'Washington|White House|Pentagon|Trump|Biden|New York|California|Silicon Valley|Native American|African American',
  VN: 'Hanoi|Saigon',
}

const stands = Object.entries(hints).map(
  ([region, words]) => [new RegExp(`(?<!\\p{L})(?:${words})s?(?!\\p{L})`, 'u'), region] as const,
)

/** How English names countries, besides CLDR's names. */
export const englishCountries: CountryWords = {
  names: {...byWord(peoples), ...byWord({'': others})},
  hinted: (prose) =>
    new Set(stands.flatMap(([words, region]) => (words.test(prose) ? [region] : []))),
}

/** Each word, and the word of more than one. */
function byWord(regions: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(regions).flatMap(([region, words]) =>
      words.split('|').flatMap((word) => [
        [word, region],
        [`${word}s`, region],
      ]),
    ),
  )
}
