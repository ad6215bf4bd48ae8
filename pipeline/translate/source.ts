import type {Article} from '../model/article.ts'
import type {CatalogFiles} from '../model/catalog.ts'
import type {Finding} from '../model/finding.ts'
import type {Segment} from '../model/segment.ts'
import {hash} from './hash.ts'
import {keyed, type Predecessor, type Regrouped} from './keys.ts'
import {faultFindings, localeFile, syncFinding} from './own-findings.ts'
import {segment} from './segment.ts'
import {kindIn, readSourceSidecar, readTargetSidecar, type SourceRecord} from './sidecar.ts'
import {readTexts, writeJson, writeSidecar, type Texts} from './texts.ts'

/** The source's side of a sync. */
export interface SyncedSource {
  readonly segments: readonly Segment[]
  /** Segments that were merged or split since the last sync. */
  readonly regrouped: readonly Regrouped[]
  readonly files: CatalogFiles
  readonly findings: readonly Finding[]
  /** Its files cannot be read: keys are not certain, so nothing may be written. */
  readonly broken: boolean
}

/**
 * Key the article's segments by the registry of keys, which is the source locale's catalog, and
 * bring that up to date. Where it is missing the targets' sidecars, which know the source texts
 * they were made from, stand in.
 */
export function syncSource(
  article: Article,
  stored: CatalogFiles | undefined,
  targets: readonly CatalogFiles[],
): SyncedSource {
  const {slug, locale} = article
  const texts = readTexts(stored?.texts)
  const sidecar = readSourceSidecar(stored?.units)
  const memories = targets.map(({units}) => readTargetSidecar(units))
  const sources = (key: string) => [
    ...(texts.entries.has(key) ? [texts.entries.get(key)?.text ?? ''] : []),
    ...memories.flatMap(({units}) => units.get(key)?.source ?? []),
  ]
  const live: readonly string[] =
    sidecar.units.size > 0
      ? [...sidecar.units.keys()]
      : texts.entries.size > 0
        ? [...texts.entries.keys()]
        : (memories.map(({units}) => [...units.keys()]).find((keys) => keys.length > 0) ?? [])
  const predecessors = [
    ...live.map((key) => predecessor(key, sidecar.units.get(key), sources(key))),
    ...[...sidecar.retired].map(([key, record]): Predecessor => {
      return {...record, key, text: '', retired: true}
    }),
  ]
  const before = new Map(predecessors.map((one) => [one.key, one]))
  const used = new Set([
    ...predecessors.map(({key}) => key),
    ...memories.flatMap(({units, retired}) => [...units.keys(), ...retired.keys()]),
  ])
  const {segments, regrouped} = keyed(segment(article), predecessors, used)
  const faults = [
    ...faultFindings(texts.faults, localeFile(slug, locale, 'texts')),
    ...faultFindings(sidecar.faults, localeFile(slug, locale, 'units')),
  ]
  return {
    segments,
    regrouped,
    files: {
      slug,
      locale,
      texts: writeJson(segments.map(({key, text}) => [key, text])),
      units: writeSidecar(
        segments.map((one) => [one.key, recordOf(one, before)]),
        retiredRecords(predecessors, segments),
        sidecar.more,
      ),
    },
    findings: faults.length > 0 ? faults : handEdits(article, texts, sidecar.units),
    broken: faults.length > 0,
  }
}

function predecessor(
  key: string,
  record: SourceRecord | undefined,
  sources: readonly string[],
): Predecessor {
  // The file may have been edited by hand: the text that belongs to the hash is the true one.
  const text = sources.find((one) => hash(one) === record?.hash) ?? sources[0] ?? ''
  const own = record ?? {kind: kindIn(key) ?? 'paragraph', container: '', hash: hash(text)}
  return {...own, key, text, retired: false}
}

function recordOf(
  {key, kind, container, text}: Segment,
  before: ReadonlyMap<string, SourceRecord>,
): object {
  return {kind, container, hash: hash(text), ...before.get(key)?.more}
}

function retiredRecords(
  predecessors: readonly Predecessor[],
  segments: readonly Segment[],
): readonly (readonly [string, object])[] {
  const live = new Set(segments.map(({key}) => key))
  return predecessors
    .filter(({key}) => !live.has(key))
    .toSorted((a, b) => Number(b.retired) - Number(a.retired))
    .map((one) => [one.key, retiredRecordOf(one)])
}

/** As it is written. */
export function retiredRecordOf({kind, container, hash: fingerprint, more}: SourceRecord): object {
  return {kind, container, hash: fingerprint, ...more}
}

/** The source locale's file follows the article: what was written into it by hand is undone, and said. */
function handEdits(
  {slug, locale, file}: Article,
  {entries}: Texts,
  records: ReadonlyMap<string, SourceRecord>,
): readonly Finding[] {
  if (records.size === 0) return []
  return [...entries].flatMap(([key, {text, spot}]) =>
    records.get(key)?.hash === hash(text)
      ? []
      : [
          syncFinding(
            'warning',
            'translation/source-edited',
            localeFile(slug, locale, 'texts'),
            {...spot, unit: key},
            {article: file},
          ),
        ],
  )
}
