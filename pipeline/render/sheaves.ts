import type {Finding} from '../model/finding.ts'
import type {ImageRequest} from '../model/image.ts'
import type {ArticlePage} from './article-page.ts'
import {grouped} from '../model/grouped.ts'
import type {HeadAssets} from './head.ts'
import {inkOf, printedOf, type BodyInk, type Printed} from './ink.ts'
import {requestsOf, type ShownImage} from './kept-body.ts'
import type {Sheet} from './page.ts'
import type {Layout} from './pages.ts'
import {remember} from './remember.ts'
import type {Site} from './site.ts'

/** What the release needs to know of its articles' pages, of all of them together. */
export interface Told {
  readonly bodies: readonly BodyInk[]
  readonly around: readonly Printed[]
  readonly images: readonly ImageRequest[]
  readonly findings: readonly Finding[]
  /** What the pages hold by their paths, SHA-256 (hex), where that is known. */
  readonly digestsWith: (assets: HeadAssets) => (page: Sheet) => string | undefined
}

/** Some articles, with all their pages. */
interface Sheaf {
  readonly articles: readonly ArticlePage[]
  readonly sheets: readonly Sheet[]
  /** All that the pages are made of, but for their assets. */
  readonly from: object
}

/** What some articles' pages say of themselves together. */
interface Said {
  readonly ink: BodyInk
  readonly printed: Printed
  /** Of those that show images or have findings, by their number in the sheaf. */
  readonly told: readonly {
    readonly at: number
    readonly shown: readonly ShownImage[]
    readonly findings: readonly Finding[]
  }[]
}

/**
 * Ask articles' pages by sheaves: where one has changed, the few of its sheaf are asked again, and
 * of the others what they said together is remembered.
 */
export function ask({articles, pages}: Pick<Layout, 'articles' | 'pages'>, site: Site): Told {
  const sheetsOf = grouped(pages, ({article}) => article ?? '')
  const bySheaf = grouped([...articles.values()], ({brief}) => String(sheafOf(brief.slug)))
  const {config, draws, ground} = site
  const around = [site.locales.map(({tag}) => site.frameOf(tag)), config.parallel, draws, ground]
  const sheaves = new Map(
    [...bySheaf].map(([name, own]): [string, Sheaf] => {
      const slugs = new Set(own.map(({brief}) => brief.slug))
      const sheets = [...slugs].flatMap((slug) => sheetsOf.get(slug) ?? [])
      const from = [own.map((page) => page.sources()), config.policy.stale, around]
      return [name, {articles: own, sheets, from}]
    }),
  )
  const found = [...sheaves.values()].map((one) => ({one, ...saidBy(one, site)}))
  const told = new Map(
    found.flatMap(({one, told: some}) => some.map((at) => [one.articles[at.at], at] as const)),
  )
  return {
    bodies: found.map(({ink}) => ink),
    around: found.map(({printed}) => printed),
    images: [...articles.values()].flatMap((one) =>
      requestsOf(told.get(one)?.shown ?? [], site.imagesOf(one.brief.slug)),
    ),
    findings: [...articles.values()].flatMap((one) => told.get(one)?.findings ?? []),
    digestsWith(assets) {
      const named = assetsNamed(assets, site)
      const digests = remember((name) => digestsOf(sheaves.get(name), assets, named, site))
      return ({article, path}) =>
        article === undefined ? undefined : digests(String(sheafOf(article))).get(path)
    },
  }
}

function saidBy({articles, from}: Sheaf, {memory}: Site): Said {
  return memory.recall('sheaf', from, () => {
    const bodies = articles.map((page) => page.body().about())
    return {
      ink: inkOf(bodies.map(({ink}) => ink)),
      printed: printedOf(articles.map((page) => page.printed())),
      told: bodies.flatMap(({shown, findings}, at) =>
        shown.length > 0 || findings.length > 0 ? {at, shown, findings} : [],
      ),
    }
  })
}

function digestsOf(
  sheaf: Sheaf | undefined,
  assets: HeadAssets,
  named: object,
  {memory}: Site,
): ReadonlyMap<string, string | undefined> {
  if (sheaf === undefined) return new Map()
  const {from, sheets} = sheaf
  const paths = sheets.map(({path}) => path)
  const digests = memory.recall('sheaf-pages', [from, paths, named], () =>
    sheets.map((sheet) => sheet.write(assets).sha256 ?? ''),
  )
  return new Map(paths.map((path, at) => [path, digests[at] === '' ? undefined : digests[at]]))
}

/** All that pages are made of beside their articles. */
function assetsNamed(assets: HeadAssets, {ground, locales, templates}: Site): object {
  return {
    ...assets,
    early: locales.map(({tag}) => assets.early(tag)),
    templates: templates.hash,
    sheets: templates.sheets,
    ground,
  }
}

/** How many sheaves there are: enough that each is small, few enough that all are soon asked. */
const count = 256

/** The sheaf of an article: the same one whatever else there is. */
export function sheafOf(slug: string): number {
  let sum = 0
  for (let at = 0; at < slug.length; at++) sum = (sum * 31 + slug.charCodeAt(at)) % 65_536
  return sum % count
}
