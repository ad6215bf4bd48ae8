import {stringify} from 'yaml'

/** What a new article begins with. */
export interface NewArticle {
  readonly headline: string
  /** ISO 8601, a day. */
  readonly published: string
  /** The language it is written in; `undefined` for the publication's own. */
  readonly locale: string | undefined
}

/** `article.md` with its front matter and nothing under it yet: a draft, which is not published. */
export function newArticle({headline, published, locale}: NewArticle): string {
  const matter = {headline, published, status: 'draft', ...(locale !== undefined && {locale})}
  return `---\n${stringify(matter, {lineWidth: 0})}---\n\n`
}
