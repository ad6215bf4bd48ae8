import type {RootContent} from 'mdast'
import {stringify} from 'yaml'
import {escapeInline} from '../markdown/escape.ts'
import {serializeMarkdown} from '../markdown/serialize.ts'
import {blocks} from './blocks.ts'
import {contents} from './contents.ts'
import {takeFiling} from './filing.ts'
import {notebook} from './ingest-finding.ts'
import type {About, Reader} from './readers.ts'
import {withoutSlips} from './slips.ts'
import {mixedQuotes} from './slips-of-punctuation.ts'
import {takeTop} from './top.ts'
import {withoutResidue} from './without-residue.ts'

/**
 * Raw text as it comes off the wire: headline first, perhaps a standfirst and a byline, a dateline
 * before the first paragraph, headings on bare lines, and whatever the scraper left.
 */
export const rawTextReader: Reader = {
  endings: ['.txt', '.text'],
  read(text, about) {
    const {findings, note} = notebook(about.name)
    const kept = withoutResidue(blocks(text, note), note)
    const mended = kept.map((block, index) =>
      withoutSlips(block, kept[index + 1]?.text ?? '', about.fix, note),
    )
    mixedQuotes(kept, note)
    const top = takeTop(mended, note)
    if (top === undefined) {
      note('ingest/headline', 'none', 'error', {text: '', line: 1, column: 1})
      return {headline: '', text: write({headline: ''}, [], about), findings}
    }
    const filing = takeFiling(top.rest, note)
    const names = [...new Set([...top.names, ...filing.names])]
    const published = top.published ?? filing.published
    const place = filing.place ?? top.place
    const [first = top.headline] = filing.rest
    if (top.standfirst === undefined) note('ingest/standfirst', 'none', 'notice', top.headline)
    if (place === undefined) note('ingest/dateline', 'none', 'notice', first)
    if (published === undefined) note('ingest/published', 'missing', 'notice', top.headline)
    else note('ingest/published', 'taken', 'notice', top.headline, {day: published})
    if (filing.rest.length === 0) note('ingest/body', 'empty', 'error', top.headline)
    const matter = {
      headline: escapeInline(top.headline.text),
      standfirst: top.standfirst === undefined ? undefined : escapeInline(top.standfirst),
      byline: names.length > 0 ? names.map(escapeInline) : undefined,
      dateline: place === undefined ? undefined : escapeInline(place),
      published,
      updated: top.updated ?? filing.updated,
    }
    return {
      headline: top.headline.text,
      text: write(matter, contents(filing.rest, note), about),
      findings,
    }
  },
}

function write(
  values: Readonly<Record<string, unknown>>,
  children: RootContent[],
  {locale, name, sha256, fix}: About,
): string {
  const matter = Object.fromEntries(
    Object.entries({
      ...values,
      locale,
      source: {name: name.split(/[\\/]/).at(-1) ?? name, sha256, corrected: fix},
    }).filter(([, value]) => value !== undefined),
  )
  const body = serializeMarkdown({type: 'root', children})
  return `---\n${stringify(matter, {lineWidth: 0})}---\n\n${body}`
}
