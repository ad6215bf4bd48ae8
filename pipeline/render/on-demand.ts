import type {Filed} from '../model/brief.ts'
import type {Finding} from '../model/finding.ts'
import type {FontRequest, OwnFont} from '../model/font.ts'
import type {ImageRequest} from '../model/image.ts'
import type {Rendition} from '../model/rendition.ts'
import {typesetWhole, type Typesetting} from './fonts.ts'
import {requestsOf, type KeptBody} from './kept-body.ts'
import {layOut} from './pages.ts'
import {remember} from './remember.ts'
import {assetsOf, dataOf, written, type RenderContext} from './render.ts'
import {site} from './site.ts'

/** The files that `render` would give, each of them rendered when it is asked for. */
export interface OnDemand {
  /** How many files there are. */
  readonly count: number
  readonly has: (path: string) => boolean
  readonly file: (path: string) => Rendition | undefined
  /** Whole ones: what will be printed is not known yet. */
  readonly fonts: readonly FontRequest[]
  /** An image of a page that was asked for. */
  readonly image: (path: string) => ImageRequest | undefined
  /** What was found wrong on the page, which has been asked for. */
  readonly findings: (page: Rendition) => readonly Finding[]
}

/** Render pages one by one, as somebody asks for them. */
export function renderOnDemand(editions: readonly Filed[], context: RenderContext): OnDemand {
  const place = site(
    editions.map(({brief}) => brief),
    context,
  )
  const layout = layOut(editions, place)
  const fonts = wholeFonts(JSON.stringify([place.to.base, place.fonts]))
  const {assets, files} = assetsOf(fonts, context, place)
  const sheets = new Map(
    [...layout.pages, ...dataOf(layout, place, context)].map((one) => [one.path, one]),
  )
  const given = new Map(files.map((file) => [file.path, file]))
  const images = new Map<string, ImageRequest>(
    layout.showcase.images.map((image) => [image.path, image]),
  )
  const articles = new Map(
    [...layout.articles.values()].map((one) => [`${one.brief.locale}/${one.brief.slug}`, one]),
  )
  const bodyOf = ({article, locale}: Rendition): KeptBody | undefined =>
    articles.get(`${locale}/${article}`)?.body()
  const make = remember((path) => {
    const sheet = sheets.get(path)
    if (sheet === undefined) return undefined
    const {write, sheaf: _sheaf, ...about} = sheet
    const text = write(assets)
    const file = written(
      about,
      () => text,
      () => text.sha256,
    )
    const shown = bodyOf(file)?.about().shown ?? []
    for (const image of requestsOf(shown, place.imagesOf(file.article ?? ''))) {
      images.set(image.path, image)
    }
    return file
  })
  return {
    count: sheets.size + given.size,
    has: (path) => sheets.has(path) || given.has(path),
    file: (path) => given.get(path) ?? make(path),
    fonts: fonts.requests,
    image: (path) => images.get(path),
    findings: (page) => bodyOf(page)?.about().findings ?? [],
  }
}

/** They are the same for every publication at one address with the same fonts, and take a moment to choose. */
const wholeFonts: (key: string) => Typesetting = remember((key) => {
  const [base, own] = JSON.parse(key) as readonly [string, readonly OwnFont[]]
  return typesetWhole(base, own)
})
