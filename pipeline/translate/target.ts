import type {Catalog, CatalogFiles, RetiredUnit} from '../model/catalog.ts'
import type {Finding} from '../model/finding.ts'
import type {Article} from '../model/article.ts'
import {bringUp} from './bring-up.ts'
import {catalogFiles} from './catalog-files.ts'
import {hash} from './hash.ts'
import {faultFindings, localeFile, syncFinding} from './own-findings.ts'
import {retire} from './retire.ts'
import {regroup} from './regroup.ts'
import {decided, rivalOf, rivalsIn} from './rivals.ts'
import {readTargetSidecar, type RetiredRecord, type UnitRecord} from './sidecar.ts'
import type {SyncedSource} from './source.ts'
import {readTexts} from './texts.ts'

/** A target's side of a sync. */
export interface SyncedTarget {
  readonly catalog: Catalog
  readonly files: CatalogFiles
  readonly findings: readonly Finding[]
  /** Its files have faults: they must be left as they are. */
  readonly broken: boolean
}

/** Bring one translation up to date with the article's segments. */
export function syncTarget(
  {segments, regrouped}: Pick<SyncedSource, 'segments' | 'regrouped'>,
  {slug, locale: from}: Pick<Article, 'slug' | 'locale'>,
  locale: string,
  stored: CatalogFiles | undefined,
): SyncedTarget {
  const file = localeFile(slug, locale, 'texts')
  const sidecarFile = localeFile(slug, locale, 'units')
  const texts = readTexts(stored?.texts)
  const sidecar = readTargetSidecar(stored?.units)
  const others = rivalsIn(texts)
  const starts = regroup(regrouped, segments, {from, to: locale}, texts, sidecar)
  const brought = segments.map((segment) => {
    const back = sidecar.retired.get(segment.key)
    const record = sidecar.units.get(segment.key) ?? (back && revived(back))
    const own = texts.entries.get(segment.key)?.text ?? ''
    const {text, rivals} = decided(own, others.get(segment.key) ?? [])
    const target = text.trim() === '' && back !== undefined ? back.target : text
    const start = starts.get(segment.key)
    const {unit, said} = bringUp(segment, start?.target ?? target, start?.record ?? record)
    return {
      unit: rivals.length === 0 ? unit : {...unit, rivals},
      said: start?.said ?? said,
      other: start?.other ?? '',
    }
  })
  const units = brought.map(({unit}) => unit)
  const replaced = [...starts].flatMap(([key, {said}]) => (said === 'merged' ? [key] : []))
  const retired = retire(segments, texts, sidecar, new Set(replaced))
  const emptied = segments.filter(
    ({key}, index) =>
      sidecar.units.get(key)?.targetHash !== undefined && units[index]?.target === undefined,
  )
  const faults = [
    ...faultFindings(texts.faults, file),
    ...faultFindings(sidecar.faults, sidecarFile),
  ]
  const catalog = {
    slug,
    locale,
    units,
    retired: [...retired.records].map(([key, record]) => retiredUnit(key, record)),
    ...(Object.keys(sidecar.more).length > 0 && {more: sidecar.more}),
  }
  return {
    catalog,
    files: catalogFiles(catalog),
    findings: [
      ...faults,
      ...(faults.length > 0 ? [] : retired.strangers).map(({key, spot}) =>
        syncFinding('warning', 'translation/unknown-key', file, {...spot, unit: key}, {key}),
      ),
      ...(faults.length > 0 ? [] : emptied).map(({key}) =>
        syncFinding('notice', 'translation/emptied', file, {unit: key}, {key}),
      ),
      ...(faults.length > 0 ? [] : units).flatMap(({key, target: ours = '', rivals = []}) =>
        rivals.map(({key: rival, text: theirs}) =>
          syncFinding(
            'error',
            'translation/conflict',
            file,
            {unit: key},
            {key, rival, ours, theirs},
          ),
        ),
      ),
      ...(faults.length > 0 ? [] : units).flatMap(({key, more = {}}) =>
        Object.keys(more).flatMap((name) => {
          const field = rivalOf(name)
          if (field === undefined) return []
          const values = {key, field, rival: name}
          return [
            syncFinding('warning', 'translation/conflict/field', sidecarFile, {unit: key}, values),
          ]
        }),
      ),
      ...(faults.length > 0 ? [] : brought).flatMap(({unit: {key}, said, other}) =>
        said === undefined
          ? []
          : [syncFinding('notice', `translation/changed/${said}`, file, {unit: key}, {key, other})],
      ),
    ],
    broken: faults.length > 0,
  }
}

function revived({target, source, state, origin, note, waivers, more}: RetiredRecord): UnitRecord {
  return {
    source,
    state,
    targetHash: hash(target),
    ...(origin !== undefined && {origin}),
    ...(note !== undefined && {note}),
    ...(waivers && {waivers}),
    ...(more && {more}),
  }
}

/** A retired unit, as catalogs have it. */
export function retiredUnit(key: string, {origin, note, ...record}: RetiredRecord): RetiredUnit {
  return {key, ...record, origin, note}
}
