import {fromHtml} from 'hast-util-from-html'
import type {PublicationConfig} from '../../model/publication.ts'
import type {Rendition} from '../../model/rendition.ts'
import type {ParsedPage, Site} from '../check.ts'

/** Parses every page of the release once (WHATWG parsing, with positions), for all document checks. */
export function parseSite(
  renditions: readonly Rendition[],
  {url, locales}: Pick<PublicationConfig, 'url' | 'locales'>,
): Site {
  return {
    url,
    locales,
    pages: renditions.filter(({page}) => page !== undefined).map(parsePage),
    paths: new Set(renditions.map(({path}) => path)),
  }
}

/** A page's tree, the same one whenever it is asked for. */
export function parsePage(rendition: Rendition): ParsedPage {
  const known = remembered.get(rendition)
  if (known) return known
  const {content} = rendition
  const html = typeof content === 'string' ? content : new TextDecoder().decode(content)
  const parsed = {rendition, tree: fromHtml(html)}
  remembered.set(rendition, parsed)
  return parsed
}

const remembered = new WeakMap<Rendition, ParsedPage>()
