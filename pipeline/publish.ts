import {judge, judgeAhead} from './check/judge.ts'
import {editionKey, speechIn} from './check/speech.ts'
import {isUntraced, trace} from './check/trace.ts'
import {judgeWords} from './check/words/judge-words.ts'
import {makeDownloads} from './downloads.ts'
import {gate} from './gate/gate.ts'
import {schedule} from './ingest/schedule.ts'
import {slugsOf} from './ingest/slug.ts'
import {fileArticles, type FiledArticle} from './file-article.ts'
import type {Brief, Filed} from './model/brief.ts'
import type {CatalogFiles} from './model/catalog.ts'
import type {DrawRequest} from './model/drawing.ts'
import type {FileEvidence} from './model/file-evidence.ts'
import type {Finding} from './model/finding.ts'
import type {FontRequest} from './model/font.ts'
import type {ImageRequest} from './model/image.ts'
import type {Memory} from './model/memory.ts'
import type {Publication, WordFile} from './model/publication.ts'
import type {Rendition} from './model/rendition.ts'
import type {EditionSummary, ReleaseSummary, ReportedSpeech, Run} from './model/run.ts'
import type {Capture} from './model/tab.ts'
import type {Candidate, Verdict} from './model/verdict.ts'
import {bodyKeeper} from './render/keep-bodies.ts'
import {grouped} from './model/grouped.ts'
import {render, type Rendered} from './render/render.ts'
import type {Templates} from './render/template.ts'
import {locate, type Located} from './translate/locate.ts'
import {leftBehind, leftBehindFindings} from './translate/own-files.ts'
import {readTermbase} from './translate/termbase.ts'

/** Everything the pipeline asks of the world. In tests it is an object literal. */
export interface Host {
  /** The moment of the run, ISO 8601 in UTC: waivers expire, embargoes end. */
  readonly now: string
  readonly templates: Templates
  /** The same, whose elements say in `data-galley-source` where they are written. */
  marked(): Promise<Templates>
  readonly styles: string
  /** What earlier runs made. */
  readonly memory: Memory
  /** Tell a person how far the run is. */
  say(step: Step): void
  /** Write the locale files that `sync` brought up to date. */
  save(files: readonly CatalogFiles[]): Promise<void>
  /** Cut fonts down to the characters the pages use. */
  subset(fonts: readonly FontRequest[]): Promise<readonly Rendition[]>
  /** Make the image files that pages want, and say what is wrong with their sources. */
  develop(images: readonly ImageRequest[]): Promise<Developed>
  /** Let the browser make pictures and prints of documents. */
  draw(requests: readonly DrawRequest[]): Promise<Developed>
  /** Look into the files that readers take along. */
  examine(renditions: readonly Rendition[]): Promise<readonly FileEvidence[]>
  /** Look at every page in the browser and gather the checks' evidence. */
  capture(renditions: readonly Rendition[]): Promise<Sighting>
  /**
   * Make these files what readers see; not before `notBefore` (ISO 8601) by the clock of the switch.
   */
  release(
    renditions: readonly Rendition[],
    notBefore: string | undefined,
  ): Promise<ReleaseSummary | undefined>
}

/** Files as pages want them, and what is wrong with those that could not be made. */
export interface Developed {
  readonly renditions: readonly Rendition[]
  readonly findings: readonly Finding[]
}

/** What the browser saw, and which browser it was. */
export interface Sighting {
  readonly captures: readonly Capture[]
  readonly browser: string
}

/** A stage that has begun, with how much there is to do. */
export interface Step {
  readonly stage: 'ingest' | 'translate' | 'render' | 'check' | 'gate' | 'release'
  readonly done: number
  readonly of: number
  readonly what: string
}

/**
 * The whole pipeline: articles and translations in, a verdict and a release out.
 *
 * Language links, feeds and front pages depend on which editions go out, so a held edition is
 * taken away and the rest is rendered and judged again, until what was judged is what goes out.
 */
