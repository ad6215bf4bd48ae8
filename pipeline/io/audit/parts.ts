import {parseFragment} from 'parse5'
import type {Finding} from '../../model/finding.ts'
import type {Rendition} from '../../model/rendition.ts'

/**
 * Files that are no pages and are called as if they were: what a generator puts into pages, left beside
 * them. They have no document type, `html`, `head`, `body` or title, show nothing themselves, and no page
 * names them.
 */
export function partsAmong(pages: readonly Rendition[]): ReadonlySet<string> {
  const shapeless = pages.filter(({path, content}) => !isIndex(path) && showsNothing(content))
  if (shapeless.length === 0) return new Set()
  const names = (page: Rendition, path: string) =>
    typeof page.content === 'string' && page.content.includes(path.split('/').at(-1) ?? path)
  const parts = shapeless.filter(({path}) =>
    pages.every((page) => page.path === path || !names(page, path)),
  )
  // A target of nothing else is none.
  return new Set(parts.length === pages.length ? [] : parts.map(({path}) => path))
}

/** That it was not looked at. */
export function partFinding(path: string): Finding {
  return {
    check: 'audit/part',
    outcome: 'failed',
    severity: 'notice',
    message: {key: 'audit/part', values: {}},
    place: {file: path},
    locale: undefined,
    article: undefined,
    criteria: [],
    engines: [],
  }
}

function isIndex(path: string): boolean {
  return /(^|\/)index\.[^/]+$/i.test(path)
}

function showsNothing(content: Rendition['content']): boolean {
  if (typeof content !== 'string' || /<(!doctype|html|head|body|title)\b/i.test(content)) {
    return false
  }
  const unseen = /^(#comment|script|style|link|meta|template)$/
  return parseFragment(content).childNodes.every(
    (node) =>
      unseen.test(node.nodeName) ||
      // What stands in braces is for the program that makes pages of it.
      ('value' in node && node.value.replace(/\{[%{#][^]*?[%}#]\}/g, '').trim() === ''),
  )
}
