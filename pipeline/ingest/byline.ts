import {koreanByline} from './korean-byline.ts'

/** Who wrote an article, as a line of its own says. */
export interface Byline {
  readonly names: readonly string[]
  /** Where a correspondent is: `베이징=홍길동 특파원`. */
  readonly place: string | undefined
  /** What stood behind the names: `Associated Press`. */
  readonly agency: string | undefined
}

/** Read a line that only names authors; `undefined` for any other line. */
export function byline(line: string): Byline | undefined {
  return line.length > 120 ? undefined : (english(line) ?? koreanByline(line))
}

/** Whether a line names an agency or an office, as under a byline: `BBC News, Kathmandu`. */
export function isAgency(text: string): boolean {
  const line = text.replace(/,\s+\p{Lu}[\p{L}\p{M}]+(?:\s\p{Lu}[\p{L}\p{M}]+)?$/u, '')
  return line.length <= 60 && organisation.test(line) && line.split(/\s+/).every(isNameWord)
}

const organisation =
  /(?:^|\s)(?:press|reuters|afp|ap|upi|epa|dpa|ansa|yonhap|kyodo|xinhua|bbc|cnn|news|times|post|journal|herald|tribune|agency|magazine|staff|writers?|correspondents?|reporters?|editors?|bureau(?: chief)?|desk)$/i

function english(line: string): Byline | undefined {
  const [, said] = /^(?:by|(?:story|words|text|written|reported) by)\b:?\s+(.+)$/i.exec(line) ?? []
  if (said === undefined || /[.!?]$/.test(said.replace(/\b(?:Jr|Sr|\p{Lu})\.$/u, '')))
    return undefined
  const [before = '', ...behind] = said
    .replace(/[\s([<]*\S+@\S+/g, '')
    .split(/\s*[|–—/•·]\s*|\s+-\s+|\s+(?:in|for|at)\s+(?=\p{Lu})/u)
  const parts = before.split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*/i).filter((part) => part !== '')
  const first = parts.findIndex((part) => organisation.test(part))
  const people = first > 0 ? parts.slice(0, first) : parts
  if (people.length === 0 || !people.every(isName)) return undefined
  const agency = [...(first > 0 ? parts.slice(first) : []), ...behind].join(', ')
  return {
    names: people.map((name) => (organisation.test(name) ? name : inCase(name))),
    place: undefined,
    agency: agency === '' ? undefined : agency,
  }
}

/** Two words or more, each like a name's: `Mary-Jane O’Neil`, `Ludwig van Dijk`; or an agency. */
function isName(name: string): boolean {
  const words = name.split(/\s+/)
  return (
    words.length <= 6 && words.every(isNameWord) && (words.length > 1 || organisation.test(name))
  )
}

function isNameWord(word: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) || isSmall(word)
}

function isSmall(word: string): boolean {
  return /^(?:de|da|del|della|dos|di|du|van|von|der|den|la|le|al|bin|ibn|el|y|the|of)$/.test(word)
}

/** `JANE DOE` as a name is written; initials stay. */
function inCase(name: string): string {
  const words = name.split(' ')
  const shouts = words.every((word) => word === word.toUpperCase() || isSmall(word))
  const spelt = words.some((word) => /\p{Lu}{3}/u.test(word))
  return shouts && spelt
    ? name.replace(/(?<=\p{Lu}|['’])[\p{Lu}\p{M}]+/gu, (rest, index: number) =>
        /['’]/.test(name[index - 1] ?? '')
          ? rest.slice(0, 1) + rest.slice(1).toLowerCase()
          : rest.toLowerCase(),
      )
    : name
}
