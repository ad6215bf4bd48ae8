import {createHash} from 'node:crypto'
import {basename} from 'node:path/posix'
import type {Rendition} from '../../model/rendition.ts'
import {siteOf, type SiteInMemory} from '../site.ts'

/**
 * A folder of pages as static hosts serve it: `/about` is `about.html` or `about/index.html`, and
 * `/css//page.css` is `/css/page.css`.
 * A page that shows another in a frame depends on it.
 */
export function folderSite(renditions: readonly Rendition[], root: string): SiteInMemory {
  const site = siteOf(renditions, root, new Set())
  const pages = renditions.filter(({page}) => page !== undefined)

  function hashOf(page: Rendition, above: readonly string[]): string {
    const text = typeof page.content === 'string' ? page.content : ''
    if (!/<(iframe|frame|object|embed)\b/i.test(text)) return site.hashOf(page)
    const framed = pages
      .filter(({path}) => path !== page.path && !above.includes(path))
      .filter(({path}) => text.includes(basename(path)))
      .map((one) => hashOf(one, [...above, page.path]))
    return createHash('sha256')
      .update(JSON.stringify([site.hashOf(page), framed]))
      .digest('hex')
  }

  return {
    urlOf: (page) => site.urlOf(page),
    hashOf: (page) => hashOf(page, []),
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
