import {dirname, join} from 'node:path'
import {keepSources, liveSources, type Sources} from '../io/kept-sources.ts'
import {templatesOf} from '../io/templates.ts'
import {editionKey} from '../check/speech.ts'
import {slugsOf} from '../ingest/slug.ts'
import {uncorrected} from '../ingest/uncorrected.ts'
import type {Publication} from '../model/publication.ts'
import type {ReleaseSummary, Run} from '../model/run.ts'
import {publish} from '../publish.ts'
import {withoutRecalled} from '../without-recalled.ts'
import {openHost, type OpenHost} from './host.ts'
import type {Call} from './verb.ts'

/**
 * Where nothing may go out, take from readers what they may not read any more all the same: what was
 * released last is rendered, judged and released once more without it.
 *
 * @returns the release; `undefined` where nothing has to go, or nothing could be released
 */
export async function takeAway(
  root: string,
  today: Publication,
  host: OpenHost,
  call: Call,
): Promise<ReleaseSummary | undefined> {
  const out = join(root, 'out')
  const last = await liveSources(out, today)
  if (last !== undefined) tellUncorrected(last, today, host, call)
  const rest = last && (await withoutRecalled(last, today, host))
  if (last === undefined || rest === undefined) return undefined
  const {publication, isWanted, without} = rest
  const missing = last.lost.filter((path) => !without.some((file) => isBeside(path, file)))
  if (missing.length > 0) {
    call.tell(
      `${host.clear()}${stillRead(without, 'Pictures of other articles are gone:', missing)}`,
    )
    return undefined
  }
  const looks = {...(await templatesOf(last.bundles)), bundles: last.bundles, memory: host.memory}
  const effects = {save: false, release: true}
  const again = await openHost(root, publication, effects, call, looks)
  try {
    const run = await publish(publication, again, isWanted)
    if (run.release === undefined) {
      const why = 'What was released last does not pass without it either:'
      call.tell(`${again.clear()}${stillRead(without, why, blockedBy(run))}`)
      return undefined
    }
    await keepSources(out, run.release.id, {...last, publication, editions: releasedOf(run)})
    return {...run.release, without}
  } finally {
    await again.close()
  }
}

/** The editions that went out. */
export function releasedOf({editions}: Run): readonly string[] {
  return editions.filter(({decision}) => decision === 'release').map(editionKey)
}

/** Readers are not left with what is wrong unknown to whoever has corrected it. */
function tellUncorrected(last: Sources, today: Publication, host: OpenHost, call: Call): void {
  const {articles, config} = last.publication
  const slugs = slugsOf(articles)
  const released = articles.filter((_, at) =>
    config.locales.some(({tag}) =>
      last.editions.includes(editionKey({slug: slugs[at] ?? '', locale: tag})),
    ),
  )
  const files = uncorrected(released, today.articles, config.source)
  if (files.length === 0) return
  const told = `\nReaders still have the text that has been corrected: ${files.join(', ')}.\n`
  call.tell(`${host.clear()}${told}What keeps the correction from them is in the report.\n`)
}

function stillRead(files: readonly string[], why: string, because: readonly string[]): string {
  const lines = because.slice(0, 3).map((one) => `  ${one}\n`)
  const told = `\nReaders still see what they may not read any more: ${files.join(', ')}.\n`
  return `${told}${why}\n${lines.join('')}`
}

function blockedBy({verdict}: Run): readonly string[] {
  const blocking = verdict.findings.filter(({blocks}) => blocks)
  return blocking.map(({check, place}) => `${check} · ${place.file}`)
}

/** Whether two files are in one folder. */
function isBeside(one: string, other: string): boolean {
  return dirname(one) === dirname(other)
}
