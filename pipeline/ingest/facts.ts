import type {ArticleFacts} from '../model/article.ts'
import type {Finding} from '../model/finding.ts'
import type {FrontMatter} from './front-matter.ts'
import {frontMatterFinding} from './front-matter.ts'
import type {At} from './ingest-finding.ts'
import {isSlug} from './slug.ts'

/** What front matter says an article is filed under; its values have been read, not yet checked. */
export function readFacts(
  values: FrontMatter['values'],
  file: string,
  at: (key: string) => At,
): {
  readonly facts: Omit<ArticleFacts, 'authors' | 'embargo'>
  readonly findings: readonly Finding[]
} {
  const findings: Finding[] = []
  const ids = (key: string): readonly string[] => {
    const value = values[key] ?? []
    const list: readonly unknown[] = Array.isArray(value) ? value : [value]
    return [...new Set(list)].flatMap((one) => {
      if (typeof one === 'string' && isSlug(one) && one === one.toLowerCase()) return [one]
      const shown = typeof one === 'string' ? one : JSON.stringify(one)
      findings.push(frontMatterFinding('id', {name: key, value: shown}, file, at(key), 'error'))
      return []
    })
  }
  const status = values['status'] ?? 'published'
  const known = statuses.find((one) => one === status)
  if (known === undefined) {
    const shown = {
      name: 'status',
      value: typeof status === 'string' ? status : JSON.stringify(status),
      known: statuses.join(', '),
    }
    findings.push(frontMatterFinding('choice', shown, file, at('status'), 'error'))
  }
  return {
    facts: {
      section: ids('section')[0],
      tags: ids('tags'),
      formerly: ids('formerly'),
      // What nobody can read is not published.
      status: known ?? 'draft',
    },
    findings,
  }
}

const statuses = ['published', 'draft', 'withdrawn'] as const
