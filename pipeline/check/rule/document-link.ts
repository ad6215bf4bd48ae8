import type {Rule} from './rule.ts'
import {contextOf} from './page.ts'

const kinds = /\.(pdf|docx?|xlsx?|pptx?|odt|ods|odp|hwpx?|zip|csv|rtf|epub)$/i

/** A link to a file that is no page says which kind it is, and how large. */
export const documentLink: Rule = {
  id: 'rule/document-link',
  criteria: [],
  act: [],
  of: /^link$/,
  severity: 'warning',
  judge: (page) =>
    page.nodes
      .filter(({role, heard}) => role === 'link' && heard)
      .flatMap((at) => {
        const [, kind] = kinds.exec(page.address(at)?.pathname ?? '') ?? []
        if (kind === undefined) return []
        const stem = kind.toLowerCase().replace(/x$/, '')
        const said =
          `${at.name ?? ''} ${at.attributes['title'] ?? ''} ${contextOf(at, page)}`.toLowerCase()
        const isSaid =
          said.includes(stem) ||
          /\b(word|excel|powerpoint|spreadsheet|hangul|archive)\b|한글|엑셀|파워포인트|워드/.test(
            said,
          )
        const values = {name: at.name ?? '', kind: kind.toUpperCase()}
        if (!isSaid) return [{at, values}]
        // In any language a number and its unit stand alone in brackets.
        const hasSize =
          /\d\s?(bytes?|[kmg]i?b|pages?|바이트|메가|쪽|페이지)/i.test(said) ||
          /\(\s*\p{Nd}[\p{Nd}.,٫\s]*\p{L}+\s*\)/u.test(said)
        return hasSize ? [] : [{at, variant: 'size', values, severity: 'warning'}]
      }),
}
