import type {Finding, Severity} from '../model/finding.ts'
import {grouped} from '../model/grouped.ts'
import {ingestFinding} from './ingest-finding.ts'
import {isSlug} from './slug.ts'

/** What would be at the addresses that readers have. */
export interface Addressed {
  /** Paths of all files that would go out, were no edition held. */
  readonly paths: ReadonlySet<string>
  /** Tags of the publication's languages. */
  readonly tags: readonly string[]
  /** The articles, `waits` those that are kept back on purpose. */
  readonly articles: readonly {
    readonly slug: string
    readonly file: string
    readonly waits: boolean
  }[]
}

/**
 * Addresses that readers have, and at which there would be nothing any more, without a word: of an
 * article whose file was renamed or deleted, of a language that was taken out, of a list that nothing
 * is in. What is withdrawn says so, and what has moved leads on (W3C, “Cool URIs don't change”).
 *
 * @param standing paths of what readers have now
 */
export function lostAddresses(standing: readonly string[], now: Addressed): readonly Finding[] {
  const before = new Set(standing)
  const lost = standing
    .filter(
      (path) => path.endsWith('/index.html') && !now.paths.has(path) && !furtherPage.test(path),
    )
    .map((path) => ({path, ...whatWas(path, before, now)}))
  const isNew = (slug: string) =>
    now.tags.every((tag) => !before.has(pathOf(tag, slug))) &&
    now.tags.some((tag) => now.paths.has(pathOf(tag, slug)))
  const fresh = now.articles.filter(({slug}) => isNew(slug))
  return [...grouped(lost, ({kind, name}) => (kind === 'waiting' ? undefined : `${kind} ${name}`))]
    .map(([, all]) => all)
    .flatMap(([first, ...others]) => {
      if (first === undefined) return []
      const {kind, name, path} = first
      const perhaps = kind === 'article' && fresh.length === 1 ? fresh[0]?.file : undefined
      const values = {
        name,
        count: others.length + 1,
        addresses: [first, ...others.slice(0, 2)].map((one) => addressOf(one.path)).join(', '),
      }
      const file = perhaps ?? path
      const variant = perhaps === undefined ? kind : 'renamed'
      return [ingestFinding('ingest/lost-addresses', variant, severities[kind], file, top, values)]
    })
}

const furtherPage = /\/page\/\d+\/index\.html$/
const top = {line: 1, column: 1}
const severities: Readonly<Record<Lost['kind'], Severity>> = {
  article: 'warning',
  language: 'warning',
  list: 'notice',
  waiting: 'notice',
}

interface Lost {
  readonly kind: 'article' | 'language' | 'list' | 'waiting'
  /** The article's name or the language's tag; empty for lists. */
  readonly name: string
}

/** What stood at a page's path: `en/slug/index.html`, `en-ko/slug/index.html`, `en/tag/x/index.html`. */
function whatWas(path: string, before: ReadonlySet<string>, {tags, articles}: Addressed): Lost {
  const [folder = '', name = '', ...rest] = path.split('/')
  // A language has a front page; two that are set side by side have none.
  const isPair = !tags.includes(folder) && !before.has(`${folder}/index.html`)
  const beside = isPair ? tags.find((tag) => folder.startsWith(`${tag}-`)) : undefined
  const tag = beside === undefined ? folder : folder.slice(beside.length + 1)
  if (!tags.includes(tag)) return {kind: 'language', name: tag}
  if (rest.length !== 1 || !isSlug(name)) return {kind: 'list', name: ''}
  const known = articles.find(({slug}) => slug === name)
  if (known?.waits === true) return {kind: 'waiting', name}
  // Whoever ceases to set texts side by side knows it.
  return beside !== undefined && known !== undefined
    ? {kind: 'list', name: ''}
    : {kind: 'article', name}
}

function pathOf(tag: string, slug: string): string {
  return `${tag}/${slug}/index.html`
}

function addressOf(path: string): string {
  return `/${path.slice(0, -'index.html'.length)}`
}
