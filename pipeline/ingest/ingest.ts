import type {Finding} from '../model/finding.ts'
import {decode} from './decode.ts'
import {readerFor} from './readers.ts'
import {ingestFinding} from './ingest-finding.ts'
import {isSlug, slugOf} from './slug.ts'
import {isWrittenIn} from './written-in.ts'

/** A source file as it arrived. */
export interface Incoming {
  /** Its name as the person gave it, for findings. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The language it is written in. */
  readonly locale: string
  /** The article's name in URLs; made from the headline where it is not given. */
  readonly slug: string | undefined
  /** Correct suspected slips as suggested. */
  readonly fix: boolean
  /** SHA-256 of a text, in hex. */
  readonly hash: (text: string) => string
}

/** An article made from a source file. */
export interface Ingested {
  readonly slug: string
  /** `article.md`, whole. */
  readonly text: string
  /** What an editor should look at; places are those of the source file. */
  readonly findings: readonly Finding[]
}

/**
 * Turn a source file into an article. What was dropped, corrected or guessed is a finding with
 * its place; nothing uncertain is decided in silence.
 */
export function ingest(incoming: Incoming): Ingested {
  const {name, bytes, locale, fix, hash} = incoming
  const decoded = decode(bytes, name)
  const read = readerFor(name).read(decoded.text, {
    name,
    locale,
    fix,
    sha256: hash(decoded.text),
  })
  const wanted = incoming.slug
  const usable = wanted === undefined || isSlug(wanted)
  const slug = wanted !== undefined && usable ? wanted : slugOf(wanted ?? read.headline)
  const start = {line: 1, column: 1}
  const options: Finding[] = []
  if (!usable)
    options.push(ingestFinding('ingest/slug', 'name', 'error', name, start, {slug: wanted}))
  const fits = isWrittenIn(decoded.text, locale)
  if (fits === undefined)
    options.push(ingestFinding('ingest/locale', 'unknown', 'error', name, start, {locale}))
  if (fits === false)
    options.push(ingestFinding('ingest/locale', 'script', 'warning', name, start, {locale}))
  const text = seal(read.text, hash)
  const found = read.findings.map((finding) => ({
    ...finding,
    place: {
      ...finding.place,
      column: decoded.columnOf(finding.place.line ?? 1, finding.place.column ?? 1),
    },
  }))
  const inOrder = [...options, ...decoded.findings, ...found].sort(
    (a, b) =>
      (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0),
  )
  return {slug, text, findings: inOrder}
}

/** The line that tells whether an article was edited since it was ingested. */
const sealLine = /^ingested: [0-9a-f]{64}\n/m

/** Put the hash of the article, without this very line, into its front matter. */
function seal(text: string, hash: (text: string) => string): string {
  return text.replace(/\n---\n/, `\ningested: ${hash(text)}\n---\n`)
}

/** Whether an article is still as it was ingested. */
export function isUnedited(text: string, hash: (text: string) => string): boolean {
  const line = sealLine.exec(text)?.[0]
  return line === `ingested: ${hash(text.replace(sealLine, ''))}\n`
}
