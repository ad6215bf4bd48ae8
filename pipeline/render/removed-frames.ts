import {visit} from 'unist-util-visit'
import type {Edition} from '../model/edition.ts'
import type {Finding} from '../model/finding.ts'

/** What is pasted from elsewhere to show or to run something, which no page of ours does. */
const frames = /<(iframe|script|object|embed|video|audio)\b([^>]*)/giu

/** Raw HTML in the article's own text that readers never get to see. */
export function removedFrames(edition: Edition): readonly Finding[] {
  if (edition.locale !== edition.sourceLocale) return []
  const findings: Finding[] = []
  visit(edition.body, 'html', ({value, position}) => {
    for (const [tag, name = '', attributes = ''] of value.matchAll(frames)) {
      const src = /\b(?:src|data)\s*=\s*["']?([^"'\s>]+)/iu.exec(attributes)?.[1]
      const start = position?.start
      findings.push({
        check: 'document/removed-frame',
        outcome: 'failed',
        severity: 'warning',
        message: {
          key: 'document/removed-frame',
          values: {name: name.toLowerCase(), src: src ?? `articles/${edition.slug}`},
        },
        place: {
          file: `articles/${edition.slug}/article.md`,
          ...(start && {line: start.line, column: start.column}),
        },
        locale: edition.locale,
        article: edition.slug,
        criteria: [],
        engines: [],
        excerpt: tag,
      })
    }
  })
  return findings
}
