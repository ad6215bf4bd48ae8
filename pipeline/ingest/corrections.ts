import type {Nodes, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {plainText} from '../markdown/plain.ts'
import type {Correction} from '../model/article.ts'
import type {Finding, Message} from '../model/finding.ts'
import {holdsWords, stillSays} from '../words/still-says.ts'
import {isDate} from './date.ts'
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
  const article = /^articles\/([^/]+)\//.exec(file)?.[1]
  const find = (variant: string, place: At, given: Message['values']): Finding => ({
    ...ingestFinding('ingest/correction', variant, 'error', file, place, given),
    article,
  })
  const blocks = root.children
    .filter(({type}) => type !== 'yaml' && corrections.length > 0)
    .map((block) => ({block, text: textsIn(block).join('\n')}))
  const said = (mistake: string, of: Says) => [
    ...['headline', 'standfirst', 'byline', 'dateline']
      .filter((key) => isSaid(values[key], of))
      .map(at),
    ...blocks.flatMap(({block, text}) => (holdsWords(text, mistake) ? placeIn(block, of) : [])),
  ]
  return {
    corrections,
    findings: [
      ...(corrections.length < entries.length ? [find('shape', at('corrections'), {})] : []),
      ...corrections.flatMap(({wrong, right}) => {
        const [mistake, mended] = [plainText(wrong), plainText(right)]
        return said(mistake, (text) => stillSays(text, mistake, mended) !== undefined).map(
          (place) => find('still-there', place, {wrong, right}),
        )
      }),
    ],
  }
}

function correction(entry: unknown): Correction | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  const {date, wrong, right} = {date: '', wrong: '', right: '', ...entry}
  if (typeof date !== 'string' || !isDate(date)) return undefined
  if (typeof wrong !== 'string' || typeof right !== 'string') return undefined
  return wrong.trim() === '' || right.trim() === '' ? undefined : {date, wrong, right}
}

type Says = (text: string) => boolean

function isSaid(value: unknown, of: Says): boolean {
  const texts: readonly unknown[] = [value].flat()
  return texts.some((text) => typeof text === 'string' && of(plainText(text)))
}

/** What readers get of a block, a picture's caption too. */
function textsIn(block: Nodes): readonly string[] {
  const texts = [toString(block)]
  visit(block, (node) => {
    if ('title' in node && node.title) texts.push(node.title)
  })
  return texts
}

/** Where the innermost part of a block that says it begins; a picture's title is its caption. */
function placeIn(node: Nodes, says: Says): readonly At[] {
  const within = 'children' in node ? node.children.flatMap((child) => placeIn(child, says)) : []
  if (within.length > 0 || node.position === undefined) return within
  const title = 'title' in node ? (node.title ?? '') : ''
  if (!says(toString(node)) && !says(title)) return []
  const {line, column} = node.position.start
  return [{line, column}]
}
