import type {Finding, Severity} from '../model/finding.ts'
import type {
  Candidate,
  JudgedFinding,
  Most,
  Policy,
  SeverityRule,
  Waiver,
} from '../model/verdict.ts'
import {standingOf} from '../model/standing.ts'
import {likeness} from './known.ts'
import {fits, limited} from './severity.ts'
import {covers, waiversOf} from './waivers.ts'

/** A finding that the gate itself makes; its check id is its message's key. */
export function gateFinding(
  severity: Severity,
  check: string,
  values: Readonly<Record<string, string | number>> = {},
  where: Partial<Pick<Finding, 'place' | 'locale' | 'article'>> = {},
): Finding {
  return {
    check,
    outcome: 'failed',
    severity,
    message: {key: check, values},
    place: {file: 'publication.json'},
    locale: undefined,
    article: undefined,
    criteria: [],
    engines: [],
    ...where,
  }
}

/** Policies that let an edition out while units of it are behind their source. */
const shown: ReadonlySet<Policy['stale'][string] | undefined> = new Set(['notice', 'blocks'])

/** What policy asks of a translation and it does not have. Where policy is silent, it asks for all. */
export function onProgress(edition: Candidate, policy: Policy): readonly Finding[] {
  const {slug, locale, sourceLocale, progress} = edition
  if (locale === sourceLocale) return []
  const where = {place: {file: `locales/${locale}/${slug}.json`}, locale, article: slug}
  const {untranslated, stale, units} = progress
  const unready = units - progress.translated - untranslated
  const state = policy.state[locale] ?? 'translated'
  const holds = (variant: string, count: number) =>
    gateFinding('error', `gate/${variant}`, {count, units, locale, state}, where)
  return [
    ...(untranslated > 0 && policy.missing[locale] !== 'source'
      ? [holds('untranslated', untranslated)]
      : []),
    ...(stale > 0 && !shown.has(policy.stale[locale]) ? [holds('stale', stale)] : []),
    ...(unready > 0 ? [holds('unready', unready)] : []),
  ]
}

/** Severities of which there are more open findings than policy lets a run, or a locale, have. */
export function onMost(
  findings: readonly JudgedFinding[],
  {editions = {}, ...most}: NonNullable<Policy['most']>,
): readonly Finding[] {
  const open = findings.filter((one) => !one.waived && !one.known && !one.asks)
  return [
    ...beyond(open, most),
    ...Object.entries(editions).flatMap(([tag, own]) =>
      beyond(
        open.filter(({locale}) => locale === tag),
        own,
      ).map((finding) => ({...finding, locale: tag})),
    ),
  ]
}

function beyond(open: readonly JudgedFinding[], most: Most): readonly Finding[] {
  return limited.flatMap((severity) => {
    const limit = most[severity]
    const {length: count} = open.filter((one) => one.severity === severity)
    if (limit === undefined || count <= limit) return []
    return [gateFinding('error', `gate/too-many-${severity}s`, {count, limit})]
  })
}

/** Waivers in an edition's sidecar that excuse nothing. */
export function onUnitWaivers(
  findings: readonly Finding[],
  edition: Candidate,
  today: string,
): readonly Finding[] {
  const {slug, locale} = edition
  return waiversOf(edition).flatMap((waiver) => {
    const unit = waiver.unit ?? ''
    const place = {file: `locales/${locale}/${slug}.units.json`, unit}
    return onWaivers(findings, [waiver], today, {place, locale, article: slug})
  })
}

/**
 * Waivers that excuse nothing: expired, incomplete, or without a finding. And those that would excuse
 * whatever comes to stand in an element's place, with the fingerprint to name instead.
 */
export function onWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  today: string,
  where: Partial<Pick<Finding, 'place' | 'locale' | 'article'>> = {},
): readonly Finding[] {
  return waivers.flatMap((waiver) => {
    const {check, file, unit, reason, owner, expires = ''} = waiver
    const waived = unit === undefined ? file : `${file} (${unit})`
    const values = {check, waived, reason, owner, expires}
    const own = findings.filter((finding) => covers(waiver, finding))
    const isByPlace = /:nth-/.test(waiver.selector ?? '') && waiver.fingerprint === undefined
    switch (standingOf(waiver, today)) {
      case 'expired':
        return [gateFinding('warning', 'gate/waiver-expired', values, where)]
      case 'incomplete':
        return [gateFinding('warning', 'gate/waiver-incomplete', values, where)]
      case 'in-force':
        if (own.length === 0) return [unused(waiver, values, findings, waivers, where)]
        return isByPlace
          ? [gateFinding('notice', 'gate/waiver-by-place', byPlace(values, own), where)]
          : []
    }
  })
}

/** It names an element that nothing is wrong with: where others are left of its kind, which ones may be meant. */
function unused(
  waiver: Waiver,
  values: Finding['message']['values'],
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  where: Partial<Pick<Finding, 'place' | 'locale' | 'article'>>,
): Finding {
  const {selector, fingerprint} = waiver
  const named = fingerprint ?? selector
  const ofKind = {...waiver, selector: undefined, fingerprint: undefined}
  const left = findings.filter(
    (one) => covers(ofKind, one) && !waivers.some((other) => covers(other, one)),
  )
  const {check, message, ...rest} = gateFinding('notice', 'gate/waiver-unused', values, where)
  if (named === undefined || left.length === 0) return {...rest, check, message}
  const more = {...byPlace(values, left), named}
  return {...rest, check, severity: 'warning', message: {key: `${check}/named`, values: more}}
}

function byPlace(values: Finding['message']['values'], excused: readonly Finding[]) {
  const all = [...new Set(excused.map(likeness))]
  return {
    ...values,
    fingerprints: [...all.slice(0, 5), ...(all.length > 5 ? ['…'] : [])].join(', '),
  }
}

/** Rules that would take errors for less: an error can only be waived. */
export function onSeverity(
  findings: readonly Finding[],
  rules: readonly SeverityRule[],
): readonly Finding[] {
  const errors = findings.filter(({severity}) => severity === 'error')
  return rules.flatMap((rule) => {
    const {length: count} = errors.filter((error) => fits(rule, error))
    if (rule.severity === 'error' || count === 0) return []
    const of = rule.check ?? rule.criterion ?? rule.locale ?? '*'
    return [gateFinding('notice', 'gate/severity-unheeded', {of, severity: rule.severity, count})]
  })
}
