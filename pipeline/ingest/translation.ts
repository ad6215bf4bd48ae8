import type {Heading, Root} from 'mdast'
import {parseDocument} from '../markdown/mdx.ts'
import {noFacts, type Article} from '../model/article.ts'
import {frontMatter} from './front-matter.ts'
import {nameIn} from './front-matter-names.ts'

/**
 * Read an existing translation as an article, whoever wrote it: the headline from the front matter
 * or the first heading, and the body with its places as they are in the file. Never fails.
 *
 * @param dialect What the article it translates is read as, so that both are built alike.
 */
export function readTranslation(
  name: string,
  text: string,
  locale: string,
  dialect: 'md' | 'mdx',
): Article {
  const {root} = parseDocument(text, `.${dialect}`)
  const {values, places} = frontMatter(root, name)
  const title = titleOf(root)
  const words = (part: 'headline' | 'standfirst' | 'dateline'): string | undefined => {
    const value = values[nameIn(values, part) ?? '']
    return typeof value === 'string' ? value.trim() || undefined : undefined
  }
  const authors = values[nameIn(values, 'byline') ?? '']
  const parts = ['headline', 'standfirst', 'byline', 'dateline'] as const
  const written = words('headline')
  return {
    slug: '',
    file: name,
    text,
    locale,
    headline: written ?? wordsOf(title, text),
    standfirst: words('standfirst'),
    byline: (Array.isArray(authors) ? authors : [authors]).filter((one) => typeof one === 'string'),
    dateline: words('dateline'),
    published: undefined,
    updated: undefined,
    facts: noFacts,
    corrections: [],
    body: {
      ...root,
      children: root.children.filter(
        (node) => node.type !== 'yaml' && (written !== undefined || node !== title),
      ),
    },
    places: Object.fromEntries(
      parts.map((part) => [
        part,
        places[nameIn(values, part) ?? ''] ?? title?.position?.start ?? {line: 1, column: 1},
      ]),
    ),
  }
}

function titleOf(root: Root): Heading | undefined {
  return root.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1)
}

/** A heading's inline Markdown, as written. */
function wordsOf(heading: Heading | undefined, text: string): string {
  return text.slice(
    heading?.children[0]?.position?.start.offset ?? 0,
    heading?.children.at(-1)?.position?.end.offset ?? 0,
  )
}
