import type {Heading} from 'mdast'
import {Document} from 'yaml'
import {parseDocument} from '../markdown/mdx.ts'
import {plainText} from '../markdown/plain.ts'
import {frontMatter} from './front-matter.ts'
import {notMdx} from './not-mdx.ts'
import {ingestFinding} from './ingest-finding.ts'
import type {Reader} from './readers.ts'
import {renamed} from './renamed-keys.ts'

/**
 * Markdown and MDX pass through as they are. Its first heading of level 1 becomes the headline where the
 * front matter has none; nothing else is rewritten, and front matter that cannot be read is kept
 * for the editor to mend.
 */
export const markdownReader: Reader = {
  endings: ['.md', '.markdown', '.mdx'],
  read(text, {name, locale, fix, sha256}) {
    const {root, fault} = parseDocument(text, name)
    const {values, findings: found, document} = renamed(frontMatter(root, name), name)
    const findings = [...found, ...(fault === undefined ? [] : [notMdx(fault, name)])]
    const [first] = root.children
    const hasMatter = first?.type === 'yaml'
    if (hasMatter && document === undefined) return {headline: '', text, findings}

    const titles = root.children.filter(
      (node): node is Heading => node.type === 'heading' && node.depth === 1,
    )
    const given = values['headline']
    const written = typeof given === 'string' && given.trim() !== '' ? given : undefined
    const title = written === undefined ? titles[0] : undefined
    const headline = written ?? wordsOf(title, text)
    const start = title?.position?.start.offset ?? 0
    const end = title?.position?.end.offset ?? 0
    const bodyStart = hasMatter ? (first.position?.end.offset ?? 0) : 0
    const body =
      title === undefined
        ? text.slice(bodyStart)
        : `${text.slice(bodyStart, start).trimEnd()}\n\n${text.slice(end).replace(/^(?:[ \t]*\n)+/, '')}`

    const matter = document ?? new Document({})
    if (matter.contents === null) matter.contents = new Document({}).contents
    if (written === undefined) matter.delete('headline')
    const own = new Document({
      ...(written === undefined ? {headline} : {}),
      ...(values['locale'] === undefined ? {locale} : {}),
      source: {name: name.split(/[\\/]/).at(-1) ?? name, sha256, corrected: fix},
    })
    // Written anew: they speak of this ingest, not of one before.
    matter.delete('source')
    matter.delete('ingested')
    const parts = [matter, own].map((part) => part.toString({lineWidth: 0}))
    const yaml = parts.filter((part) => part.trim() !== '{}').join('')
    return {
      headline: plainText(headline),
      text: `---\n${yaml}---\n\n${body.replace(/^\s*\n/, '').trimEnd()}\n`,
      findings: [
        ...findings,
        ...(headline === ''
          ? [ingestFinding('ingest/headline', 'none', 'error', name, {line: 1, column: 1})]
          : []),
        ...titles
          .filter((one) => one !== title)
          .map((one) =>
            ingestFinding(
              'ingest/heading',
              'level',
              'warning',
              name,
              one.position?.start ?? {line: 1, column: 1},
            ),
          ),
      ],
    }
  },
}

/** A heading's inline Markdown, as written. */
function wordsOf(heading: Heading | undefined, text: string): string {
  return text.slice(
    heading?.children[0]?.position?.start.offset ?? 0,
    heading?.children.at(-1)?.position?.end.offset ?? 0,
  )
}
