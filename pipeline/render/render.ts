import type {Edition} from '../model/edition.ts'
import type {Finding} from '../model/finding.ts'
import type {FontRequest} from '../model/font.ts'
import type {ImageRequest} from '../model/image.ts'
import type {BinaryFile, PublicationConfig, Words} from '../model/publication.ts'
import type {Rendition} from '../model/rendition.ts'
import {feeds} from './feeds.ts'
import {redirects} from './redirects.ts'
import {sitemaps} from './sitemap.ts'
import {ink} from './ink.ts'
import {hashOf} from './hash.ts'
import {layOut} from './pages.ts'
import type {HeadAssets} from './head.ts'
import {site} from './site.ts'
import type {Templates} from './template.ts'
import {typeset} from './fonts.ts'

/** What editions are rendered with. */
export interface RenderContext {
  readonly config: PublicationConfig
  readonly words: Words
  readonly templates: Templates
  /** The bundled stylesheet, without fonts. */
  readonly styles: string
  /** The articles' own images. */
  readonly images: readonly BinaryFile[]
  /** Slugs of articles that were published once and are gone. */
  readonly withdrawn: readonly string[]
}

/** The files of a release but for its fonts and images, and which of those the files want. */
export interface Rendered {
  readonly renditions: readonly Rendition[]
  readonly fonts: readonly FontRequest[]
  readonly images: readonly ImageRequest[]
  readonly findings: readonly Finding[]
}

/**
 * Render every page of the publication: an article page for each edition, a front page and a
 * not-found page for each language that has any, and a root page that leads to them. Whatever
 * names another edition names only those given: what is held back is not passed in.
 * Same input, same bytes.
 */
export function render(editions: readonly Edition[], context: RenderContext): Rendered {
  const {templates, styles} = context
  const place = site(editions, context)
  const layout = layOut(place)
  const bodies = [...layout.bodies.values()]

  const inked = ink(
    bodies.map(({tree}) => tree),
    layout.html,
    [layout.sample, Object.values(context.words).map(({site: said, topics}) => [said, topics])],
  )
  const fonts = typeset(inked, place.to.base)
  const stylesheet = file('site', 'css', 'text/css', `${fonts.css}\n${styles}`)
  const icon = file('icon', 'svg', 'image/svg+xml', templates.icon)
  const assets: HeadAssets = {
    stylesheet: place.to.link(stylesheet.path),
    icon: place.to.link(icon.path),
    early: fonts.early,
  }

  const pages = layout.pages.map(({write, ...about}): Rendition => ({
    ...about,
    mediaType: 'text/html',
    content: write(templates, assets),
  }))
  const data = [
    ...feeds(place, layout.bodies),
    ...sitemaps(layout.pages, place),
    ...redirects(place),
  ]
  const images = new Map(bodies.flatMap((body) => body.images).map((one) => [one.path, one]))
  return {
    renditions: [...pages, ...data, stylesheet, icon].toSorted((a, b) =>
      a.path < b.path ? -1 : 1,
    ),
    fonts: fonts.requests,
    images: [...images.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    findings: bodies.flatMap(({findings}) => findings),
  }
}

function file(name: string, extension: string, mediaType: string, content: string): Rendition {
  return {
    path: `assets/${name}.${hashOf(content)}.${extension}`,
    mediaType,
    content,
    locale: undefined,
    article: undefined,
    page: undefined,
  }
}
