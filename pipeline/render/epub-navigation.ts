import {x} from 'xastscript'
import type {Book} from './book.ts'
import type {Site} from './site.ts'

/** A book's contents as EPUB 3 has them: the headline, and every heading beneath the one it belongs to. */
export function navigationOf({brief, title, headings}: Book, site: Site): ReturnType<typeof x> {
  const {locale: tag} = brief
  const {say} = site.narratorOf(tag)
  return x(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: tag,
      'xml:lang': tag,
      dir: site.localeOf(tag).direction,
    },
    [
      x('head', [x('meta', {charset: 'utf-8'}), x('title', title)]),
      x('body', [
        x('nav', {'epub:type': 'toc', role: 'doc-toc', 'aria-labelledby': 'toc'}, [
          x('h1', {id: 'toc'}, say('book.contents')),
          ...listOf([{id: 'headline', depth: 1, text: title}, ...headings]),
        ]),
      ]),
    ],
  )
}

/** A section begins with each heading that is no deeper than the first one. */
function listOf(headings: Book['headings']): readonly ReturnType<typeof x>[] {
  const [first] = headings
  if (first === undefined) return []
  const starts = headings.flatMap(({depth}, index) => (depth <= first.depth ? [index] : []))
  const sections = starts.map((start, index) => headings.slice(start, starts[index + 1]))
  return [x('ol', sections.map(itemOf))]
}

function itemOf([own, ...beneath]: Book['headings']): ReturnType<typeof x> {
  const href = `article.xhtml#${encodeURIComponent(own?.id ?? '')}`
  return x('li', [x('a', {href}, own?.text ?? ''), ...listOf(beneath)])
}
