import {missingWordsOn} from './check/document/missing-words.ts'
import {parsePage} from './check/document/parse.ts'
import {isUntraced, trace} from './check/trace.ts'
import {fileArticlesAtOnce, type Filing} from './file-article.ts'
import type {Host} from './host.ts'
import {datedAhead} from './ingest/change-dates.ts'
import {goneNames, takenNames} from './ingest/schedule.ts'
import type {CatalogFiles} from './model/catalog.ts'
import type {Finding} from './model/finding.ts'
import type {Memory} from './model/memory.ts'
import type {Publication} from './model/publication.ts'
import type {Rendition} from './model/rendition.ts'
import {renderOnDemand, type OnDemand} from './render/on-demand.ts'
import type {RenderContext} from './render/render.ts'
import {locate} from './translate/locate.ts'
import {readTermbase} from './translate/termbase.ts'

/** The working copy as readers would see it; a page is rendered when somebody looks at it. */
export interface Preview extends Omit<OnDemand, 'findings'> {
  /** What reading and syncing found. */
  readonly findings: readonly Finding[]
  /** What rendering this page found, and words its templates name that no language has; else nothing is checked. */
  readonly findingsOn: (page: Rendition) => Promise<readonly Finding[]>
}

/** Renders the working copy. */
export type Previewer = (
  publication: Publication,
  looks: Pick<RenderContext, 'templates' | 'styles' | 'now'> & Pick<Host, 'marked'>,
) => Preview

/**
 * Make what renders the working copy: every edition of every article that is not withdrawn, drafts
 * and those whose time has not come among them. No gate, no browser, nothing written.
 */
export function previewer(memory: Memory): Previewer {
  const located = new WeakMap<readonly Finding[], readonly Finding[]>()
  // An article's findings are the same list for as long as it is the same article.
  const inPlace = ({article, findings}: Filing, stored: readonly CatalogFiles[]) => {
    if (article === undefined || findings.length === 0) return findings
    const own = stored.filter(({slug}) => slug === article.slug)
    const known = located.get(findings) ?? locate(findings, own, [article.synced()])
    located.set(findings, known)
    return known
  }
  return (publication, {marked, ...looks}) => {
    const {config, words, images, fonts, catalogs, terms} = publication
    const filings = fileArticlesAtOnce(publication, memory)
    const articles = filings.flatMap(({article}) => article ?? [])
    const editions = articles.flatMap((one) =>
      one.facts.status === 'withdrawn' ? [] : one.editions,
    )
    const context = {
      config: {...config, showcase: config.showcase ?? ('check' as const)},
      words,
      images,
      fonts,
      withdrawn: goneNames(articles),
      draws: false,
      memory,
      ...looks,
    }
    const {findings: findingsOn, ...shown} = renderOnDemand(editions, context)
    let again: Promise<OnDemand> | undefined
    const markedPages = async () =>
      renderOnDemand(editions, {...context, templates: await marked()})
    return {
      ...shown,
      async findingsOn(page) {
        const found = [...findingsOn(page), ...missingWordsOn(parsePage(page))]
        if (!found.some(isUntraced)) return found
        const pages = await (again ??= markedPages())
        return trace(
          found,
          (path) => {
            const content = pages.file(path)?.content
            return typeof content === 'string' ? content : undefined
          },
          nowhere,
        )
      },
      findings: [
        ...readTermbase(terms).findings,
        ...looks.templates.findings,
        ...takenNames(articles),
        ...articles.flatMap((article) => datedAhead(article, looks.now)),
        ...filings.flatMap((filing) => inPlace(filing, catalogs)),
      ],
    }
  }
}

/** What is found here is a template's doing. */
function nowhere(): undefined {}
