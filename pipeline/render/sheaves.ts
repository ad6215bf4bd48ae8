import type {Finding} from '../model/finding.ts'
import type {ImageRequest} from '../model/image.ts'
import type {ArticlePage} from './article-page.ts'
import {inkOf, printedOf, type BodyInk, type Printed} from './ink.ts'
import {requestsOf, type ShownImage} from './kept-body.ts'
import type {Site} from './site.ts'

/** What the release needs to know of its articles' pages, of all of them together. */
export interface Told {
  readonly bodies: readonly BodyInk[]
  readonly around: readonly Printed[]
  readonly images: readonly ImageRequest[]
  readonly findings: readonly Finding[]
}

/** What some articles' pages say of themselves together. */
interface Sheaf {
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
export function ask(articles: readonly ArticlePage[], site: Site): Told {
  const sheaves = new Map<number, ArticlePage[]>()
  for (const one of articles) {
    const number = numberOf(one.brief.slug)
    const sheaf = sheaves.get(number)
    if (sheaf === undefined) sheaves.set(number, [one])
    else sheaf.push(one)
  }
  const found = [...sheaves.values()].map((pages) => ({pages, ...sheafOf(pages, site)}))
  const told = new Map(
    found.flatMap(({pages, told: some}) => some.map((one) => [pages[one.at], one] as const)),
  )
  return {
    bodies: found.map(({ink}) => ink),
    around: found.map(({printed}) => printed),
    images: articles.flatMap((one) =>
      requestsOf(told.get(one)?.shown ?? [], site.imagesOf(one.brief.slug)),
    ),
    findings: articles.flatMap((one) => told.get(one)?.findings ?? []),
  }
}

function sheafOf(pages: readonly ArticlePage[], {memory, ground}: Site): Sheaf {
  const inputs = [pages.map((page) => [page.body().from, page.from()]), ground]
  return memory.recall('sheaf', inputs, () => {
    const bodies = pages.map((page) => page.body().about())
    return {
      ink: inkOf(bodies.map(({ink}) => ink)),
      printed: printedOf(pages.map((page) => page.printed())),
      told: bodies.flatMap(({shown, findings}, at) =>
        shown.length > 0 || findings.length > 0 ? {at, shown, findings} : [],
      ),
    }
  })
}

/** How many sheaves there are: enough that each is small, few enough that all are soon asked. */
const count = 256

/** An article is in the same sheaf whatever else there is. */
function numberOf(slug: string): number {
  let sum = 0
  for (let at = 0; at < slug.length; at++) sum = (sum * 31 + slug.charCodeAt(at)) % 65_536
  return sum % count
}
