import {existsSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {readText} from '../text-file.ts'
import type {AuditRules} from '../../model/audit.ts'
import type {Finding} from '../../model/finding.ts'
import {termsOrUsual, type PageTerms} from '../../model/of-pages.ts'
import type {PublicationConfig, Words} from '../../model/publication.ts'
import {nothingAsked, type Preparation} from '../../model/preparation.ts'
import type {View} from '../../model/view.ts'
import {parseAuditConfig} from '../config.ts'
import {packageRoot} from '../publication.ts'
import {readWords} from '../words.ts'
import type {Pa11yCi, Window} from './pa11y-ci.ts'

/** How an audit is done here: policy and views, and what a pa11y-ci configuration adds. */
export interface Settings {
  /** The folder that `out/` and the cache are made in. */
  readonly root: string
  readonly config: PublicationConfig
  readonly words: Words
  readonly rules: AuditRules
  /** What is done with a page before it is looked at. */
  readonly preparationOf: (path: string) => Preparation
  readonly sitemap: {
    readonly urls: readonly string[]
    readonly find: RegExp | undefined
    readonly replace: string | undefined
    readonly exclude: RegExp | undefined
    readonly jobs: number | undefined
    readonly findings: readonly Finding[]
  }
}

/**
 * Settings from the nearest `publication.json`, or the defaults where there is none.
 *
 * @throws PipelineError `bad-policy`
 */
export async function readSettings(start: string, pa11yCi: Pa11yCi | undefined): Promise<Settings> {
  const found = nearest(resolve(start))
  const root = found ?? resolve(start)
  const text = found === undefined ? '{}' : readText(found, 'publication.json')
  const base = parseAuditConfig(text, 'publication.json')
  const {viewport, timeLimit, waivers = [], ofPages = {}} = pa11yCi ?? {}
  const {level = {}, threshold = {}} = pa11yCi ?? {}
  return {
    root,
    config: {
      ...base,
      views: viewport === undefined ? base.views : [viewOf(viewport)],
      timeLimit: timeLimit ?? base.timeLimit,
      ofPages: Object.fromEntries(
        Object.entries(ofPages).map(([page, own]): [string, PageTerms] => [
          page,
          {
            ...(own.viewport && {views: [viewOf(own.viewport)]}),
            ...(own.timeLimit !== undefined && {timeLimit: own.timeLimit}),
          },
        ]),
      ),
      policy: {...base.policy, waivers: [...base.policy.waivers, ...waivers]},
    },
    words: readWords([packageRoot, root], ['en', ...base.locales.map(({tag}) => tag)]),
    rules: {level, threshold},
    preparationOf(path) {
      const {preparations = {}} = pa11yCi ?? {}
      return termsOrUsual(preparations, path, nothingAsked)
    },
    sitemap: {
      urls:
        pa11yCi?.sitemap === undefined ? (pa11yCi?.urls ?? []) : [...pa11yCi.urls, pa11yCi.sitemap],
      find: pa11yCi?.find,
      replace: pa11yCi?.replace,
      exclude: pa11yCi?.exclude,
      jobs: pa11yCi?.jobs,
      findings: pa11yCi?.findings ?? [],
    },
  }
}

function viewOf(size: Window): View {
  return {name: 'pa11y-light', ...size, scheme: 'light'}
}

function nearest(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'publication.json'))) return folder
    if (folder === dirname(folder)) return undefined
  }
}
