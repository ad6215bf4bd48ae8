import {bytesToHex, hexToBytes} from '@noble/hashes/utils.js'
import {strToU8, zipSync, type Zippable} from 'fflate'
import {x} from 'xastscript'
import {plainText} from '../markdown/plain.ts'
import {articlePath} from './addresses.ts'
import type {Book} from './book.ts'
import {navigationOf} from './epub-navigation.ts'
import {typesetAlone} from './fonts.ts'
import type {Site} from './site.ts'
import {writeXml} from './write-xml.ts'
import {xhtmlOf} from './xhtml.ts'

/**
 * An EPUB 3 of one edition: its text, a way through it, and what it says of its accessibility.
 * Same book, same bytes.
 *
 * @param images the bytes of the book's images, by name
 * @param fonts those of its fonts, by path
 */
export function epubOf(
  book: Book,
  images: ReadonlyMap<string, Uint8Array>,
  fonts: ReadonlyMap<string, Uint8Array>,
  site: Site,
): Uint8Array {
  const paths = [...book.images.map(({request}) => request.path), ...fonts.keys()]
  const inputs = [book.inputs, site.config.certifiedBy ?? null, paths]
  return hexToBytes(
    site.memory.recall('epub', inputs, () => bytesToHex(makeEpub(book, images, fonts, site))),
  )
}

/** A language's own fonts with what the book is written in; other books are set in their readers' own. */
export function bookFonts(
  {brief, html}: Book,
  {fonts}: Pick<Site, 'fonts'>,
): ReturnType<typeof typesetAlone> {
  return typesetAlone(html, brief.locale, fonts)
}

function makeEpub(
  book: Book,
  images: ReadonlyMap<string, Uint8Array>,
  fonts: ReadonlyMap<string, Uint8Array>,
  site: Site,
): Uint8Array {
  const text = (content: string): Zippable[string] => [strToU8(content), {level: 9}]
  const navigation = writeXml(navigationOf(book, site))
  return zipSync(
    {
      mimetype: [strToU8('application/epub+zip'), {level: 0}],
      'META-INF/container.xml': text(container),
      'EPUB/package.opf': text(packageOf(book, [...fonts.keys()], site)),
      'EPUB/nav.xhtml': text(`${declaration}<!DOCTYPE html>\n${navigation}`),
      'EPUB/article.xhtml': text(xhtmlOf(book.html)),
      'EPUB/style.css': text(bookFonts(book, site).css + site.templates.sheets.book),
      ...Object.fromEntries(
        [...fonts].map(([path, bytes]): [string, Zippable[string]] => [
          `EPUB/${path}`,
          [bytes, {level: 0}],
        ]),
      ),
      ...Object.fromEntries(
        book.images.map(({name}): [string, Zippable[string]] => [
          `EPUB/${name}`,
          [images.get(name) ?? new Uint8Array(), {level: 0}],
        ]),
      ),
    },
    // The earliest day that an archive can name, by this machine's own clock: archives have no zones.
    {mtime: new Date(1980, 0, 1)},
  )
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

const container = `${declaration}${writeXml(
  x('container', {version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container'}, [
    x('rootfiles', [
      x('rootfile', {
        'full-path': 'EPUB/package.opf',
        'media-type': 'application/oebps-package+xml',
      }),
    ]),
  ]),
)}`

function packageOf(book: Book, fonts: readonly string[], site: Site): string {
  const {brief, title, images} = book
  const {locale: tag, byline, published, lead} = brief
  const {say} = site.narratorOf(tag)
  const origin = site.to.absolute(articlePath(brief))
  const meta = (property: string, value: string) => x('meta', {property}, value)
  const opf = x(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'id',
      'xml:lang': tag,
      dir: site.localeOf(tag).direction,
      prefix: 'schema: http://schema.org/ a11y: http://www.idpf.org/epub/vocab/package/a11y/#',
    },
    [
      x('metadata', {'xmlns:dc': 'http://purl.org/dc/elements/1.1/'}, [
        x('dc:identifier', {id: 'id'}, origin),
        x('dc:title', title),
        x('dc:language', tag),
        ...byline.map((name) => x('dc:creator', langOf(name.locale, tag), plainText(name.text))),
        x('dc:publisher', say('paper.name')),
        x('dc:source', origin),
        x('dc:description', lead),
        ...(published === undefined || Number.isNaN(Date.parse(published))
          ? []
          : [x('dc:date', published)]),
        meta('dcterms:modified', modifiedOf(book)),
        ...accessibilityOf(book, site).map(([property, value]) => meta(property, value)),
        ...conformanceOf(site),
      ]),
      x('manifest', [
        x('item', {
          id: 'nav',
          href: 'nav.xhtml',
          'media-type': 'application/xhtml+xml',
          properties: 'nav',
        }),
        x('item', {id: 'article', href: 'article.xhtml', 'media-type': 'application/xhtml+xml'}),
        x('item', {id: 'style', href: 'style.css', 'media-type': 'text/css'}),
        ...fonts.map((href, index) =>
          x('item', {id: `font-${index + 1}`, href, 'media-type': 'font/woff2'}),
        ),
        ...images.map(({name, request}, index) =>
          x('item', {
            id: `image-${index + 1}`,
            href: encodeURI(name),
            'media-type': request.format === 'svg' ? 'image/svg+xml' : `image/${request.format}`,
          }),
        ),
      ]),
      x('spine', [x('itemref', {idref: 'article'})]),
    ],
  )
  return declaration + writeXml(opf)
}

function langOf(locale: string, tag: string): Record<string, string> {
  return locale === tag ? {} : {'xml:lang': locale}
}

/** When the text last changed, in the form that EPUB asks for; the input's own word, not the clock's. */
function modifiedOf({brief: {updated, published}}: Book): string {
  const time = [updated, published].map((one) => Date.parse(one ?? '')).find(Number.isFinite) ?? 0
  return new Date(time).toISOString().replace(/\.\d+/, '')
}

/** https://www.w3.org/TR/epub-a11y-11/#sec-disc-package */
function accessibilityOf(
  {images, brief}: Book,
  site: Site,
): readonly (readonly [string, string])[] {
  const hasImages = images.length > 0
  const mayMove = images.some(({request}) => request.format === 'gif')
  const {say} = site.narratorOf(brief.locale)
  return [
    ['schema:accessMode', 'textual'],
    ...(hasImages ? ([['schema:accessMode', 'visual']] as const) : []),
    ['schema:accessModeSufficient', 'textual'],
    ...[
      'structuralNavigation',
      'tableOfContents',
      'readingOrder',
      'displayTransformability',
      'unlocked',
      ...(hasImages ? ['alternativeText'] : []),
    ].map((feature) => ['schema:accessibilityFeature', feature] as const),
    ['schema:accessibilityHazard', mayMove ? 'unknown' : 'none'],
    [
      'schema:accessibilitySummary',
      `${say('book.accessibility')}${hasImages ? ` ${say('book.images')}` : ''}`,
    ],
  ]
}

/** That a book conforms is a person's word: without one who gives it, none is given. */
function conformanceOf({config: {certifiedBy}}: Site) {
  if (certifiedBy === undefined) return []
  return [
    x(
      'meta',
      {property: 'dcterms:conformsTo', id: 'conformance'},
      'EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
    ),
    x('meta', {property: 'a11y:certifiedBy', refines: '#conformance'}, certifiedBy),
  ]
}
