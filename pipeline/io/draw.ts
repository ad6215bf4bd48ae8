import sharp from 'sharp'
import type {DrawRequest} from '../model/drawing.ts'
import type {Finding} from '../model/finding.ts'
import {PipelineError} from '../model/error.ts'
import type {Rendition} from '../model/rendition.ts'
import type {Json} from '../model/tab.ts'
import type {View} from '../model/view.ts'
import {readFile} from 'node:fs/promises'
import {keyOf, type Cache} from './cache.ts'
import {deadlineIn} from './deadline.ts'
import {cutFont, fontFile} from './fonts.ts'
import type {Answered} from './site.ts'
import type {Slot} from './tabs.ts'
import {openTries} from './tries.ts'
import {callOf} from './world.ts'

/** The files that could be made, and what is wrong with the documents of the others. */
export interface Drawings {
  readonly renditions: readonly Rendition[]
  readonly findings: readonly Finding[]
}

/** What documents are drawn with. */
export interface Studio {
  readonly cache: Cache
  /** Milliseconds that one document may take. */
  readonly timeLimit: number
  /** All that the result depends on beside the document: the browser and its fonts. */
  readonly environment: Json
}

type Made =
  | {readonly bytes: Uint8Array}
  | {readonly fault: 'cut-off'}
  | {readonly fault: 'could-not-run'; readonly reason: string}

/**
 * Make pictures and prints. Each document has a load, and a site, of its own: the bytes depend on
 * nothing else that is drawn. What was drawn before comes from the cache.
 */
export async function draw(
  requests: readonly DrawRequest[],
  studio: Studio,
  inTurns: (run: (slot: Slot, request: DrawRequest) => Promise<void>) => Promise<void>,
): Promise<Drawings> {
  const made = new Map<DrawRequest, Made>()
  await inTurns(async (slot, request) => {
    const bytes = await kept(request, studio)
    made.set(request, bytes ? {bytes} : await make(slot, request, studio))
  })
  return {
    renditions: requests.flatMap((request) => {
      const one = made.get(request)
      return one && 'bytes' in one ? [file(request, one.bytes)] : []
    }),
    findings: requests.flatMap((request) => {
      const one = made.get(request)
      return one && 'fault' in one ? [fault(request, one)] : []
    }),
  }
}

const nameOf = ({key, as}: DrawRequest, {environment}: Studio) =>
  keyOf(['draw', 4, sharp.versions, environment, as, key])

async function kept(request: DrawRequest, studio: Studio): Promise<Uint8Array | undefined> {
  const sha256 = await studio.cache.get(nameOf(request, studio))
  return typeof sha256 === 'string' ? studio.cache.getBytes(sha256) : undefined
}

const sheet: View = {name: 'sheet', width: 1200, height: 630, scheme: 'light'}

/** A document gets a second try, and more where it was lost with the browser. */
async function make(slot: Slot, request: DrawRequest, studio: Studio): Promise<Made> {
  const tries = openTries()
  for (let attempt = 1; ; attempt++) {
    const tab = await slot.tab()
    const deadline = deadlineIn(studio.timeLimit)
    try {
      const address = {url: root, hash: nameOf(request, studio)}
      await tab.load(address, sheet, answering(request), deadline)
      const undelivered = await tab.world(deadline)(callOf(missed, null))
      if (undelivered !== '') throw new Error(`not delivered: ${String(undelivered)}`)
      const isPicture = request.as === 'picture'
      if (isPicture && (await tab.world(deadline)(callOf(fit, null))) !== true) {
        return {fault: 'cut-off'}
      }
      const bytes = isPicture
        ? await pack(await tab.screenshot([], deadline))
        : dated(await tab.print(deadline), request.date)
      await studio.cache.put(nameOf(request, studio), await studio.cache.putBytes(bytes))
      slot.worked()
      return {bytes}
    } catch (error) {
      if (error instanceof PipelineError) throw error
      await slot.drop()
      const lost = tab.lost()
      const reason = error instanceof Error ? error.message : String(error)
      const isWorthIt = lost !== undefined && tries.again(lost)
      if (attempt >= 2 && !isWorthIt) return {fault: 'could-not-run', reason}
    }
  }
}

