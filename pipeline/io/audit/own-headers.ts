import type {Request} from '../../model/preparation.ts'

/** A page's own headers, where an address is on its host or on one that was listed: they may hold secrets. */
export function headersAt(
  url: string,
  {headers}: Request,
  page: string,
  hosts: readonly string[],
): Readonly<Record<string, string>> {
  const {host, hostname} = new URL(url)
  const isOwn = URL.canParse(page) && new URL(page).host === host
  if (isOwn || hosts.includes(host) || hosts.includes(hostname)) return headers
  const {'user-agent': agent} = headers
  return agent === undefined ? {} : {'user-agent': agent}
}
