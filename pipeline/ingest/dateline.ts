import {dayIn} from './timestamp.ts'

/** A dateline at the beginning of a paragraph. */
export interface Dateline {
  /** How much of the paragraph it takes. */
  readonly length: number
  /** Where it was filed from, as written: `SEOUL, South Korea`. */
  readonly place: string | undefined
  /** What else it said: agency, day as written, names. */
  readonly agency: string | undefined
  readonly day: string | undefined
  /** The day as `YYYY-MM-DD`, where it names the year. */
  readonly date: string | undefined
  readonly names: readonly string[]
  /** `bare` where nothing but capitals and a dash says that it is one; `doubtful` without capitals. */
  readonly certainty: 'certain' | 'bare' | 'doubtful'
}

/** Find the dateline that opens a wire story's first paragraph, English or Korean. */
export function dateline(paragraph: string): Dateline | undefined {
  // A dateline is short, and a pattern that may look further is slow on hostile text.
  const start = paragraph.slice(0, 140)
  return english(start) ?? korean(start)
}

/** Read a line that is a dateline and nothing else: `SEOUL, South Korea (AP)`. */
export function datelineAlone(line: string): Dateline | undefined {
  if (line.length > 80) return undefined
  const bare = line.replace(/\s*[-–—―]+$/, '')
  const found = english(`${bare} — X`)
  const isAll = found?.length === bare.length + ' — '.length
  return isAll && found.certainty === 'certain' ? {...found, length: line.length} : undefined
}

const month = String.raw`(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`
const day = String.raw`${month}\s\d{1,2}(?:,?\s\d{4})?|\d{1,2}\s${month}(?:,?\s\d{4})?`
const region = String.raw`(?:,\s(?!${month}\s\d)\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:of|the|and|\p{Lu}[\p{L}\p{M}.'’-]*)){0,3})`
const agency = String.raw`AP|Reuters|REUTERS|AFP|UPI|CNN|BBC|dpa|DPA|EFE|ANSA|Yonhap|Kyodo|Xinhua|TASS|Bloomberg`
const capitals = String.raw`\p{Lu}[\p{Lu}\p{M}.'’\- /]{0,40}[\p{Lu}.]`
const mixed = String.raw`\p{Lu}[\p{L}\p{M}.'’-]+(?:\s(?!(?:${agency})\b)\p{Lu}[\p{L}\p{M}.'’-]+){0,3}`

const wire = new RegExp(
  String.raw`^(?:(?<capitals>${capitals})|(?<mixed>${mixed}))(?<region>${region}{0,2})` +
    String.raw`(?:(?:,\s?|\s)(?<day>${day}))?` +
    String.raw`(?:\s?[([](?<bracketed>\p{Lu}[\p{L}. /]{1,30})[)\]]|\s/(?<slashed>\p{Lu}[\p{L} ]{1,30})/|\s(?<agency>${agency}))?` +
    String.raw`(?:,?\s(?<later>${day}))?` +
    String.raw`(?:\s*[–—―]\s*|\s+(?:--?|_)\s+)(?=[\p{Lu}\p{Lo}\p{N}"“‘'([$€£¥])`,
  'u',
)

function english(start: string): Dateline | undefined {
  const match = wire.exec(start)
  const found = match?.groups
  if (match === null || found === undefined) return undefined
  const said = found['bracketed'] ?? found['slashed'] ?? found['agency']
  const when = found['day'] ?? found['later']
  const proven = said !== undefined || when !== undefined
  if (found['capitals'] === undefined && !proven && found['region'] === '') return undefined
  // `KIM – The Man` is a dateline by its looks; a second dash makes it an aside.
  if (!proven && found['region'] === '' && /^[^.]*?\s[–—-]\s/.test(start.slice(match[0].length))) {
    return undefined
  }
  return {
    length: match[0].length,
    place: `${found['capitals'] ?? found['mixed'] ?? ''}${found['region'] ?? ''}`.trim(),
    agency: said,
    day: when,
    date: when === undefined ? undefined : dayIn(when),
    names: [],
    certainty:
      found['capitals'] === undefined && !proven
        ? 'doubtful'
        : proven || found['region'] !== ''
          ? 'certain'
          : 'bare',
  }
}

/** How papers and agencies are called; `(그림=글)` is no dateline. */
const newsroom =
  /(?:뉴스|뉴시스|뉴스1|통신|신문|일보|방송|경제|타임스|데일리|투데이|미디어|프레스|신보|저널|[A-Z]{2,})\d?$/

const people = String.raw`[가-힣]{2,4}(?:(?:\s?[·,]\s?|\s)[가-힣]{2,4}){0,4}`
const reporter = String.raw`(?:(?:인턴|선임|전문)?기자|특파원|통신원|논설위원)`

/** `(서울=연합뉴스) 홍길동 기자 =`, `[헤럴드경제=홍길동 기자]`, `[아시아경제 뉴욕=홍길동 특파원]`. */
const bracketed = new RegExp(
  String.raw`^[[(【]\s*(?<left>[^=\])】]{1,30}?)\s*(?:=\s*(?<right>[^=\])】]{1,40}?))?\s*[\])】]` +
    String.raw`\s*(?:(?<names>${people})\s+${reporter}\s*=\s*)?`,
)
/** `베이징=홍길동 특파원`. */
const unbracketed = new RegExp(
  String.raw`^(?<left>[가-힣]{2,8})\s?=\s?(?<names>${people})\s+${reporter}\s*=?\s+`,
)

function korean(start: string): Dateline | undefined {
  const match = bracketed.exec(start) ?? unbracketed.exec(start)
  const found = match?.groups
  if (match === null || found === undefined) return undefined
  const left = (found['left'] ?? '').trim()
  const [, within] = new RegExp(`^(${people})\\s+${reporter}$`).exec(found['right'] ?? '') ?? []
  const [, house, writer] =
    new RegExp(`^([가-힣A-Za-z0-9]{2,12})\\s+([가-힣]{2,4})\\s+${reporter}$`).exec(left) ?? []
  const filed = found['names'] ?? within ?? writer
  if (filed === undefined && !newsroom.test(found['right'] ?? '')) return undefined
  const [paper, place] =
    writer !== undefined
      ? [house, undefined]
      : found['right'] === undefined && start.startsWith('[')
        ? [left, undefined]
        : within === undefined
          ? [found['right'], left]
          : /\s/.test(left)
            ? [left.split(/\s+/)[0], left.split(/\s+/).slice(1).join(' ')]
            : [left, undefined]
  return {
    length: match[0].length,
    place,
    agency: paper?.trim(),
    day: undefined,
    date: undefined,
    names: namesIn(filed),
    certainty: 'certain',
  }
}

function namesIn(names: string | undefined): readonly string[] {
  return names === undefined ? [] : names.split(/[·,\s]+/).filter((name) => name !== '')
}
