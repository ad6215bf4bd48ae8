import {createHash} from 'node:crypto'
import {basename} from 'node:path/posix'
import {grouped} from '../../model/grouped.ts'
import type {Rendition} from '../../model/rendition.ts'
import {siteOf, type SiteInMemory} from '../site.ts'

/**
 * A folder of pages as static hosts serve it: `/about` is `about.html` or `about/index.html`, and
 * `/css//page.css` is `/css/page.css`.
 * A page that shows another in a frame depends on it.
 */
export function folderSite(renditions: readonly Rendition[], root: string): SiteInMemory {
  const site = siteOf(renditions, root, new Set())
  let known: ReadonlyMap<string, readonly Rendition[]> | undefined
  const byName = () =>
    (known ??= grouped(
      renditions.filter(({page}) => page !== undefined),
      ({path}) => basename(path),
    ))

  /** A page with all that it may show in frames, and those in theirs; each once, however many ways lead there. */
  function withFramed(page: Rendition): readonly Rendition[] {
    const reached = new Set([page])
    const names = new Set<string>()
    for (const {content} of reached) {
      if (typeof content !== 'string' || !/<(iframe|frame|object|embed)\b/i.test(content)) continue
      for (const [name, own] of byName()) {
        if (names.has(name) || !content.includes(name)) continue
        names.add(name)
        for (const one of own) reached.add(one)
      }
    }
    return [...reached]
  }

  return {
    urlOf: (page) => site.urlOf(page),
    hashOf(page) {
      const [own, ...framed] = withFramed(page).map((one) => site.hashOf(one))
      if (framed.length === 0) return site.hashOf(page)
      return createHash('sha256')
        .update(JSON.stringify([own, framed.sort()]))
        .digest('hex')
    },
    answer(url) {
      const [written = '', rest = ''] = split(url)
      const address = written.replace(/(?<!:)\/{2,}/g, '/')
      const found = site.answer(address + rest)
      if (found !== 'missing' || /\.\w+$/.test(address)) return found
      for (const ending of ['.html', '.htm', '/']) {
        const other = site.answer(address + ending + rest)
        if (other !== 'missing') return other
      }
      return found
    },
  }
}

function split(url: string): readonly string[] {
  const [, address, rest] = /^([^?#]*)(.*)$/s.exec(url) ?? []
  return [address ?? url, rest ?? '']
}
