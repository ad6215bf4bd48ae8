import {join} from 'node:path'
import {translationChecks} from '../check/checks.ts'
import {houseOf} from '../check/house.ts'
import {covers, waiversOf} from '../gate/waivers.ts'
import {standingOf} from '../model/standing.ts'
import {readArticle} from '../ingest/article.ts'
import {withLock} from '../io/lock.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {saveCatalogs} from '../io/save-catalogs.ts'
import type {CatalogFiles} from '../model/catalog.ts'
import type {Finding} from '../model/finding.ts'
import type {Publication} from '../model/publication.ts'
import {assemble} from '../translate/assemble.ts'
import {correct} from '../translate/correct.ts'
import {locate} from '../translate/locate.ts'
import {syncArticle} from '../translate/sync.ts'
import {readTermbase} from '../translate/termbase.ts'
import {readTexts} from '../translate/texts.ts'
import type {Call} from './verb.ts'

/** One correction may lay bare another; no text has this many layers. */
const passes = 20

/** Make every correction that is certain in the locale files, and say what was done. */
export async function mend({folder, tell}: Call): Promise<void> {
  const root = findPublication(folder)
  const made = await withLock(join(root, 'out'), async () => {
    const publication = await readPublication(root)
    const {catalogs, findings} = mended(publication, new Date().toISOString().slice(0, 10))
    await saveCatalogs(root, publication.catalogs, catalogs)
    return findings
  })
  tell(
    made.length === 0
      ? 'Nothing to correct for certain.\n'
      : `Corrected:\n${made.map((one) => `  ${placeOf(one)}  ${one.excerpt ?? ''}`).join('\n')}\n`,
  )
}

/** The locale files after all certain corrections, and the findings that asked for them. */
function mended({config, articles, terms, ...publication}: Publication, today: string) {
  const house = houseOf(readTermbase(terms).terms, config)
  const sources = articles.flatMap((file) => readArticle(file, config.source).article ?? [])
  let catalogs = publication.catalogs
  const made: Finding[] = []
  for (let pass = 0; pass < passes; pass++) {
    const certain = sources.flatMap((article) => {
      const tags = config.locales.map(({tag}) => tag).filter((tag) => tag !== article.locale)
      const {segments, catalogs: own} = syncArticle(article, tags, catalogs)
      return own.flatMap((catalog) => {
        const edition = assemble(article, segments, catalog, config.policy)
        const waivers = [...waiversOf(edition), ...config.policy.waivers].filter(
          (waiver) => standingOf(waiver, today) === 'in-force',
        )
        const texts = textsOf(catalogs, catalog.slug, catalog.locale)
        const isAsRead = ({place}: Finding) =>
          edition.units.find(({key}) => key === place.unit)?.target ===
          texts.get(place.unit ?? '')?.text
        return translationChecks
          .flatMap((check) => check.judge(edition, house))
          .filter((finding) => finding.fix !== undefined && isAsRead(finding))
          .filter((finding) => !waivers.some((waiver) => covers(waiver, finding)))
      })
    })
    const next = correct(catalogs, certain)
    if (next.every(({texts}, index) => texts === catalogs[index]?.texts)) break
    made.push(...locate(certain, catalogs, []))
    catalogs = next
  }
  return {catalogs, findings: made}
}

function textsOf(catalogs: readonly CatalogFiles[], slug: string, locale: string) {
  const files = catalogs.find((one) => one.slug === slug && one.locale === locale)
  return readTexts(files?.texts).entries
}

function placeOf({place, check}: Finding): string {
  return `${place.file}:${place.line ?? 1}:${place.column ?? 1} ${check}`
}
