import {toString} from 'hast-util-to-string'
import type {DocumentCheck, ParsedPage, Site} from '../check.ts'
import {targetOf} from './address.ts'
import {defect} from './defect.ts'
import {attribute, elementsOf, type Standing} from './element.ts'

const about = {id: 'document/escaping', criteria: []}

/**
 * The sentinel behind the sanitiser: nothing on a page runs but the release's own scripts, nothing is styled past the style
 * sheet, nothing is loaded from elsewhere. What it finds came through where it should not have.
 */
export const escaping: DocumentCheck = {
  ...about,
  judge: (page, site) =>
    elementsOf(page.tree).flatMap((at) =>
      wrong(at, (src) => isOwn(src, page, site)).map(([variant, values]) =>
        defect(about, page, {key: `${about.id}/${variant}`, values, at}),
      ),
    ),
}

type Wrong = readonly [variant: string, values: Readonly<Record<string, string>>]

function wrong(at: Standing, isOwnFile: (src: string) => boolean): readonly Wrong[] {
  const {element} = at
  const names = Object.keys(element.properties)
  return [
    ...names
      .filter((name) => /^on[a-z]/i.test(name))
      .map((name) => ['handler', {attribute: name.toLowerCase()}] as const),
    ...(names.includes('style') ? [['style-attribute', {}] as const] : []),
    ...(FORBIDDEN.has(element.tagName) ? [['element', {element: element.tagName}] as const] : []),
    ...(element.tagName === 'script' ? script(at, isOwnFile) : []),
    ...subresources(at).map((address) => ['subresource', {address}] as const),
  ]
}

const FORBIDDEN: ReadonlySet<string> = new Set(
  'style base iframe frame object embed applet form'.split(' '),
)

function script(
  {element, ancestors}: Standing,
  isOwnFile: (src: string) => boolean,
): readonly Wrong[] {
  if (attribute(element, 'type') !== 'application/ld+json') {
    const named = attribute(element, 'src')
    const isOurs =
      named !== undefined &&
      ancestors.at(-1)?.tagName === 'head' &&
      /^sha(256|384|512)-/.test(attribute(element, 'integrity') ?? '') &&
      toString(element) === '' &&
      isOwnFile(named)
    return isOurs ? [] : [['script', {}]]
  }
  try {
    JSON.parse(toString(element))
    return []
  } catch (error) {
    return [['json', {reason: error instanceof Error ? error.message : String(error)}]]
  }
}

/** What lies among the assets was made by the pipeline: nothing but images comes there from articles. */
function isOwn(src: string, {rendition}: ParsedPage, site: Site): boolean {
  const target = targetOf(src, rendition, site)
  return (
    target.to === 'inside' &&
    /^assets\/[\w.-]+\.js$/.test(target.path) &&
    site.ask('has', target.path)
  )
}

const LOADING_LINKS =
  /\b(stylesheet|icon|preload|modulepreload|prefetch|manifest|apple-touch-icon)\b/

/** Addresses with a host: a page loads only what lies beside it. */
function subresources({element}: Standing): readonly string[] {
  const isLink = element.tagName === 'link' && LOADING_LINKS.test(attribute(element, 'rel') ?? '')
  const loaded = [
    attribute(element, 'src'),
    attribute(element, 'poster'),
    attribute(element, 'data'),
    ...(attribute(element, 'srcSet')?.split(/,\s+/) ?? []),
    isLink ? attribute(element, 'href') : undefined,
    // Inside svg a link loads too: <image>, <use>.
    element.tagName === 'image' || element.tagName === 'use'
      ? (attribute(element, 'href') ?? attribute(element, 'xLinkHref'))
      : undefined,
  ]
  return loaded
    .filter((address) => address !== undefined)
    .filter((address) => /^\s*([a-z][a-z0-9+.-]*:)?[\\/]{2}/i.test(address))
}
