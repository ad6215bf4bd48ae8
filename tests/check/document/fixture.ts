import {readFileSync, readdirSync} from 'node:fs'
import {parseSite, type WholeSite} from '../../../pipeline/check/document/parse.ts'
import type {DocumentCheck} from '../../../pipeline/check/check.ts'
import type {Finding} from '../../../pipeline/model/finding.ts'
import {forgetful} from '../../../pipeline/model/memory.ts'
import type {Rendition} from '../../../pipeline/model/rendition.ts'

const folder = new URL('../../fixtures/check/document/', import.meta.url)

/** A page of a small release, under `https://paper.example/news/`. */
export function page(path: string, content: string): Rendition {
  const locale = /^(en|ko|en-XA|ko-XB)\//.exec(path)?.[1]
  const kind = path.endsWith('404.html')
    ? 'not-found'
    : locale === undefined
      ? 'root'
      : path === `${locale}/index.html`
        ? 'front'
        : 'article'
  return {
    path,
    mediaType: 'text/html',
    content,
    locale,
    article: kind === 'article' ? path.split('/')[1] : undefined,
    page: kind,
  }
}

/** The release: these pages, and files that are not pages. */
export function site(pages: readonly Rendition[], files: readonly string[] = []): WholeSite {
  const config = {
    url: 'https://paper.example/news/',
    locales: [
      {tag: 'en', direction: 'ltr', autonym: 'English'},
      {tag: 'ko', direction: 'ltr', autonym: '한국어'},
    ],
  } as const
  const others = files.map((path) => ({...page(path, ''), page: undefined}))
  return parseSite([...pages, ...others], config, forgetful)
}

/**
 * What a check finds in one of its fixtures. `…-ko.html` is the Korean article, everything else
 * the English one; `site.…html` are the other pages, a dot for each slash of their path.
 */
export function findingsIn(check: DocumentCheck, fixture: string): readonly Finding[] {
  const from = new URL(`${check.id.split('/')[1]}/`, folder)
  const read = (name: string) => readFileSync(new URL(name, from), 'utf8')
  const tag = /-(ko|en-XA|ko-XB)\.html$/.exec(fixture)?.[1] ?? 'en'
  const path = `${tag}/story/index.html`
  const others = readdirSync(from)
    .filter((name) => name.startsWith('site.'))
    .map((name) =>
      page(name.slice('site.'.length, -'.html'.length).replaceAll('.', '/') + '.html', read(name)),
    )
    .filter((other) => other.path !== path)
  const release = site(
    [page(path, read(fixture)), ...others],
    ['assets/style.css', 'assets/a.png', 'assets/place.0123.js', 'en/search/articles-0.json'],
  )
  return check.judge(release.pages[0]!, release)
}

/** One line a finding: where, what, and the words it quotes. */
export function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map(
    ({message, place, excerpt}) =>
      `${place.line ?? '-'}:${place.column ?? '-'} ${message.key} ${place.selector ?? '-'} ${excerpt ?? ''}`,
  )
}

/** The fixtures of a check that must pass, or that must fail. */
export function fixtures(check: DocumentCheck, kind: 'pass' | 'fail'): readonly string[] {
  return readdirSync(new URL(`${check.id.split('/')[1]}/`, folder))
    .filter((name) => name.startsWith(kind))
    .toSorted()
}
