import type {DocumentCheck} from '../check.ts'
import {defect} from './defect.ts'
import {sourceErrors} from './source-errors.ts'

// WCAG 2.2 has dropped the criterion; KWCAG 2.2 asks for it still, as 8.1.1.
const about = {id: 'document/markup', criteria: ['4.1.1']}

/**
 * Tags stand in pairs and inside each other, and no attribute is given twice, in the page as it is
 * served: what a browser shows has been mended. An attribute given twice loses one of its values
 * and is an error; tags are mended alike by every browser, though not always as they were meant.
 */
export const markup: DocumentCheck = {
  ...about,
  judge(page) {
    const {content} = page.rendition
    const html = typeof content === 'string' ? content : new TextDecoder().decode(content)
    return sourceErrors(html).map(({kind, what, line, column, offset}) => ({
      ...defect(about, page, {
        key: `${about.id}/${kind}`,
        values: {what},
        at: undefined,
        start: {line, column},
        excerpt: quote(html, /^(dup|syn)/.test(kind) ? html.lastIndexOf('<', offset) : offset),
      }),
      severity: kind === 'duplicate-attribute' ? 'error' : 'warning',
    }))
  },
}

/** The rest of its line: an unrelated edit below does not make another finding of it. */
function quote(html: string, start: number): string {
  return html.slice(Math.max(0, start), start + 200).split(/\r|\n/)[0] ?? ''
}
