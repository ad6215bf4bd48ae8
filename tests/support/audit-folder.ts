import {forgetful} from '../../pipeline/model/memory.ts'
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {auditChecks, weighed} from '../../pipeline/check/audit-checks.ts'
import {secondOpinion} from '../../pipeline/check/browser/second-opinion.ts'
import {judgeBy} from '../../pipeline/check/judge.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import type {PublicationConfig} from '../../pipeline/model/publication.ts'
import type {OpinionEngine} from '../../pipeline/model/tab.ts'
import type {View} from '../../pipeline/model/view.ts'
import {policy} from '../translate/make-article.ts'
import {asset, open, page} from './browser.ts'

const view: View = {name: 'desktop-light', width: 1280, height: 800, scheme: 'light'}
const config: PublicationConfig = {
  url: 'http://localhost/',
  source: 'en',
  locales: [],
  views: [view],
  timeLimit: 60_000,
  timeZone: 'UTC',
  machine: undefined,
  policy,
}
const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  gif: 'image/gif',
  pdf: 'application/pdf',
  wav: 'audio/wav',
  webm: 'video/webm',
  vtt: 'text/vtt',
  css: 'text/css',
  svg: 'image/svg+xml',
}

type Pages = ReadonlyMap<string, readonly Finding[]>

/** What the gate for strangers' pages says of each page of a folder, by the page's name. */
export async function auditOf(folder: string): Promise<Pages> {
  const judge = await auditBy(folder, [])
  return judge([])
}

/** Looks at the pages once, also as other engines do; what comes back judges by some of these. */
export async function auditBy(
  folder: string,
  opinions: readonly OpinionEngine[],
): Promise<(asked: readonly OpinionEngine[]) => Pages> {
  const renditions = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => statSync(`${folder}/${name}`).isFile())
    .toSorted()
    .map((name) =>
      name.endsWith('.html')
        ? {...page(name, readFileSync(`${folder}/${name}`, 'utf8')), locale: undefined}
        : asset(name, types[name.split('.').at(-1) ?? ''] ?? '', readFileSync(`${folder}/${name}`)),
    )
  const options = {url: config.url, views: [view], policy: undefined}
  const probes = [...auditChecks.browser, ...opinions.map(secondOpinion)]
  const tabs = await open({...options, probes, timeLimit: config.timeLimit})
  try {
    const {captures} = await tabs.capture(renditions)
    const evidence = {config, editions: [], terms: [], memory: forgetful, renditions, captures}
    return (asked) => {
      const browser = [...auditChecks.browser, ...asked.map(secondOpinion)]
      const findings = judgeBy({...auditChecks, browser}, evidence).findings.map(weighed)
      return new Map(
        renditions
          .filter(({path}) => path.endsWith('.html'))
          .map(({path}) => [path, findings.filter(({place}) => place.file === path)]),
      )
    }
  } finally {
    await tabs.close()
  }
}
