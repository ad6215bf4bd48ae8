import type {Brief, Filed} from '../model/brief.ts'
import type {DrawRequest} from '../model/drawing.ts'
import type {Finding} from '../model/finding.ts'
import type {FontRequest, OwnFont} from '../model/font.ts'
import type {ImageRequest} from '../model/image.ts'
import type {Memory, Text} from '../model/memory.ts'
import type {BinaryFile, PublicationConfig, Words} from '../model/publication.ts'
import type {Rendition} from '../model/rendition.ts'
import type {Downloads} from './downloads.ts'
import {feeds} from './feeds.ts'
import {typeset} from './fonts.ts'
import {hashOf, integrityOf} from './hash.ts'
import type {HeadAssets} from './head.ts'
import {charactersIn, ink, isItalic} from './ink.ts'
import type {KeptBody} from './kept-body.ts'
import {newsUntil} from './news-sitemap.ts'
import type {Sheet} from './page.ts'
import {layOut, type Layout} from './pages.ts'
import {remember} from './remember.ts'
import {redirects} from './redirects.ts'
import {searchIndex} from './search-index.ts'
import {ask} from './sheaves.ts'
import {site, type Site} from './site.ts'
import {sitemaps} from './sitemap.ts'
import {statementUntil} from './statement-page.ts'
import type {Templates} from './template.ts'
import type {Asset} from './view.ts'

/** What editions are rendered with. */
export interface RenderContext {
  readonly config: PublicationConfig
  readonly words: Words
  readonly templates: Templates
  /** The bundled stylesheet, without fonts. */
  readonly styles: string
  /** The articles' own images. */
  readonly images: readonly BinaryFile[]
  /** The publication's own fonts; none where nothing is said. */
  readonly fonts?: readonly OwnFont[] | undefined
  /** Slugs of articles that were published once and are gone. */
  readonly withdrawn: readonly string[]
  /** Whether somebody draws the pictures for sharing; pages name none that nobody draws. */
  readonly draws: boolean
  /** What has been made to take along; pages offer nothing else. */
  readonly downloads?: Downloads | undefined
  /** The moment of the build, ISO 8601: what is news is told by it. */
  readonly now: string
  /** What was rendered before. */
  readonly memory: Memory
}

/** The files of a release but for its fonts and images, and which of those the files want. */
export interface Rendered {
  readonly renditions: readonly Rendition[]
  readonly fonts: readonly FontRequest[]
  readonly images: readonly ImageRequest[]
  /** Pictures for sharing. */
  readonly posters: readonly DrawRequest[]
  readonly findings: readonly Finding[]
  /** Paths of files that are checked with the others, and not released. */
  readonly backstage: ReadonlySet<string>
  /** The same would be rendered until then, in milliseconds, and not a moment later. */
  readonly until: number
}

/**
 * Render every page of the publication: an article page for each edition, a front page and a
 * not-found page for each language that has any, and a root page that leads to them. Whatever
 * names another edition names only those given: what is held back is not passed in.
 * Same input, same bytes.
 */
export function render(editions: readonly Filed[], context: RenderContext): Rendered {
  const place = site(
    editions.map(({brief}) => brief),
    context,
  )
  const layout = layOut(editions, place)
  const told = ask(layout, place)
  const fonts = typeset(
    ink(
      [...told.bodies, ...layout.showcase.inks],
      [
        {
          characters: charactersIn([
            layout.sample,
            Object.values(context.words).map(({site: said, topics}) => [said, topics]),
          ]),
          italic: false,
        },
        ...layout.showcase.samples.map((shown) => ({
          characters: charactersIn(shown),
          italic: isItalic(shown.body.html),
        })),
        ...told.around,
      ],
    ),
    place.to.base,
    place.fonts,
  )
  const {assets, files} = assetsOf(fonts, context, place)

  const sheets = [...layout.pages, ...dataOf(layout, place, context)]
  const textOf = remember((sheet: Sheet) => sheet.write(assets))
  const digestOf = told.digestsWith(assets, sheets, textOf)
  const texts = sheets.map((sheet) => {
    const {write: _write, sheaf: _sheaf, ...about} = sheet
    const text = () => textOf(sheet)
    return {about, text, digest: () => digestOf(sheet) ?? text().sha256}
  })
  const images = new Map([...told.images, ...layout.showcase.images].map((one) => [one.path, one]))
  return {
    renditions: [
      ...texts.map(({about, text, digest}) => written(about, text, digest)),
      ...files,
    ].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    fonts: fonts.requests,
    posters: context.draws ? layout.posters() : [],
    images: [...images.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    findings: told.findings,
    backstage: new Set(
      context.config.showcase === 'release'
        ? []
        : [...layout.showcase.pages, ...layout.showcase.images].map(({path}) => path),
    ),
    until: Math.min(
      newsUntil(place.editions, context.now),
      statementUntil(context.config.policy.waivers, context.now),
    ),
  }
}

/** What machines read: feeds, sitemaps, redirects, what is searched. */
export function dataOf(
  layout: Layout,
  place: Site,
  {now}: Pick<RenderContext, 'now'>,
): readonly Sheet[] {
  const bodyOf = (brief: Brief): KeptBody | undefined => layout.articles.get(brief)?.body()
  return [
    ...feeds(place, bodyOf),
    ...sitemaps(layout.pages, place, now),
    ...redirects(place),
    ...place.locales.flatMap(({tag}) => searchIndex(tag, place, (brief) => bodyOf(brief)?.words())),
  ]
}

/** The stylesheet, the icon and the scripts, and how pages name them. */
export function assetsOf(
  fonts: Pick<ReturnType<typeof typeset>, 'css' | 'early'>,
  {styles, templates}: Pick<RenderContext, 'styles' | 'templates'>,
  place: Site,
): {readonly assets: HeadAssets; readonly files: readonly Rendition[]} {
  const stylesheet = asset('site', 'css', 'text/css', `${fonts.css}\n${styles}`, place)
  const icon = asset('icon', 'svg', 'image/svg+xml', templates.icon, place)
  const {scripts} = templates
  const keepPlace = asset('keep-place', 'js', 'text/javascript', scripts.keepPlace, place)
  const search = asset('search', 'js', 'text/javascript', scripts.search, place)
  const isTranslated = place.editions.some(({slug}) => place.editionsOf(slug).length > 1)
  const isSearched = place.config.search === true && place.editions.length > 0
  const used = [
    stylesheet,
    icon,
    ...(isTranslated ? [keepPlace] : []),
    ...(isSearched ? [search] : []),
  ]
  return {
    assets: {
      stylesheet: stylesheet.link,
      scripts: {keepPlace: keepPlace.link, search: search.link},
      icon: icon.link.href,
      early: remember(fonts.early),
    },
    files: used.map(({file}) => file),
  }
}

/** A file whose content is made where it is wanted. */
export function written(
  about: Omit<Rendition, 'content'>,
  text: () => Text,
  digest: () => string | undefined,
): Rendition {
  return {
    ...about,
    get content() {
      return text().read()
    },
    get sha256() {
      return digest()
    },
  }
}

/** A file of the site's own, and how pages name it. */
function asset(
  name: string,
  extension: string,
  mediaType: string,
  content: string,
  {memory, to}: Site,
): {readonly file: Rendition; readonly link: Asset} {
  const {hash, integrity} = memory.recall('asset', content, () => ({
    hash: hashOf(content),
    integrity: integrityOf(content),
  }))
  const path = `assets/${name}.${hash}.${extension}`
  return {
    file: {path, mediaType, content, locale: undefined, article: undefined, page: undefined},
    link: {href: to.link(path), integrity},
  }
}
