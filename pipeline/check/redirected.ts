import type {AuditTarget, End} from '../model/audit.ts'
import {decoded} from '../model/decoded.ts'
import type {Finding} from '../model/finding.ts'
import {grouped} from '../model/grouped.ts'
import type {PreparedPages} from '../model/preparation.ts'
import type {LoadLog} from '../model/tab.ts'
import {unseen} from '../model/unseen.ts'
import {isNamedLogIn, standOf, type Stand} from './log-in.ts'

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
  const walls = new Map(
    renditions.flatMap(({path, content}) => {
      const one = led.get(path)
      const kind = one && wallAt(one, standOf(String(content)))
      return kind === undefined ? [] : [[path, kind] as const]
    }),
  )
  const byEnd = grouped([...ends], ([path, {end}]) => (walls.has(path) ? undefined : placeOf(end)))
  const told = [...led].map(([path, one]): Finding => {
    const kind = walls.get(path)
    if (kind !== undefined) return wall(path, one, kind)
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
    const wasOut = leads(led) && wallAt(led, standOf(String(page.content))) !== undefined
    const isOut = wasOut && leads(end) && standOf(now.html).asks
    return isOut ? [[page.path, end] as const] : []
  })
  const out = new Map(outside)
  return {
    ...target,
    renditions: renditions.filter(({path}) => !out.has(path)),
    findings: [...findings, ...outside.map(([path, end]) => wall(path, end, 'log-in'))],
  }
}

/** Where a page led whoever opened it, as it was seen; what it was opened at, and what stands where it goes on to. */
export interface Led extends Pick<LoadLog, 'elsewhere' | 'shownAs' | 'asks'> {
  readonly opened: string
  /** The page there; `undefined` where nobody may look, or there is none. */
  readonly next: string | undefined
}

/**
 * What is wrong with pages in whose place readers get a log-in that no server has led them to: the page
 * goes on to it by a script or a refresh, or its scripts show it under another address, or there.
 */
export function ledAway({ends}: AuditTarget, led: ReadonlyMap<string, Led>): readonly Finding[] {
  return [...led].flatMap(([path, {opened, next, elsewhere, shownAs = opened, asks = false}]) => {
    const asked = (ends.get(path)?.asked ?? opened).replace(/#.*$/s, '') + new URL(opened).hash
    const ways = [
      {end: shownAs, stand: {asks, tells: false}},
      ...(elsewhere === undefined ? [] : [{end: elsewhere, stand: standOf(next ?? '')}]),
    ]
    const [first] = ways.flatMap(({end, stand}) => {
      // A query alone tells of the same page.
      const isOther = URL.canParse(end) && !isSamePage({asked, end})
      const kind = isOther ? wallAt({asked, end}, stand) : undefined
      return kind === undefined ? [] : [wall(path, {asked, end}, kind)]
    })
    return first ?? []
  })
}

const check = 'audit/redirected'

/** How one knows: a password is asked for, or there is nothing to know it by but the address. */
type Wall = 'log-in' | 'log-in-by-name'

function wall(path: string, end: End, kind: Wall): Finding {
  return {...unseen(check, path), message: message(kind, end)}
}

function message(
  kind: Wall | 'same' | undefined,
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

/** The path, and the one that a fragment is where scripts tell pages apart by it: `#/orders`. */
function pathOf(address: string): string {
  const {pathname, hash} = new URL(address)
  const path = decoded(pathname)
    .toLowerCase()
    .replace(/(^|\/)index\.html?$/, '')
    .replace(/\.html?$/, '')
    .replace(/\/+$/, '')
  return /^#!?\/./.test(hash) ? `${path}${hash.replace(/[?].*$/s, '')}` : path
}

/** What stands in the place of a page that led elsewhere, if that is a log-in. */
function wallAt(end: End, {asks, tells}: Stand): Wall | undefined {
  if (isInLanguage(end) || isNamedLogIn(end.asked)) return undefined
  if (asks) return 'log-in'
  return isNamedLogIn(end.end) && !tells ? 'log-in-by-name' : undefined
}

function isSamePage({asked, end}: End): boolean {
  return new URL(asked).host === new URL(end).host && pathOf(asked) === pathOf(end)
}

/** `/ko/join` for `/join`: the same page, for this reader. */
function isInLanguage({asked, end}: End): boolean {
  const isSameHost = new URL(asked).host === new URL(end).host
  return (
    isSameHost && pathOf(end).replace(/^\/[a-z]{2}(-[a-z]{2,4})?(?=\/|$)/, '') === pathOf(asked)
  )
}
