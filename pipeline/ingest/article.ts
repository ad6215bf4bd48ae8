import {parseDocument} from '../markdown/mdx.ts'
import {nestedTooDeep} from '../markdown/nesting.ts'
import type {Article} from '../model/article.ts'
import type {Finding} from '../model/finding.ts'
import type {ArticleFile} from '../model/publication.ts'
import {spotAt} from '../model/spot.ts'
import {unreadBytes, unreadFile} from '../model/unread.ts'
import {hasWords} from '../words/has-words.ts'
import {datedBefore} from './change-dates.ts'
import {readCorrections} from './corrections.ts'
import {isDate} from './date.ts'
import {readFacts} from './facts.ts'
import {frontMatter, frontMatterFinding} from './front-matter.ts'
import {ingestFinding} from './ingest-finding.ts'
import {notMdx} from './not-mdx.ts'
import {isComposed, isSlug, slugOf} from './slug.ts'

/** An article, if it could be read at all, and what an editor should look at. */
export interface ReadArticle {
  readonly article: Article | undefined
  readonly findings: readonly Finding[]
}

/**
 * Read `articles/<slug>/article.md` or `article.mdx`: front matter and Markdown. One whose name, file
 * or text nothing can be made of is no article, and what it lacks is an error of its own.
 */
export function readArticle(file: ArticleFile, sourceLocale: string): ReadArticle {
  const {path, text} = file
  const unusable = whyUnusable(file)
  if (unusable !== undefined) return {article: undefined, findings: [unusable]}
  const {root, fault} = parseDocument(text, path)
  const {values, places, findings: found} = frontMatter(root, path)
  const findings = [...found]
  if (fault !== undefined) findings.push(notMdx(fault, path))
  const slug = slugIn(path)
  const at = (key: string) => places[key] ?? {line: 1, column: 1}

  const string = (key: string): string | undefined => {
    const value = values[key]
    if (value === undefined || value === null) return undefined
    if (typeof value === 'string') return value.trim() || undefined
    findings.push(frontMatterFinding('text', {name: key}, path, at(key), 'error'))
    return undefined
  }
  const names = (key: string): readonly string[] => {
    const value = values[key]
    if (value === undefined || value === null) return []
    if (typeof value === 'string') return [value]
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
      return value.map(String)
    }
    findings.push(frontMatterFinding('names', {name: key}, path, at(key), 'error'))
    return []
  }
  const date = (key: string): string | undefined => {
    const value = string(key)
    if (value === undefined || isDate(value)) return value
    findings.push(frontMatterFinding('date', {name: key, value}, path, at(key), 'error'))
    return undefined
  }

  const tag = (value: string | undefined): string | undefined => {
    if (value === undefined) return undefined
    try {
      return Intl.getCanonicalLocales(value)[0]
    } catch {
      findings.push(frontMatterFinding('locale', {value}, path, at('locale'), 'error'))
      return undefined
    }
  }

  for (const node of root.children) {
    if (node.type !== 'heading' || node.depth !== 1 || node.position === undefined) continue
    const {line, column} = node.position.start
    findings.push({
      ...ingestFinding('ingest/heading', 'level', 'error', path, {line, column}),
      article: slug,
      criteria: ['1.3.1'],
    })
  }

  const stray = control.exec(text)
  if (stray !== null) {
    const place = spotAt(text, stray.index)
    const code = stray[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    const one = ingestFinding('ingest/encoding', 'control-kept', 'error', path, place, {
      character: `U+${code}`,
    })
    findings.push({...one, article: slug})
  }

  const merging = root.children.find(
    ({type, position}) =>
      type !== 'code' &&
      /^<{7}(?: |$)/mu.test(text.slice(position?.start.offset, position?.end.offset)),
  )
  if (merging?.position !== undefined) {
    const {offset = 0, line} = merging.position.start
    const above = text.slice(offset).split('\n')
    const place = {line: line + above.findIndex((one) => one.startsWith('<<<<<<<')), column: 1}
    findings.push({
      ...ingestFinding('ingest/file', 'conflict', 'error', path, place),
      article: slug,
    })
  }

  const byline = names('byline')
  const facts = readFacts(values, path, at)
  const corrections = readCorrections(values, root, path, at)
  findings.push(...facts.findings, ...corrections.findings)
  const headline = string('headline')
  if (headline === undefined) {
    const unread = found.some(({message}) => !/\/un(?:known|used)$/u.test(message.key))
    if (!unread) {
      findings.push(
        frontMatterFinding('missing', {name: 'headline'}, path, at('headline'), 'error'),
      )
    }
    return {article: undefined, findings}
  }
  if (!hasWords(headline)) {
    const wordless = frontMatterFinding(
      'wordless',
      {value: headline},
      path,
      at('headline'),
      'error',
    )
    return {article: undefined, findings: [...findings, wordless]}
  }
  const published = date('published')
  if (published === undefined && values['published'] === undefined) {
    findings.push(
      frontMatterFinding('missing', {name: 'published'}, path, {line: 1, column: 1}, 'warning'),
    )
  }
  const embargo = date('embargo')
  const isUntold =
    facts.facts.status === 'published' &&
    (isUnread(values['published'], published) || isUnread(values['embargo'], embargo))
  const changes = {
    published,
    updated: lastChange(date('updated'), published, corrections.corrections),
    corrections: corrections.corrections,
  }
  findings.push(...datedBefore({slug, file: path, places, ...changes}))
  return {
    article: {
      slug,
      file: path,
      locale: tag(string('locale')) ?? sourceLocale,
      headline,
      standfirst: string('standfirst'),
      byline,
      dateline: string('dateline'),
      ...changes,
      facts: {
        ...facts.facts,
        authors: byline.map(slugOf),
        embargo,
        // When it may be read nobody can tell: it is not published.
        ...(isUntold && {status: 'draft'}),
      },
      text,
      body: {...root, children: root.children.filter(({type}) => type !== 'yaml')},
      places,
    },
    findings,
  }
}