export async function publish(publication: Publication, host: Host): Promise<Run> {
  const {config, words, images} = publication

  // 1. ingest
  const termbase = readTermbase(publication.terms)
  const {terms} = termbase
  const {memory, now, templates, styles} = host
  const keep = bodyKeeper({config, words, images, memory})
  // An article is read once for all that is made and found of it, while it is in memory.
  const filings = fileArticles(publication, memory, (article) => {
    if (schedule([article], now, config.timeZone).due.length === 0) return
    keep(article.editions)
    judgeAhead(article.editions, {config, terms, memory})
    placesIn(article, memory)
  })
  const articles = filings.flatMap(({article}) => article ?? [])
  host.say({stage: 'ingest', done: articles.length, of: filings.length, what: 'articles'})

  // 2. translate
  const changed = articles.flatMap(({files}) => files)
  await host.save(changed)
  const {due, withdrawn, notBefore, findings: waiting} = schedule(articles, now, config.timeZone)
  const candidates = due.flatMap(({editions}) => editions)
  host.say({stage: 'translate', done: candidates.length, of: candidates.length, what: 'editions'})

  const found = [
    ...[termbase, ...filings].flatMap(({findings}) => findings),
    ...waiting,
    ...leftBehindFindings(leftBehind(publication.catalogs, slugsOf(publication.articles))),
    ...judgeWords(publication),
  ]
  const files = [...latest(publication.catalogs, changed), ...publication.wordFiles.map(asFiles)]
  let held: readonly Finding[] = []
  let visual: readonly Finding[] | undefined
  const heard = new Map<string, ReportedSpeech>()
  for (let editions: readonly Filed[] = candidates; ;) {
    // 3. render
    const context = {config, words, images, withdrawn, draws: true, templates, styles, memory}
    const taken = await makeDownloads(editions, context, host)
    const rendering = {...context, downloads: taken.downloads}
    const pages = render(editions, rendering)
    const developed = await host.develop(pages.images)
    const drawn = await host.draw(pages.posters)
    const renditions = [
      ...pages.renditions,
      ...(await host.subset(pages.fonts)),
      ...developed.renditions,
      ...drawn.renditions,
      ...taken.renditions,
    ]
    host.say({stage: 'render', done: renditions.length, of: renditions.length, what: 'files'})

    // 4. check
    const sighting = await host.capture(renditions)
    for (const [key, speech] of speechIn(sighting.captures, renditions)) heard.set(key, speech)
    const seenFiles = await host.examine(taken.renditions)
    const {captures} = sighting
    const judged = judge({
      config,
      terms,
      editions,
      renditions,
      captures,
      memory,
      files: seenFiles,
    })

    // Pictures are of the whole publication: a page that lost a link to a held edition looks
    // different and is not wrong, so how pages look is judged with every edition in place.
    const paths = new Set(renditions.map(({path}) => path))
    const noticed = [
      ...pages.findings,
      ...developed.findings,
      ...drawn.findings,
      ...taken.findings,
      ...judged.findings.filter((finding) => !isVisual(finding)),
      ...(visual ?? judged.findings.filter(isVisual)).filter(
        (finding) => isShownOn(finding, paths) && !held.includes(finding),
      ),
    ]
    const seen = noticed.some(isUntraced)
      ? trace(noticed, textsOf(render(editions, {...rendering, templates: await host.marked()})))
      : noticed
    visual ??= seen.filter(isVisual)

    // 5. gate
    const verdict = gate({
      editions: candidates.map((edition) => candidate(edition, memory)),
      findings: locate(
        [...found, ...held, ...seen],
        files,
        articles.map((article) => located(article, memory)),
      ),
      checked: judged.checked,
      policy: config.policy,
      today: now.slice(0, 10),
    })
    const decisions = new Map(verdict.editions.map((one) => [editionKey(one), one.decision]))
    const passed = editions.filter(({brief}) => decisions.get(editionKey(brief)) === 'release')
    if (passed.length < editions.length && passed.length > 0) {
      held = [...held, ...goneWith(seen, editions, passed)]
      editions = passed
      continue
    }
    host.say({stage: 'gate', done: passed.length, of: candidates.length, what: 'editions passed'})

    // 6. release
    const going = renditions.filter(({path}) => !pages.backstage.has(path))
    const release = passed.length > 0 ? await host.release(going, notBefore) : undefined
    const paged = renditions.flatMap(({page, path}) => (page === undefined ? [] : [path]))
    const counted = countable(verdict)
    return {
      editions: candidates.map(({brief}): EditionSummary => {
        const {slug, locale, sourceLocale, headline, progress} = brief
        const key = editionKey(brief)
        return {
          slug,
          locale,
          sourceLocale,
          headline: headline.text,
          progress,
          speech: heard.get(key) ?? [],
          decision: decisions.get(key) ?? 'hold',
          found: counted(brief),
        }
      }),
      verdict,
      pages: paged.length,
      judged: paged,
      inapplicable: judged.inapplicable,
      url: config.url,
      views: config.views.map(({name}) => name),
      browser: sighting.browser,
      release,
    }
  }
}

