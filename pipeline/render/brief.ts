import type {Nodes} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Brief, Filed} from '../model/brief.ts'
import type {Edition} from '../model/edition.ts'
import {lead} from './lead.ts'

/** What other pages need to know of an edition. */
export function briefOf(edition: Edition): Brief {
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

function headingsOf({body}: Edition): Readonly<Record<string, string>> {
  const headings: [string, string][] = []
  const look = (node: Nodes) => {
    if (node.type === 'heading') {
      const {id, lang} = node.data?.hProperties ?? {}
      if (typeof id === 'string' && lang === undefined) headings.push([id, toString(node)])
    } else if (node.type !== 'paragraph' && 'children' in node) node.children.forEach(look)
  }
  look(body)
  return Object.fromEntries(headings)
}

/** Whether any unit stands in the language it was written in. */
function showsSource(edition: Edition): boolean {
  const {headline, standfirst, dateline, byline, locale, sourceLocale, body} = edition
  const isOurs = (node: Nodes): boolean =>
    node.data?.hProperties?.['lang'] === sourceLocale ||
    ('children' in node && node.children.some(isOurs))
  return (
    [headline, standfirst, dateline, ...byline].some(
      (wording) => wording !== undefined && wording.locale !== locale,
    ) || isOurs(body)
  )
}