/** Whether something stands there of which nothing could be made. */
function isUnread(given: unknown, read: string | undefined): boolean {
  return read === undefined && given !== undefined && given !== null && given !== ''
}

function slugIn(path: string): string {
  return /^articles\/([^/]+)\//.exec(path)?.[1] ?? path
}

/** What keeps a file from being an article: no other file could be written for it, or its text is not known. */
function whyUnusable({path, text, fault, other = ''}: ArticleFile): Finding | undefined {
  const slug = slugIn(path)
  const found = (check: `ingest/${string}`, variant: string, at = 0) => ({
    ...ingestFinding(check, variant, 'error', path, spotAt(text, at), {
      slug,
      folder: `articles/${slug}`,
      other,
    }),
    article: slug,
  })
  if (fault !== undefined) return found('ingest/file', fault)
  if (!isSlug(slug)) return found('ingest/slug', isComposed(slug) ? 'name' : 'pieces')
  if (text === unreadFile) return found('ingest/file', 'unreadable')
  const unread = text.indexOf(unreadBytes)
  if (unread >= 0) return found('ingest/encoding', 'bytes', unread)
  const deep = nestedTooDeep(text)
  return deep === undefined ? undefined : found('ingest/file', 'deep', deep)
}

/** What no text may hold in HTML (https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream). */
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/

/** A correction is a change, whether or not the editor has dated that too. */
function lastChange(
  updated: string | undefined,
  published: string | undefined,
  corrections: Article['corrections'],
): string | undefined {
  const corrected = corrections
    .map(({date}) => date)
    .toSorted()
    .at(-1)
  const known = updated ?? published
  const isLater = corrected !== undefined && corrected.slice(0, 10) > (known ?? '').slice(0, 10)
  return isLater ? corrected : updated
}
