import {parseSite} from './check/document/parse.ts'
import {translatable} from './check/document/translatable.ts'
import {trace} from './check/trace.ts'
import {fileArticlesAtOnce, type FiledArticle} from './file-article.ts'
import type {Host} from './host.ts'
import type {Finding} from './model/finding.ts'
import {forgetful} from './model/memory.ts'
import type {Publication, TextFile} from './model/publication.ts'
import type {Rendition} from './model/rendition.ts'
import {render} from './render/render.ts'
import {pseudoPublication} from './translate/pseudo/pseudo-publication.ts'

/**
 * Words that stand in the templates themselves, the same in every language: one article is rendered
 * in a language that nobody speaks, and what is not in that language no translator reaches. Where a
 * publication has one language, nothing is to be translated.
 */
export async function templateWords(
  publication: Publication,
  due: readonly FiledArticle[],
  host: Looks & Pick<Host, 'memory' | 'marked'>,
): Promise<readonly Finding[]> {
  const {config, words} = publication
  const [article] = due
  const file = publication.articles.find(({path}) => path === article?.file)
  const languages = new Set(config.locales.map(({tag}) => new Intl.Locale(tag).language))
  if (article === undefined || file === undefined || languages.size < 2) return []
  const sample = () => sampleOf(publication, article, file)
  const {site, topics} = words[config.source] ?? {}
  const from = [host.templates.hash, config, site, topics, file.text]
  const found = host.memory.recall('template-words', from, () =>
    untranslatable(pagesOf(sample(), host), sample().config, [config, article.facts]),
  )
  if (found.length === 0) return []
  const pages = pagesOf(sample(), {...host, templates: await host.marked()})
  const texts = new Map(pages.map(({path, content}) => [path, content]))
  // They stand in templates, or they were not found.
  const nowhere = () => undefined
  return once(trace(found, (path) => String(texts.get(path) ?? ''), nowhere))
}

function sampleOf(publication: Publication, article: FiledArticle, file: TextFile): Publication {
  return pseudoPublication({...publication, articles: [file], catalogs: []}, [
    article.synced().article,
  ])
}

type Looks = Pick<Host, 'templates' | 'styles'>

function pagesOf(publication: Publication, {templates, styles}: Looks): readonly Rendition[] {
  const {config, words, images} = publication
  const filings = fileArticlesAtOnce(publication, forgetful)
  const {renditions} = render(
    filings.flatMap(({article}) => article?.editions ?? []),
    {
      config: {...config, showcase: undefined},
      words,
      images,
      withdrawn: [],
      draws: false,
      // No page depends on it.
      now: new Date(0).toISOString(),
      templates,
      styles,
      memory: forgetful,
    },
  )
  return renditions.filter(({locale, page}) => locale === 'ko-XB' && page !== undefined)
}

/** What the publication's own settings say (an address, a reason), and what subjects are called, is not the templates'. */
function untranslatable(
  pages: readonly Rendition[],
  config: Publication['config'],
  own: readonly [Publication['config'], FiledArticle['facts']],
): readonly Finding[] {
  const settings = JSON.stringify(own)
  const site = parseSite(pages, config, forgetful)
  return site.pages
    .flatMap((page) => translatable.judge(page, site))
    .filter(({message: {values}}) => !settings.includes(String(values['text'])))
}

/** Each line of a template and its words once, about no page; what stands in a text is no template's. */
function once(findings: readonly Finding[]): readonly Finding[] {
  const byLine = new Map<string, Finding>()
  for (const {place, ...finding} of findings) {
    const {source} = place
    if (source === undefined) continue
    byLine.set(JSON.stringify([source, finding.message.values]), {
      ...finding,
      severity: 'warning',
      locale: undefined,
      article: undefined,
      place: source,
    })
  }
  return [...byLine.values()]
}
