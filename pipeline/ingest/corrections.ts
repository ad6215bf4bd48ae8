import type {Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {plainText} from '../markdown/plain.ts'
import type {Correction} from '../model/article.ts'
import type {Finding} from '../model/finding.ts'
import {isDay} from './day.ts'
import type {FrontMatter} from './front-matter.ts'
import {ingestFinding, type At} from './ingest-finding.ts'

/**
 * The corrections that an article's front matter lists. What has been corrected must be gone: an
 * article that still says it is an error.
 */
export function readCorrections(
  values: FrontMatter['values'],
  root: Root,
  file: string,
  at: (key: string) => At,
): {readonly corrections: readonly Correction[]; readonly findings: readonly Finding[]} {
  const listed = values['corrections'] ?? []
  const entries: readonly unknown[] = Array.isArray(listed) ? listed : [listed]
  const corrections = entries.flatMap((entry) => correction(entry) ?? [])
  const said =
    corrections.length === 0
      ? ''
      : root.children
          .filter(({type}) => type !== 'yaml')
          .map((block) => toString(block))
          .join('\n')
  const article = /^articles\/([^/]+)\//.exec(file)?.[1]
  const find = (variant: string, given: Readonly<Record<string, string>>): Finding => ({
    ...ingestFinding('ingest/correction', variant, 'error', file, at('corrections'), given),
    article,
  })
  return {
    corrections,
    findings: [
      ...(corrections.length < entries.length ? [find('shape', {})] : []),
      ...corrections
        .filter(({wrong, right}) => says(said, plainText(wrong), plainText(right)))
        .map(({wrong, right}) => find('still-there', {wrong, right})),
    ],
  }
}

function correction(entry: unknown): Correction | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  const {date, wrong, right} = {date: '', wrong: '', right: '', ...entry}
  if (typeof date !== 'string' || !isDay(date)) return undefined
  if (typeof wrong !== 'string' || typeof right !== 'string') return undefined
  return wrong.trim() === '' || right.trim() === '' ? undefined : {date, wrong, right}
}

/** Whether a text has the wrong words other than as part of the right ones. */
function says(text: string, wrong: string, right: string): boolean {
  return text.replaceAll(right, '').includes(wrong)
}
