import {betweenEvents} from './between-events.ts'
import {onLeftAddresses} from './check/browser/left-addresses.ts'
import {strayPictures} from './check/browser/stray-pictures.ts'
import {judgeAhead, judgePageByPage} from './check/judge.ts'
import {speechIn} from './check/speech.ts'
import {withChangePlaces} from './check/change-places.ts'
import {isUntraced, trace} from './check/trace.ts'
import {sourceTexts} from './check/source-text.ts'
import {judgeWords} from './check/words/judge-words.ts'
import {unnamedTopics} from './check/words/unnamed-topics.ts'
import {makeDownloads} from './downloads.ts'
import {editionSummaries} from './edition-summaries.ts'
import {gate} from './gate/gate.ts'
import type {Host, Sighting} from './host.ts'
import {recalled} from './ingest/recalled.ts'
import {lostAddresses} from './ingest/lost-addresses.ts'
import {schedule} from './ingest/schedule.ts'
import {slugsOf} from './ingest/slug.ts'
import {fileArticles, type FiledArticle} from './file-article.ts'
import type {Brief, Filed} from './model/brief.ts'
import type {CatalogFiles} from './model/catalog.ts'
import type {Finding} from './model/finding.ts'
import type {Memory} from './model/memory.ts'
import type {Publication, WordFile} from './model/publication.ts'
import type {FileEvidence} from './model/file-evidence.ts'
import type {Rendition} from './model/rendition.ts'
import type {HeardPage, Run} from './model/run.ts'
import type {Candidate} from './model/verdict.ts'
import {bodyKeeper} from './render/keep-bodies.ts'
import {render, type Rendered} from './render/render.ts'
import {locate, type Located} from './translate/locate.ts'
import {wordsLocator} from './translate/locate-words.ts'
import {templateWords} from './template-words.ts'
import {leftBehind, leftBehindFindings} from './translate/own-files.ts'
import {goneWith, stayingOf} from './staying.ts'
import {readTermbase} from './translate/termbase.ts'

/**
 * The whole pipeline: articles and translations in, a verdict and a release out.
 *
 * Language links, feeds and front pages depend on which editions go out, so a held edition is
 * taken away and the rest is rendered and judged again, until what was judged is what goes out.
 *
 * @param isWanted which editions are asked for
 */
