// Writes the newsroom's articles to the disk: as a publication of ours, and as what other site
// builders read, a folder of Markdown for each language.
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {readArticle} from '../../../pipeline/ingest/article.ts'
import type {CatalogFiles} from '../../../pipeline/model/catalog.ts'
import {syncArticle} from '../../../pipeline/translate/sync.ts'
import {story, tags, type Story} from './newsroom.ts'

/** A picture of one dot; builders copy it or do not. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Write `<folder>/galley` and `<folder>/markdown` with the first `count` articles. */
export function writeCorpus(folder: string, count: number, seed: number): void {
  const ours = join(folder, 'galley')
  const theirs = join(folder, 'markdown')
  put(join(ours, 'publication.json'), {
    url: 'https://news.example/',
    source: 'en',
    locales: ['en', 'ko'],
    timeZone: 'Asia/Seoul',
  })
  const capital = (id: string) => (id[0] ?? '').toUpperCase() + id.slice(1)
  const ids = Object.keys(tags)
  put(join(ours, 'locales/en/topics.json'), Object.fromEntries(ids.map((id) => [id, capital(id)])))
  put(join(ours, 'locales/ko/topics.json'), tags)
  put(join(theirs, 'tags.json'), tags)
  for (let index = 0; index < count; index++) {
    const one = story(seed, index)
    const article = asArticle(one)
    const home = join(ours, 'articles', one.slug)
    put(join(home, 'article.md'), article)
    put(join(home, 'photo.png'), photo)
    for (const {locale, slug, texts = '', units = ''} of localeFiles(one, article)) {
      put(join(ours, 'locales', locale, `${slug}.json`), texts)
      put(join(ours, 'locales', locale, `${slug}.units.json`), units)
    }
    for (const locale of ['en', 'ko'] as const)
      put(join(theirs, locale, `${one.slug}.md`), asPage(one, locale))
  }
}

function asArticle({published, section, tags: own, en}: Story): string {
  return [
    '---',
    `headline: ${JSON.stringify(en.headline)}`,
    `standfirst: ${JSON.stringify(en.standfirst)}`,
    `byline: [${en.author}]`,
    `published: ${published}`,
    `section: ${section}`,
    `tags: [${own.join(', ')}]`,
    '---',
    '',
    ...en.blocks.flatMap((block) => [block, '']),
  ].join('\n')
}

function asPage(
  {slug, published, section, tags: own, ...tellings}: Story,
  locale: 'en' | 'ko',
): string {
  const {headline, standfirst, author, blocks} = tellings[locale]
  return [
    '---',
    `title: ${JSON.stringify(headline)}`,
    `description: ${JSON.stringify(standfirst)}`,
    `date: ${published}`,
    `author: ${JSON.stringify(author)}`,
    `authors: [${JSON.stringify(author)}]`,
    `months: [${JSON.stringify(published.slice(0, 7))}]`,
    `desks: [${section}]`,
    `tags: [${own.join(', ')}]`,
    `slug: ${slug}`,
    `lang: ${locale}`,
    'image: /images/photo.png',
    '---',
    '',
    ...blocks.flatMap((block) => [block.replace('(photo.png', '(/images/photo.png'), '']),
  ].join('\n')
}

/** The article's locale files as they are once it is translated. */
function localeFiles(one: Story, text: string): readonly CatalogFiles[] {
  const {article} = readArticle({path: `articles/${one.slug}/article.md`, text}, 'en')
  const translated = readArticle(
    {path: `articles/${one.slug}/article.md`, text: asArticle({...one, en: one.ko})},
    'ko',
  ).article
  if (article === undefined || translated === undefined) throw new Error(`${one.slug} is broken`)
  const fresh = syncArticle(article, ['ko'], [])
  const korean = syncArticle(translated, [], []).segments
  if (korean.length !== fresh.segments.length) throw new Error(`${one.slug} does not match`)
  const texts = Object.fromEntries(
    fresh.segments.map(({key}, index) => [key, korean[index]?.text ?? '']),
  )
  const stored = fresh.files.map((file) =>
    file.locale === 'ko' ? {...file, texts: `${JSON.stringify(texts, null, 2)}\n`} : file,
  )
  const again = syncArticle(article, ['ko'], stored).files
  return stored.map((file) => again.find(({locale}) => locale === file.locale) ?? file)
}

function put(path: string, content: string | Uint8Array | Readonly<Record<string, unknown>>): void {
  mkdirSync(join(path, '..'), {recursive: true})
  writeFileSync(
    path,
    typeof content === 'string' || content instanceof Uint8Array
      ? content
      : `${JSON.stringify(content, null, 2)}\n`,
  )
}
