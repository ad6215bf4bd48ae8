/** An address that is audited, and what its page is called in reports. */
export interface NamedPage {
  readonly url: string
  readonly path: string
}

/**
 * What pages are called: `http://localhost:8080/a/b.html?c` is `a/b.html?c`, with the host where there
 * are several. What follows `#`, or a number, tells apart what would have one name: a page that is
 * listed twice is looked at twice, each time after other actions.
 */
export function pageNames(urls: readonly string[]): readonly NamedPage[] {
  const isOneSite = new Set(urls.map((url) => originOf(url))).size < 2
  const taken = new Set<string>()
  return urls.map((url) => {
    const plain = nameOf(url, isOneSite)
    const whole = plain + (URL.canParse(url) ? new URL(url).hash : '')
    let path = taken.has(plain) ? whole : plain
    for (let count = 2; taken.has(path); count++) path = `${whole} (${count})`
    taken.add(path)
    return {url, path}
  })
}

function nameOf(url: string, isOneSite: boolean): string {
  if (!URL.canParse(url)) return url
  const {host, pathname, search} = new URL(url)
  const path = pathname.slice(1) + (pathname.endsWith('/') ? 'index.html' : '') + search
  return isOneSite ? path : `${host}/${path}`
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url
}
