import type {Finding} from '../model/finding.ts'
import {markdownReader} from './markdown.ts'
import {rawTextReader} from './raw-text.ts'

/** Reads one source format. */
export interface Reader {
  /** Endings of file names, with the dot. */
  readonly endings: readonly string[]
  read(text: string, about: About): Read
}

/** What a reader is told beside the text. */
export interface About {
  readonly name: string
  readonly locale: string
  readonly fix: boolean
  /** SHA-256 of the text, in hex. */
  readonly sha256: string
}

/** What a reader made of a source. */
export interface Read {
  /** Plain text. */
  readonly headline: string
  /** `article.md`, not yet sealed. */
  readonly text: string
  readonly findings: readonly Finding[]
}

/** Every source format, one file each. */
const readers: readonly Reader[] = [markdownReader, rawTextReader]

/** The endings of file names that can be read. */
export const readableEndings: readonly string[] = readers.flatMap(({endings}) => endings)

/** The reader for a file by the ending of its name; raw text where it has none of those. */
export function readerFor(name: string): Reader {
  const lower = name.toLowerCase()
  return (
    readers.find(({endings}) => endings.some((ending) => lower.endsWith(ending))) ?? rawTextReader
  )
}
