import type {Finding} from '../../model/finding.ts'
import type {Said} from './pa11y-ci-file.ts'

/** What may be said of all pages and of each. */
const ofPages =
  'actions headers hideElements ignore method postData rootElement screenCapture standard threshold timeout userAgent viewport wait'

/** What is the same for all pages of an audit. */
const ofAll = 'concurrency sitemap sitemapExclude sitemapFind sitemapReplace'

/** Why the others are not heeded: key → the end of `audit/config-key/…`. */
const reasons: Readonly<Record<string, string>> = {
  ...each(ofAll, 'one-for-all'),
  ...each('browser chromeLaunchConfig ignoreUrl page', 'browser'),
  ...each('includeNotices includeWarnings level levelCapWhenNeedsReview', 'severity'),
  ...each('rules runners', 'engines'),
  ...each('reporter reporters log json wrapWidth', 'reports'),
  useIncognitoBrowserContext: 'own-session',
}

/** What a layer of the configuration says that nobody heeds: a notice on its line, with the reason. */
export function unheeded(said: Said, layer: 'top' | 'defaults' | 'urls'): readonly Finding[] {
  const heeded = {
    top: 'defaults urls',
    defaults: `${ofPages} ${ofAll}`,
    urls: `${ofPages} url`,
  }[layer].split(' ')
  return said.entries.flatMap(([key, value]) => {
    // Each page begins as if nobody had been there, as pa11y-ci has it by default.
    if (key === 'useIncognitoBrowserContext' && value.value === true) return []
    if (heeded.includes(key)) return key === 'viewport' ? moreOf(value) : []
    const reason = layer === 'top' ? undefined : reasons[key]
    return [notice(key, value, reason)]
  })
}

/** Where pages are logged in to, somebody may count on the pages after that: it is more than a notice. */
export function weighty(findings: readonly Finding[], isActed: boolean): readonly Finding[] {
  return findings.map((one) =>
    isActed && one.message.key === 'audit/config-key/own-session'
      ? {...one, severity: 'warning' as const}
      : one,
  )
}

/** Words of `ignore` that are no code, but all findings of a kind. */
export function ignoredKinds({items}: Said): readonly Finding[] {
  return items
    .filter(({value}) => isKind(value))
    .map((one) => notice(`ignore: ${String(one.value)}`, one, 'severity'))
}

/** Whether an entry of `ignore` is a severity of pa11y’s, and no code. */
export function isKind(code: unknown): boolean {
  return code === 'error' || code === 'warning' || code === 'notice'
}

function moreOf({entries}: Said): readonly Finding[] {
  return entries
    .filter(([key]) => key !== 'width' && key !== 'height')
    .map(([key, value]) => notice(`viewport.${key}`, value, 'window'))
}

function notice(key: string, {file, line, column}: Said, reason?: string): Finding {
  return {
    check: 'audit/config-key',
    outcome: 'cantTell',
    severity: 'notice',
    message: {
      key: reason === undefined ? 'audit/config-key' : `audit/config-key/${reason}`,
      values: {key},
    },
    place: {file, ...(line !== undefined && column !== undefined && {line, column})},
    locale: undefined,
    article: undefined,
    criteria: [],
    engines: [],
  }
}

function each(keys: string, reason: string): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.split(' ').map((key) => [key, reason]))
}
