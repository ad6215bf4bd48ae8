import {EXIT, SKIP, visit} from 'unist-util-visit'
import type {AuditTarget, End} from '../model/audit.ts'
import {decoded} from '../model/decoded.ts'
import type {Finding} from '../model/finding.ts'
import {grouped} from '../model/grouped.ts'
import type {PreparedPages} from '../model/preparation.ts'
import type {Rendition} from '../model/rendition.ts'
import {unseen} from '../model/unseen.ts'
import {readHtml} from './document/read-html.ts'

/**
 * A target that says which of its pages were found at another address than was asked for: a notice,
 * or a warning where another of its addresses ends at the same page. A page in whose place a log-in
 * was found was not seen: that is an error, and the log-in is not judged under its name.
 *
 * @param isActedOn where what is done on a page leads to is seen when it has been done: `keptOut`
 */
export function redirected<T extends AuditTarget>(
  target: T,
  isActedOn: (path: string) => boolean,
): T {
  const {renditions, findings} = target
  const ends = new Map([...target.ends].filter(([path]) => !isActedOn(path)))
  const led = new Map([...ends].filter(([, one]) => leads(one)))
  const walls = new Set(
    renditions.filter((page) => isWall(page, led.get(page.path))).map(({path}) => path),
  )
  const byEnd = grouped([...ends], ([path, {end}]) => (walls.has(path) ? undefined : placeOf(end)))
  const told = [...led].map(([path, one]): Finding => {
    if (walls.has(path)) return wall(path, one)
    const others = (byEnd.get(placeOf(one.end)) ?? [])
      .map(([, {asked}]) => asked)
      .filter((asked) => placeOf(asked) !== placeOf(one.asked))
    return {
      ...unseen(check, path),
      outcome: 'failed',
      severity: others.length > 0 ? 'warning' : 'notice',
      message: others.length > 0 ? message('same', one, others) : message(undefined, one),
    }
  })
  return {
    ...target,
    renditions: renditions.filter(({path}) => !walls.has(path)),
    findings: [...findings, ...told],
  }
}

/**
 * A target that says of which pages a log-in stood in the place and still does, though something was
 * done there: what was done did not log in, and the pages were not seen.
 */
export function keptOut<T extends AuditTarget>(target: T, prepared: PreparedPages['prepared']): T {
  const {ends, renditions, findings} = target
  const outside = renditions.flatMap((page) => {
    const led = ends.get(page.path)
    const now = prepared.get(page.path)
    if (!now?.isOther || led === undefined || !URL.canParse(now.url)) return []
    const end = {...led, end: now.url}
    const wasOut = leads(led) && isWall(page, led)
    return wasOut && leads(end) && asksForPassword(now.html) ? [[page.path, end] as const] : []
  })
  const out = new Map(outside)
  return {
    ...target,
    renditions: renditions.filter(({path}) => !out.has(path)),
    findings: [...findings, ...outside.map(([path, end]) => wall(path, end))],
  }
}

const check = 'audit/redirected'

function wall(path: string, end: End): Finding {
  return {...unseen(check, path), message: message('log-in', end)}
}

function message(
  kind: 'log-in' | 'same' | undefined,
  {asked, end}: End,
  others: readonly string[] = [],
): Finding['message'] {
  const all = [...new Set(others)].map(shown)
  const few = all.length > 3 ? [...all.slice(0, 3), '…'] : all
  return {
    key: kind === undefined ? check : `${check}/${kind}`,
    values: {
      asked: shown(asked),
      end: shown(end),
      ...(all.length > 0 && {others: few.join(', ')}),
    },
  }
}

/** What a server hands on to a log-in may be as long as a page. */
function shown(address: string): string {
  return address.length > 200 ? `${address.slice(0, 200)}…` : address
}

function leads({asked, end}: End): boolean {
  return placeOf(asked) !== placeOf(end)
}

/** What tells a page's address from another's: not how it is written, nor what servers add or take away. */
function placeOf(address: string): string {
  const {host, search} = new URL(address)
  return `${host}${pathOf(address)}${decoded(search).toLowerCase()}`
}

function pathOf(address: string): string {
  return decoded(new URL(address).pathname)
    .toLowerCase()
    .replace(/(^|\/)index\.html?$/, '')
    .replace(/\.html?$/, '')
    .replace(/\/+$/, '')
}

function isWall(page: Rendition, led: End | undefined): boolean {
  return led !== undefined && !isInLanguage(led) && asksForPassword(String(page.content))
}

/** `/ko/join` for `/join`: the same page, for this reader. */
function isInLanguage({asked, end}: End): boolean {
  const isSameHost = new URL(asked).host === new URL(end).host
  return (
    isSameHost && pathOf(end).replace(/^\/[a-z]{2}(-[a-z]{2,4})?(?=\/|$)/, '') === pathOf(asked)
  )
}

/** Whether a reader meets a password field there; in a window that has to be opened first nobody does. */
function asksForPassword(html: string): boolean {
  let asks = false
  visit(readHtml(html), 'element', ({tagName, properties}) => {
    const {type, autoComplete, hidden, open} = properties
    if (hidden === true || (tagName === 'dialog' && open !== true)) return SKIP
    // One that can be read as it is typed may be a plain text field.
    const isKnown = /(^|[\s,])current-password\b/i.test(String(autoComplete ?? ''))
    if (tagName !== 'input' || !(isKnown || String(type).toLowerCase() === 'password'))
      return undefined
    asks = true
    return EXIT
  })
  return asks
}