export async function publish(
  publication: Publication,
  host: Host,
  isWanted: (brief: Brief) => boolean = () => true,
): Promise<Run> {
  const {config, words, images, fonts} = publication
  const slugs = slugsOf(publication.articles)

  // 1. ingest
  const termbase = readTermbase(publication.terms)
  const {terms} = termbase
  const {memory, now, templates, styles} = host
  const keep = bodyKeeper({config, words, images, memory})
  // An article is read once for all that is made and found of it, while it is in memory.
  const filings = await fileArticles(publication, memory, (article) => {
    if (schedule([article], now, config.timeZone).due.length === 0) return
    keep(article.editions)
    judgeAhead(article.editions, {config, terms, memory})
    placesIn(article, memory)
    sourceTexts([article], memory)
  })
  const articles = filings.flatMap(({article}) => article ?? [])
  host.say({stage: 'ingest', done: articles.length, of: filings.length, what: 'articles'})

  // 2. translate
  const changed = articles.flatMap(({files}) => files)
  await host.save(changed)
  const {due, withdrawn, findings: waiting} = schedule(articles, now, config.timeZone)
  const candidates = due.flatMap(({editions}) => editions.filter(({brief}) => isWanted(brief)))
  host.say({stage: 'translate', done: candidates.length, of: candidates.length, what: 'editions'})

  const found = [
    ...[termbase, ...filings].flatMap(({findings}) => findings),
    ...waiting,
    ...templates.findings,
    ...sourceTexts(due, memory),
    ...leftBehindFindings(leftBehind(publication.catalogs, slugs)),
    ...judgeWords(publication),
    ...unnamedTopics(due, config.source, words[config.source]?.['topics'] ?? {}),
    ...(await templateWords(publication, due, host)),
  ]
  const files = [...latest(publication.catalogs, changed), ...publication.wordFiles.map(asFiles)]
  const placeOfWords = wordsLocator({
    editions: candidates.map(({brief}) => brief),
    files,
    articles: articles.map((article) => located(article, publication, memory)),
    wordFiles: publication.wordFiles,
  })
  let held: readonly Finding[] = []
  let visual: readonly Finding[] | undefined
  let lost: readonly Finding[] | undefined
  const heard = new Map<string, HeardPage>()
  for (let editions: readonly Filed[] = candidates; ;) {
    // 3. render
    const context = {
      config,
      words,
      images,
      fonts,
      withdrawn,
      draws: true,
      now,
      templates,
      styles,
      memory,
    }
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

    // Held editions are told of as such, and not of their addresses.
    lost ??= lostAddresses(await host.standing(), {
      paths: new Set(renditions.map(({path}) => path)),
      tags: config.locales.map(({tag}) => tag),
      articles: publication.articles.map(({path: file}, at) => ({
        file,
        slug: slugs[at] ?? '',
        waits: !due.some((one) => one.file === file),
      })),
    })

    // 4. check
    const sighting = await host.capture(renditions)
    for (const [key, speech] of speechIn(sighting.captures, renditions)) heard.set(key, speech)
    const seenFiles = await host.examine(taken.renditions)
    const {captures} = sighting
    const judged = await betweenEvents(
      judgePageByPage({
        config,
        terms,
        editions,
        renditions,
        captures,
        memory,
        files: seenFiles,
      }),
    )

    // Pictures are of the whole publication: a page that lost a link to a held edition looks
    // different and is not wrong, so how pages look is judged with every edition in place.
    const paths = new Set(renditions.map(({path}) => path))
    const noticed = [
      ...pages.findings,
      ...developed.findings,
      ...drawn.findings,
      ...taken.findings,
      ...judged.findings.filter((finding) => !isVisual(finding)),
      ...(visual ?? looks(judged.findings, sighting, renditions)).filter(
        (finding) => isShownOn(finding, paths) && !held.includes(finding),
      ),
    ]
    const isMarked = noticed.some((one) => isUntraced(one) || one.changes !== undefined)
    const marked =
      isMarked && textsOf(render(editions, {...rendering, templates: await host.marked()}))
    const seen = marked
      ? withChangePlaces(noticed, (all) => trace(all, marked, placeOfWords))
      : noticed
    visual ??= seen.filter(isVisual)

    // 5. gate
    const verdict = gate({
      editions: candidates.map((edition) => candidate(edition, memory)),
      isCleared: withdrawn.length > 0,
      findings: withChangePlaces([...found, ...lost, ...held, ...seen], (all) =>
        locate(
          all,
          files,
          articles.map((article) => located(article, publication, memory)),
        ),
      ),
      checked: judged.checked,
      policy: config.policy,
      today: now.slice(0, 10),
    })
    const {passed, staying} = stayingOf(editions, verdict, renditions, textsOf(pages))
    if (staying.length < editions.length && staying.length > 0) {
      held = [...held, ...goneWith(seen, editions, staying)]
      editions = staying
      continue
    }
    host.say({stage: 'gate', done: passed.length, of: candidates.length, what: 'editions passed'})

    // 6. release
    const going = renditions.filter(({path}) => !pages.backstage.has(path))
    const out = goingOut(passed, due, publication)
    // Whoever withdraws the last article wants it gone.
    const isCleared = candidates.length === 0 && verdict.decision === 'passed'
    const release =
      passed.length > 0 || isCleared
        ? await host.release(going, (atLast) => recalled(out, atLast, config))
        : undefined
    const paged = renditions.flatMap(({page, path}) => (page === undefined ? [] : [path]))
    return {
      ...editionSummaries(candidates, verdict, heard),
      verdict,
      pages: paged.length,
      judged: paged,
      inapplicable: judged.inapplicable,
      url: config.url,
      views: config.views.map(({name}) => name),
      browser: sighting.browser,
      ...absentOf(seenFiles),
      release,
    }
  }
}

/** The articles that some of these editions are of, each with the text that was judged. */
function goingOut(
  passed: readonly Filed[],
  due: readonly FiledArticle[],
  {articles}: Publication,
): Parameters<typeof recalled>[0] {
  const slugs = new Set(passed.map(({brief}) => brief.slug))
  const texts = new Map(articles.map((file) => [file.path, file]))
  return due.flatMap((article) => {
    const judged = texts.get(article.file)
    return judged !== undefined && slugs.has(article.slug) ? [{article, judged}] : []
  })
}

/** Whom nobody could ask about the EPUBs. */
function absentOf(files: readonly FileEvidence[]): Pick<Run, 'absent'> {
  const absent = files.flatMap(({seen}) => (seen?.kind === 'epub' ? (seen.absent ?? []) : []))
  return absent.length === 0 ? {} : {absent: [...new Set(absent)]}
}

/** What the gate weighs of an edition. */
function candidate({brief, from, edition}: Filed, memory: Memory): Candidate {
  const units = memory.recall('waived-units', from, () =>
    edition().units.flatMap(({key, waivers}) => (waivers === undefined ? [] : {key, waivers})),
  )
  return {...brief, units}
}

/** An article whose segments are looked for only where something is found. */
function located(article: FiledArticle, {articles}: Publication, memory: Memory): Located {
  return {
    article,
    get segments() {
      return placesIn(article, memory)
    },
    get text() {
      return articles.find(({path}) => path === article.file)?.text
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

/** What is found of how pages look, and of pictures whose page is not there. */
function looks(
  findings: readonly Finding[],
  {strays = []}: Sighting,
  renditions: readonly Rendition[],
): readonly Finding[] {
  const left = renditions.flatMap(({page, path}) => (page === 'gone' ? [path] : []))
  return [...onLeftAddresses(findings.filter(isVisual), new Set(left)), ...strayPictures(strays)]
}

function isVisual({check}: Finding): boolean {
  return check.startsWith('visual/')
}

/** Whether it is about one of these pages, or about no page at all. */
function isShownOn({place, pages = []}: Finding, paths: ReadonlySet<string>): boolean {
  if (place.view === undefined) return true
  return [place, ...pages].some(({file}) => paths.has(file))
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
