import {parseMarkdown} from '../../pipeline/markdown/parse.ts'
import {noFacts, type Article} from '../../pipeline/model/article.ts'
import type {Policy} from '../../pipeline/model/verdict.ts'

/** An English article of this body, with a headline and nothing else unless given. */
export function makeArticle(body: string, front: Partial<Article> = {}): Article {
  return {
    slug: 'story',
    file: 'articles/story/article.md',
    text: body,
    locale: 'en',
    headline: 'The Story',
    standfirst: undefined,
    byline: [],
    dateline: undefined,
    published: '2026-11-24',
    updated: undefined,
    facts,
    corrections: [],
    body: withoutYaml(body),
    places: {headline: {line: 2, column: 11}},
    ...front,
  }
}

export const facts = noFacts

function withoutYaml(text: string): Article['body'] {
  const root = parseMarkdown(text)
  return {...root, children: root.children.filter(({type}) => type !== 'yaml')}
}

export const policy: Policy = {
  state: {},
  missing: {},
  stale: {},
  block: [],
  together: false,
  tolerance: {channel: 0, pixels: 0},
  waivers: [],
}
