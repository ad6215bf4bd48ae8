import type {Finding} from '../model/finding.ts'
import type {ImageRequest} from '../model/image.ts'
import type {Text} from '../model/memory.ts'
import type {ArticlePage} from './article-page.ts'
import {grouped} from '../model/grouped.ts'
import type {HeadAssets} from './head.ts'
import {inkOf, printedOf, type BodyInk, type Printed} from './ink.ts'
import {requestsOf, type ShownImage} from './kept-body.ts'
import type {Sheaf, Sheet} from './page.ts'
import type {Layout} from './pages.ts'
import {remember} from './remember.ts'
import type {Site} from './site.ts'

/** What the release needs to know of its articles' pages, of all of them together. */
export interface Told {
  readonly bodies: readonly BodyInk[]
  readonly around: readonly Printed[]
  readonly images: readonly ImageRequest[]
  readonly findings: readonly Finding[]
  /** What these sheets hold, SHA-256 (hex), where that is known by the sheaf. */
  readonly digestsWith: (
    assets: HeadAssets,
    sheets: readonly Sheet[],
    textOf: (sheet: Sheet) => Text,
  ) => (sheet: Sheet) => string | undefined
}

/** The pages of some articles. */
interface ArticleSheaf extends Sheaf {
  readonly articles: readonly ArticlePage[]
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
export function ask({articles}: Pick<Layout, 'articles'>, site: Site): Told {
  const bySheaf = grouped([...articles.values()], ({brief}) => String(sheafOf(brief.slug)))
  const {config, draws, ground} = site
  const around = [site.locales.map(({tag}) => site.frameOf(tag)), config.parallel, draws, ground]
  const sheaves = [...bySheaf.values()].map((own): ArticleSheaf => {
    const from = [own.map((page) => page.sources()), config.policy.stale, around]
    return {articles: own, from: () => from}
  })
  const found = sheaves.map((one) => ({one, ...saidBy(one, site)}))
  const told = new Map(
    found.flatMap(({one, told: some}) => some.map((at) => [one.articles[at.at], at] as const)),
  )
  const ofArticle = new Map(
    sheaves.flatMap((one) => one.articles.map(({brief}) => [brief.slug, one] as const)),
  )
  return {
    bodies: found.map(({ink}) => ink),
    around: found.map(({printed}) => printed),
    images: [...articles.values()].flatMap((one) =>
      requestsOf(told.get(one)?.shown ?? [], site.imagesOf(one.brief.slug)),
    ),
    findings: [...articles.values()].flatMap((one) => told.get(one)?.findings ?? []),
    digestsWith(assets, sheets, textOf) {
      const named = assetsNamed(assets, site)
      const whole = ({sheaf, article = ''}: Sheet): Sheaf | undefined =>
        sheaf ?? ofArticle.get(article)
      const bound = grouped(sheets, whole)
      const digests = remember((sheaf: Sheaf) =>
        digestsOf(sheaf, bound.get(sheaf) ?? [], textOf, named, site),
      )
      return (sheet) => {
        const sheaf = whole(sheet)
        return sheaf && digests(sheaf).get(sheet)
      }
    },
  }
}

function saidBy({articles, from}: ArticleSheaf, {memory}: Site): Said {
  return memory.recall('sheaf', from(), () => {
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
  {from}: Sheaf,
  sheets: readonly Sheet[],
  textOf: (sheet: Sheet) => Text,
  named: object,
  {memory}: Site,
): ReadonlyMap<Sheet, string | undefined> {
  const paths = sheets.map(({path}) => path)
  const digests = memory.recall('sheaf-pages', [from(), paths, named], () =>
    sheets.map((sheet) => textOf(sheet).sha256 ?? ''),
  )
  return new Map(sheets.map((sheet, at) => [sheet, digests[at] === '' ? undefined : digests[at]]))
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
