import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import type {Brief, Filed} from '../model/brief.ts'
import type {Edition} from '../model/edition.ts'
import {lead} from './lead.ts'

/** What other pages need to know of an edition. */
function briefOf(edition: Edition): Brief {
  const {body: _body, units: _units, ...said} = edition
  return {
    ...said,
    lead: lead(edition),
    headings: headingsOf(edition),
    showsSource: showsSource(edition),
  }
}

/** An edition that is in memory anyway. */
export function filed(edition: Edition): Filed {
  return {brief: briefOf(edition), from: edition, edition: () => edition}
}

function headingsOf(edition: Edition): Readonly<Record<string, string>> {
  const headings: [string, string][] = []
  visit(edition.body, 'heading', (node) => {
    const {id, lang} = node.data?.hProperties ?? {}
    if (typeof id === 'string' && lang === undefined) headings.push([id, toString(node)])
  })
  return Object.fromEntries(headings)
}

/** Whether any unit stands in the language it was written in. */
function showsSource(edition: Edition): boolean {
  const {headline, standfirst, dateline, byline, locale, sourceLocale} = edition
  let found = [headline, standfirst, dateline, ...byline].some(
    (wording) => wording !== undefined && wording.locale !== locale,
  )
  visit(edition.body, (node) => {
    if (!('data' in node)) return
    if (hasLanguage(node.data, sourceLocale)) found = true
  })
  return found
}

function hasLanguage(data: unknown, tag: string): boolean {
  if (typeof data !== 'object' || data === null || !('hProperties' in data)) return false
  const {hProperties} = data
  return (
    typeof hProperties === 'object' &&
    hProperties !== null &&
    'lang' in hProperties &&
    hProperties.lang === tag
  )
}
