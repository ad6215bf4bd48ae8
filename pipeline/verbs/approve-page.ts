import type {CheckingBrowser} from '../io/checking-browser.ts'
import {openCache} from '../io/cache.ts'
import {shownPictures} from '../io/pictures.ts'
import {koreanFontRule, koreanFonts} from '../io/report-font.ts'
import {serveApproval, type ApprovalDesk, type DeskFile} from '../io/serve-approval.ts'
import type {Decider} from '../model/approval.ts'
import {PipelineError} from '../model/error.ts'
import type {PublicationConfig, Words} from '../model/publication.ts'
import type {Run} from '../model/run.ts'
import {mattersOf, nextOpen, type Matter} from '../report/approval/matter.ts'
import {approvalList, approvalPage, type Told} from '../report/approval/page.tsx'
import {approvalScript, approvalStyle} from '../report/approval/style.ts'
import {languagesOf} from '../report/html.tsx'
import {speaker} from '../words/speaker.ts'
import type {Call} from './verb.ts'

/** What is decided on, and where decisions go. */
export interface Deciding {
  readonly run: Run
  readonly browser: Pick<CheckingBrowser, 'approve' | 'reject'>
  /** Folder of the cache that holds the pictures. */
  readonly cache: string
  readonly words: Words
  readonly config: PublicationConfig
  readonly decider: Decider
  /** The pages that are shown. */
  only(page: string): boolean
}

/**
 * Shows what looks otherwise than approved, old beside new, until the person stops it; each
 * decision is written down at once. Gives how many of each there were.
 */
export async function decideInBrowser(call: Call, deciding: Deciding) {
  const matters = mattersOf(deciding.run).filter(({looks}) =>
    looks.some(({file}) => deciding.only(file)),
  )
  const desk = await deskOf(deciding, matters, call)
  const {url, close} = await serveApproval(desk, {port: portOf(call)})
  call.print(
    call.has('json') ? JSON.stringify({url, matters: matters.length}) : `Look and decide at ${url}`,
  )
  call.tell('Stop with Ctrl+C.\n')
  await call.stopped()
  await close()
  const count = (decision: string) =>
    matters.filter(({decided}) => decided?.decision === decision).length
  return {accepted: count('accepted'), rejected: count('rejected'), of: matters.length}
}

async function deskOf(deciding: Deciding, matters: Matter[], call: Call): Promise<ApprovalDesk> {
  const {config, words, decider} = deciding
  const cache = openCache(deciding.cache)
  const locales = languagesOf(deciding)
  const tags = locales.map(({tag}) => tag)
  const shown = matters.flatMap(({looks}) => looks.flatMap(({pictures}) => pictures))
  const fonts = await fontsFor(deciding, matters, tags)
  let {reason} = decider
  const told = (tag: string, base: string): Told => ({
    words: speaker(words, tag, 'en'),
    locales,
    host: new URL(config.url).host,
    matters,
    base,
    by: decider.by,
    reason,
  })
  return {
    files: new Map<string, DeskFile>([
      ['approval.css', {type: 'text/css; charset=utf-8', content: fonts.rules + approvalStyle}],
      ['approval.js', {type: 'text/javascript; charset=utf-8', content: approvalScript}],
      ...fonts.files,
    ]),
    async picture(sha256) {
      const asked = shown.filter((one) => one.sha256 === sha256)
      return (await shownPictures(asked, cache)).get(sha256)
    },
    page(path, base) {
      const [tag, number] = placeOf(path === '' ? `${tags[0]}/` : path)
      if (!tags.includes(tag)) return undefined
      if (number === undefined) return approvalList(told(tag, base))
      return approvalPage(told(tag, base), number - 1)
    },
    async decide(path, form) {
      const [tag, number = 0] = placeOf(path)
      const matter = matters[number - 1]
      const decision = form.get('decision')
      if (!matter || !tags.includes(tag)) return undefined
      if (decision !== 'accepted' && decision !== 'rejected') return undefined
      const why = (form.get('reason') ?? '').trim().slice(0, 400)
      const now = {at: new Date().toISOString(), by: decider.by, reason: why}
      // What is accepted is often accepted for one reason; what is rejected has one of its own.
      reason = decision === 'accepted' ? why : decider.reason
      const pages = new Map(matter.looks.map(({file, views}) => [file, views]))
      const only = (page: string, view: string) => pages.get(page)?.includes(view) ?? false
      try {
        await deciding.browser[decision === 'accepted' ? 'approve' : 'reject'](only, now)
      } catch (error) {
        if (error instanceof PipelineError) call.tell(`${error.message} ${error.advice}\n`)
        throw error
      }
      matters[number - 1] = {...matter, decided: {decision, by: decider.by, reason: why}}
      // A rejection nobody knows the reason of helps nobody: the page asks for it.
      if (decision === 'rejected' && why === '') return `${tag}/${number}`
      const next = nextOpen(matters, number - 1)
      return next === undefined ? `${tag}/` : `${tag}/${next + 1}`
    },
  }
}

/** Fonts for whatever the pages may say in Korean. */
async function fontsFor(
  {words, cache}: Deciding,
  matters: readonly Matter[],
  tags: readonly string[],
) {
  const said = [matters, tags.map((tag) => words[tag])]
  const fonts = await koreanFonts(JSON.stringify(said), cache)
  const named = fonts.map((font) => ({font, name: `korean-${font.weight}.woff2`}))
  return {
    rules: named.map(({font, name}) => `${koreanFontRule(font, name)}\n`).join(''),
    files: named.map(({font: {content}, name}) => [name, {type: 'font/woff2', content}] as const),
  }
}

function placeOf(path: string): readonly [tag: string, number: number | undefined] {
  const [, tag = '', number] = /^([A-Za-z0-9-]+)\/(\d{1,6})?$/.exec(path) ?? []
  return [tag, number === undefined ? undefined : Number(number)]
}

function portOf(call: Call): number {
  const asked = call.value('port')
  const port = Number(asked ?? 8090)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new PipelineError(
    'usage',
    `"${asked}" is not a port.`,
    'Use a number from 0 to 65535; 0 takes any free port.',
  )
}