/** What the gate weighs of an edition. */
function candidate({brief, from, edition}: Filed, memory: Memory): Candidate {
  const units = memory.recall('waived-units', from, () =>
    edition().units.flatMap(({key, waivers}) => (waivers === undefined ? [] : {key, waivers})),
  )
  return {...brief, units}
}

/** An article whose segments are looked for only where something is found. */
function located(article: FiledArticle, memory: Memory): Located {
  return {
    article,
    get segments() {
      return placesIn(article, memory)
    },
  }
}

function placesIn({from, synced}: FiledArticle, memory: Memory): Located['segments'] {
  return memory.recall('segment-places', from, () =>
    synced().segments.map(({key, line, column}) => ({key, line, column})),
  )
}

/** Pages by their paths, each written when it is asked for. */
function textsOf({renditions}: Rendered): (path: string) => string | undefined {
  const byPath = new Map(renditions.map((rendition) => [rendition.path, rendition]))
  return (path) => {
    const content = byPath.get(path)?.content
    return typeof content === 'string' ? content : undefined
  }
}

function isVisual({check}: Finding): boolean {
  return check.startsWith('visual/')
}

/** Whether it is about one of these pages, or about no page at all. */
function isShownOn({place, pages = []}: Finding, paths: ReadonlySet<string>): boolean {
  if (place.view === undefined) return true
  return [place, ...pages].some(({file}) => paths.has(file))
}

/** The findings on what goes away with the held editions, so that the report still has them. */
function goneWith(
  seen: readonly Finding[],
  editions: readonly Filed[],
  passed: readonly Filed[],
): readonly Finding[] {
  const stays = new Set(passed)
  const gone = editions.filter((edition) => !stays.has(edition))
  const locales = new Set(passed.map(({brief}) => brief.locale))
  return seen.filter(({article, locale}) =>
    article === undefined
      ? locale !== undefined && !locales.has(locale)
      : gone.some(({brief}) => brief.slug === article && brief.locale === locale),
  )
}

/** Counts the open findings about an edition, by severity. */
function countable({findings}: Verdict): (edition: Brief) => EditionSummary['found'] {
  const open = findings.filter(({asks, waived}) => !asks && waived === undefined)
  const byArticle = grouped(open, ({article}) => article ?? '')
  return ({slug, locale}) => {
    const own = ['', slug]
      .flatMap((article) => byArticle.get(article) ?? [])
      .filter((finding) => (finding.locale ?? locale) === locale)
    const count = (severity: string) => own.filter((one) => one.severity === severity).length
    return {error: count('error'), warning: count('warning'), notice: count('notice')}
  }
}

/** Template words stand in their file as an article's texts do. */
function asFiles({namespace, locale, text}: WordFile): CatalogFiles {
  return {slug: namespace, locale, texts: text, units: undefined}
}

/** The locale files as they are after saving. */
function latest(
  stored: readonly CatalogFiles[],
  changed: readonly CatalogFiles[],
): readonly CatalogFiles[] {
  const same = (a: CatalogFiles, b: CatalogFiles) => a.slug === b.slug && a.locale === b.locale
  return [...stored.filter((file) => !changed.some((one) => same(one, file))), ...changed]
}