/** A name that is nobody's (RFC 6761). */
const root = 'https://document.invalid/'

function answering({as, html, assets}: DrawRequest): (url: string) => Promise<Answered> {
  const {files, fonts} = assets()
  const rendition = (one: Pick<Rendition, 'path' | 'mediaType' | 'content'>): Rendition => ({
    ...one,
    locale: undefined,
    article: undefined,
    page: undefined,
  })
  return async (url) => {
    if (!url.startsWith(root)) return 'foreign'
    const path = decodeURI(url.slice(root.length))
    if (path === '') return rendition({path, mediaType: 'text/html', content: html})
    const font = fonts.find((one) => one.path === path)
    if (font !== undefined) {
      // A PDF names a letter by the first character that its font draws so: in whole fonts ’ is ʼ.
      const content = as === 'print' ? await cutFont(font) : await readFile(fontFile(font.source))
      return rendition({path, mediaType: 'font/woff2', content})
    }
    const found = files.find((one) => one.path === path)
    return found === undefined ? 'missing' : rendition(found)
  }
}

/**
 * Runs in the document: which of its fonts, pictures and styles are not there, though it asked for
 * them. A browser lists 250 requests and no more; the pictures are asked themselves.
 */
function missed(): string {
  const refused = performance
    .getEntriesByType('resource')
    .filter((one) => (one as PerformanceResourceTiming).responseStatus !== 200)
  const broken = [...document.images].filter((one) => one.complete && one.naturalWidth === 0)
  return [...new Set([...refused.map(({name}) => name), ...broken.map(({src}) => src)])].join(', ')
}

/** Runs in the document: its text as large as the picture has room for. Says whether it has. */
function fit(): boolean {
  const {documentElement: top, body} = document
  const isCut = () =>
    top.scrollHeight > innerHeight ||
    [body, ...body.querySelectorAll('*')].some(
      (element) =>
        getComputedStyle(element).display !== 'inline' &&
        (element.scrollWidth > element.clientWidth ||
          element.getBoundingClientRect().bottom > innerHeight),
    )
  for (let step = 24; step >= 6; step--) {
    top.style.setProperty('--fit', String(step / 24))
    if (!isCut()) return true
  }
  return false
}

/**
 * A print says when its document was made, not when it was printed, so that an unchanged document
 * stays the same. Both forms are of one length: nothing moves.
 */
function dated(pdf: Buffer, date: string | undefined): Buffer {
  const time = Date.parse(date ?? '')
  const iso = new Date(Number.isNaN(time) ? 0 : time).toISOString()
  const digits = iso.replace(/\.\d+Z$|\D/g, '')
  return Buffer.from(
    pdf
      .toString('latin1')
      .replace(
        /(\/(?:CreationDate|ModDate) \(D:)\d{14}[+-]\d{2}'\d{2}'(?=\))/g,
        (_, before: string) => `${before}${digits}+00'00'`,
      ),
    'latin1',
  )
}

/** Letters on paper have few colours. */
function pack(png: Uint8Array): Promise<Uint8Array> {
  return sharp(png)
    .removeAlpha()
    .png({palette: true, colours: 64, dither: 0, compressionLevel: 9, effort: 7})
    .toBuffer()
}

function file({path, as, locale, article}: DrawRequest, content: Uint8Array): Rendition {
  const mediaType = as === 'picture' ? 'image/png' : 'application/pdf'
  return {path, mediaType, content, locale, article, page: undefined}
}

function fault(
  {as, path, locale, article}: DrawRequest,
  made: Exclude<Made, {readonly bytes: Uint8Array}>,
): Finding {
  const check = as === 'picture' ? 'poster/drawn' : 'pdf/printed'
  const isUnknown = made.fault === 'could-not-run'
  return {
    check,
    outcome: isUnknown ? 'cantTell' : 'failed',
    severity: 'error',
    message: isUnknown
      ? {key: 'check/could-not-run', values: {check, file: path, reason: made.reason}}
      : {key: 'poster/drawn', values: {}},
    place: {file: article === undefined ? path : `articles/${article}/article.md`},
    locale,
    article,
    criteria: [],
    engines: [],
  }
}
