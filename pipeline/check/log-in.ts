import {EXIT, SKIP, visit} from 'unist-util-visit'
import {readHtml} from './document/read-html.ts'

/** Whether a reader meets a password field there; in a window that has to be opened first nobody does. */
export function asksForPassword(html: string): boolean {
  let asks = false
  visit(readHtml(html), 'element', ({tagName, properties}) => {
    const {type, autoComplete, hidden, open} = properties
    if (hidden === true || (tagName === 'dialog' && open !== true)) return SKIP
    // One that can be read as it is typed may be a plain text field.
    const isKnown = /(^|[\s,])current-password\b/i.test(String(autoComplete ?? ''))
    if (tagName !== 'input' || !(isKnown || String(type).toLowerCase() === 'password'))
      return undefined
    asks = true
    return EXIT
  })
  return asks
}

/**
 * Whether an address says that it is a log-in (`/login?next=…`, `/ko/sign-in`, `#/auth/signin`,
 * `/oauth2/authorize`): those that ask for a name alone first, or are made by scripts, show nothing else.
 */
export function isNamedLogIn(address: string): boolean {
  const {pathname, hash} = new URL(address)
  const ways = [pathname, ...(/^#!?\//.test(hash) ? [hash] : [])]
  return ways.some((way) => logIn.test(way.replace(/[?].*$/s, '').replace(/\/+$/, '')))
}

const logIn =
  /\/(?:(?:users?|members?|accounts?|auth|sso)[-_]?)?(?:(?:log|sign)[-_]?(?:in|on)(?:[-_]?(?:form|page))?|(?:oauth2?[-_]?)?authori[sz]e|로그인|%EB%A1%9C%EA%B7%B8%EC%9D%B8)(?:\.[a-z]+)?$/i
