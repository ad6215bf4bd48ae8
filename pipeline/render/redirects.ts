import {formerAddresses, goneAddresses} from './former-addresses.ts'
import {textOf, type Sheet} from './page.ts'
import type {Site} from './site.ts'

/**
 * What a server does with addresses that articles have left: `_redirects` in the form that Netlify
 * and Cloudflare Pages read, and the same for nginx's `include`. None where nothing has moved.
 */
export function redirects(site: Site): readonly Sheet[] {
  const moved = formerAddresses(site).map(({path, to}) => ({
    from: site.to.link(path),
    to: site.to.link(to),
  }))
  const gone = goneAddresses(site).map(({path}) => site.to.link(path))
  if (moved.length + gone.length === 0) return []
  return [
    file('_redirects', [
      ...moved.map(({from, to}) => `${from} ${to} 301`),
      ...gone.map((path) => `${path} ${path}index.html 410`),
    ]),
    file('redirects.nginx.conf', [
      ...moved.map(({from, to}) => `location = ${asRead(from)} { return 301 ${to}; }`),
      ...gone.map((path) => {
        const page = asRead(`${path}index.html`)
        return `location = ${asRead(path)} { error_page 410 ${page}; return 410; }`
      }),
      ...gone.map((path) => `location = ${asRead(`${path}index.html`)} { internal; }`),
    ]),
  ]
}

/** A path as nginx compares it, decoded (https://nginx.org/en/docs/http/ngx_http_core_module.html#location). */
function asRead(link: string): string {
  return JSON.stringify(decodeURI(link))
}

function file(path: string, lines: readonly string[]): Sheet {
  return {
    path,
    mediaType: 'text/plain',
    write: () => textOf(`${lines.join('\n')}\n`),
    locale: undefined,
    article: undefined,
    page: undefined,
  }
}
