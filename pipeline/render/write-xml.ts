import {toXml} from 'xast-util-to-xml'

/** A tree as XML 1.0, well-formed whatever its texts hold; what XML cannot say at all is U+FFFD. */
export function writeXml(tree: Parameters<typeof toXml>[0]): string {
  // The serialiser leaves `]]>` in text, which XML forbids (2.4); we write no CDATA section ourselves.
  return toXml(tree, {closeEmptyElements: true})
    .replaceAll(']]>', ']]&gt;')
    .replaceAll(forbidden, '\u{fffd}')
}

/** What XML 1.0 has no way to write (2.2). */
// eslint-disable-next-line no-control-regex
const forbidden = /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/g
