import type {Locale} from '../model/locale.ts'
import type {Memory} from '../model/memory.ts'
import type {PublicationConfig, Words} from '../model/publication.ts'
import {speaker, type Speaker} from '../words/speaker.ts'
import {addresses, type Addresses} from './addresses.ts'
import {narrator, type Narrator} from './narrator.ts'
import {remember} from './remember.ts'

/** What a publication is, whatever editions it has: who speaks, and where things lie. */
export interface Ground {
  readonly config: PublicationConfig
  readonly to: Addresses
  readonly memory: Memory
  /** What every page is made of beside what it shows: words, languages, addresses. */
  readonly ground: object
  readonly narratorOf: (tag: string) => Narrator
  readonly speakerOf: (tag: string) => Speaker
  /** The keys of all sample words there are for the language. */
  readonly sampleKeysOf: (tag: string) => readonly string[]
  readonly localeOf: (tag: string) => Locale
}

/** What stands on no edition. */
export function groundOf({
  config,
  words,
  memory,
}: {
  readonly config: PublicationConfig
  readonly words: Words
  readonly memory: Memory
}): Ground {
  const localeOf = (tag: string): Locale =>
    config.locales.find((locale) => locale.tag === tag) ?? {tag, direction: 'ltr', autonym: tag}
  const speakerOf = remember((tag) =>
    speaker(withEditionName(words, localeOf(tag)), tag, fallbackOf(words, config)),
  )
  return {
    config,
    to: addresses(config),
    memory,
    ground: {
      url: config.url,
      source: config.source,
      locales: config.locales,
      timeZone: config.timeZone,
      words: Object.entries(words).map(([tag, {site: said, topics}]) => [tag, said, topics]),
    },
    speakerOf,
    narratorOf: remember((tag) => narrator(speakerOf(tag), config.timeZone)),
    sampleKeysOf: (tag) => Object.keys({...words['en']?.['showcase'], ...words[tag]?.['showcase']}),
    localeOf,
  }
}

/** The language whose words stand in where a locale has none: the source's, else English. */
function fallbackOf(words: Words, {source}: PublicationConfig): string {
  return words[source]?.['site'] === undefined ? 'en' : source
}

/** An edition that nobody has named yet goes by its language's own name, and never by another's. */
function withEditionName(words: Words, {tag, autonym}: Locale): Words {
  const key = 'edition.name'
  const isNamed = [tag, new Intl.Locale(tag).language].some(
    (one) => words[one]?.['site']?.[key] !== undefined,
  )
  if (isNamed) return words
  return {...words, [tag]: {...words[tag], site: {...words[tag]?.['site'], [key]: autonym}}}
}
