import {readFileSync} from 'node:fs'
import {fromHtml} from 'hast-util-from-html'
import type {Element, Root} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {loadTemplates} from '../../pipeline/io/templates.ts'
import {parseMarkdown} from '../../pipeline/markdown/parse.ts'
import type {Edition} from '../../pipeline/model/edition.ts'
import type {BinaryFile, PublicationConfig, Words} from '../../pipeline/model/publication.ts'
import {facts} from '../translate/make-article.ts'
import {forgetful} from '../../pipeline/model/memory.ts'
import {filed} from '../../pipeline/render/brief.ts'
import {render, type RenderContext, type Rendered} from '../../pipeline/render/render.ts'

const config: PublicationConfig = {
  url: 'https://galley.example/',
  source: 'en',
  locales: [
    {tag: 'en', direction: 'ltr', autonym: 'English'},
    {tag: 'ko', direction: 'ltr', autonym: '한국어'},
  ],
  views: [],
  timeLimit: 1000,
  timeZone: 'Asia/Seoul',
  machine: undefined,
  policy: {
    state: {},
    missing: {},
    stale: {},
    block: [],
    together: false,
    tolerance: {channel: 0, pixels: 0},
    waivers: [],
  },
}

const wordsIn = (tag: string, namespace: string): Record<string, string> =>
  JSON.parse(
    readFileSync(new URL(`../../locales/${tag}/${namespace}.json`, import.meta.url), 'utf8'),
  )

const bothIn = (tag: string) => ({
  site: wordsIn(tag, 'site'),
  topics: wordsIn(tag, 'topics'),
  showcase: wordsIn(tag, 'showcase'),
})

export const words: Words = {en: bothIn('en'), ko: bothIn('ko')}

const loaded = await loadTemplates([new URL('../..', import.meta.url).pathname], undefined)

interface Sample extends Partial<
  Omit<Edition, 'body' | 'headline' | 'standfirst' | 'dateline' | 'byline'>
> {
  readonly headline?: string
  readonly standfirst?: string
  readonly dateline?: string
  readonly byline?: readonly string[]
  /** Markdown. Blocks get the ids b0, b1, … */
  readonly text?: string
}

export function edition({
  text = 'Text.',
  headline,
  standfirst,
  dateline,
  byline,
  ...rest
}: Sample): Edition {
  const locale = rest.locale ?? 'en'
  const body = parseMarkdown(text)
  body.children.forEach((node, index) => {
    node.data = {...node.data, hProperties: {id: `b${index}`}}
  })
  const wording = (said: string | undefined) =>
    said === undefined ? undefined : {text: said, locale}
  return {
    slug: 'one',
    locale,
    sourceLocale: 'en',
    headline: {text: headline ?? 'A headline', locale},
    standfirst: wording(standfirst),
    byline: (byline ?? []).map((name) => ({text: name, locale})),
    dateline: wording(dateline),
    published: '2025-01-13',
    updated: undefined,
    facts,
    corrections: [],
    body,
    progress: {
      units: 1,
      translated: 1,
      reviewed: 1,
      drafts: 0,
      untranslated: 0,
      stale: 0,
      wordsLeft: 0,
      words: 1,
    },
    units: [],
    ...rest,
  }
}

export function rendered(
  editions: readonly Edition[],
  images: readonly BinaryFile[] = [],
  changed: Partial<PublicationConfig> = {},
  withdrawn: readonly string[] = [],
  downloads: RenderContext['downloads'] = new Map(),
): Rendered {
  return render(editions.map(filed), {...context(changed, images), withdrawn, downloads})
}

/** What editions are rendered with here. */
export function context(
  changed: Partial<PublicationConfig>,
  images: readonly BinaryFile[],
): RenderContext {
  const {templates, styles} = loaded
  return {
    memory: forgetful,
    config: {...config, ...changed},
    words,
    templates,
    styles,
    images,
    withdrawn: [],
    draws: true,
    now: '2025-01-14T12:00:00.000Z',
  }
}

export function page(out: Rendered, path: string): Root {
  const found = out.renditions.find((rendition) => rendition.path === path)
  if (typeof found?.content !== 'string') throw new Error(`no page ${path}`)
  return fromHtml(found.content)
}

export function all(tree: Root, tagName: string): readonly Element[] {
  const found: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.tagName === tagName) found.push(node)
  })
  return found
}

export function textOf(node: Element | Root | undefined): string {
  return node === undefined ? '' : toString(node)
}

export function meta(tree: Root, property: string): readonly unknown[] {
  return all(tree, 'meta')
    .filter(({properties}) => (properties['property'] ?? properties['name']) === property)
    .map(({properties}) => properties['content'])
}

/** The article's body on its page. */
export function prose(tree: Root): Element {
  const found = all(tree, 'div').find(({properties}) =>
    JSON.stringify(properties['className'])?.includes('"prose"'),
  )
  if (found === undefined) throw new Error('no prose')
  return found
}
