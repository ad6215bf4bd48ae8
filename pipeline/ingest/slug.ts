import type {TextFile} from '../model/publication.ts'

/**
 * The name of an article in URLs: the headline's words, joined by hyphens, at most 60 characters.
 * Latin letters lose their accents, other scripts stay as they are.
 */
export function slugOf(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const kept: string[] = []
  for (const word of words) {
    if (kept.length > 0 && [...kept, word].join('-').length > 60) break
    kept.push(word)
  }
  while (kept.length > 3 && trailing.test(kept.at(-1) ?? '')) kept.pop()
  const letters = Array.from(kept.join('-')).slice(0, 60)
  while (bytesIn(letters.join('')) > most) letters.pop()
  const slug = letters.join('')
  return slug === '' ? 'article' : reserved.test(slug) ? `article-${slug}` : slug
}

/** The names of the folders that these articles' files lie in, in their order. */
export function slugsOf(articles: readonly Pick<TextFile, 'path'>[]): readonly string[] {
  return articles.map(({path}) => path.split('/')[1] ?? '')
}

/** Whether a name can stand in a URL and as a folder on every system, and in the names of files beside it. */
export function isSlug(name: string): boolean {
  return (
    isComposed(name) &&
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,80}$/u.test(name) &&
    bytesIn(name) <= most &&
    !reserved.test(name.toLowerCase())
  )
}

/** Whether a name is as readers type it: in pieces it is another address (https://www.unicode.org/reports/tr15/). */
export function isComposed(name: string): boolean {
  return name === name.normalize('NFC')
}

/** Bytes: systems take 255 for a file's name, and up to 51 stand behind an article's while it is written. */
const most = 200

function bytesIn(name: string): number {
  return new TextEncoder().encode(name).length
}

/** Words that a name in a URL should not end with. */
const trailing = /^(?:a|an|and|as|at|but|by|for|from|in|into|is|of|on|or|that|the|to|with)$/

/**
 * Names that Windows keeps for its devices, those of pages that lead to articles, and those of
 * files beside the articles' in `locales/<tag>/`.
 */
const reserved =
  /^(?:con|prn|aux|nul|com\d|lpt\d|accessibility|archive|author|feed|page|search|section|showcase|tag|findings|report|site|topics)$/
