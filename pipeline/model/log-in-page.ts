/** What there is on a page that asks for a password, or that readers were led to. */
export interface PageWords {
  /** Its title and main heading. */
  readonly names: string
  /** What is read there beside the site's own furniture, links and forms. */
  readonly words: string
  /** Something can be typed in there. */
  readonly isAsked: boolean
}

/** Tags of what stands around a page's own words. */
export const surroundings = ['nav', 'header', 'footer', 'aside', 'dialog'] as const

/**
 * Whether a page is there to be read, and no log-in: it has some paragraphs' worth of words, and does
 * not call itself one where it has fields; or far more words than any log-in has.
 */
export function isArticle(page: PageWords): boolean {
  return tells(page) && !(page.isAsked && ofLogIn.test(page.names) && !isLong(page))
}

/** The same of one that readers were led to: where it has fields it may be a log-in by any name. */
export function isArticleElsewhere(page: PageWords): boolean {
  return tells(page) && !(page.isAsked && !isLong(page))
}

const tells = (page: PageWords) => weightOf(page) >= 400
const isLong = (page: PageWords) => weightOf(page) >= 2000

function weightOf({words}: PageWords): number {
  // A syllable of Korean, a sign of Chinese or Japanese says as much as some letters.
  const dense = words.match(/[\p{Script=Hangul}\p{Script=Han}\p{Script=Kana}]/gu)?.length ?? 0
  return words.replace(/\s+/g, ' ').trim().length + dense
}

const ofLogIn = /\b(log|sign)[\s-]?(in|on)\b|\bpassword|authenti|로그인|비밀번호|인증/i
