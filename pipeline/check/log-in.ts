import type {Element, Root} from 'hast'
import {EXIT, SKIP, visit} from 'unist-util-visit'
import {isArticle, isArticleElsewhere, surroundings, type PageWords} from '../model/log-in-page.ts'
import {readHtml} from './document/read-html.ts'

/** What a page that readers were led to is, beside its address. */
export interface Stand {
  /** A password is asked for, and there is hardly anything else. */
  readonly asks: boolean
  /** There is much to read, and nothing to be filled in. */
  readonly tells: boolean
}

/**
 * What stands on a page. A password field alone makes no log-in: boards and shops have one beside
 * what they show to everybody.
 */
export function standOf(html: string): Stand {
  const root = readHtml(html)
  const read = wordsOf(root)
  return {
    asks: asksForPassword(root) && !isArticle(read),
    tells: isArticleElsewhere(read),
  }
}

/** Whether a reader meets a password field there; in a window that has to be opened first nobody does. */
function asksForPassword(root: Root): boolean {
  let asks = false
  visit(root, 'element', ({tagName, properties}) => {
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

function wordsOf(root: Root): PageWords {
  const [names, words]: [string[], string[]] = [[], []]
  let isAsked = false
  visit(root, (node, _, parent) => {
    if (node.type === 'text' && parent?.type === 'element')
      (/^(title|h1)$/.test(parent.tagName) ? names : words).push(node.value)
    if (node.type !== 'element') return undefined
    const {tagName, properties} = node
    if (tagName === 'form') isAsked ||= fieldsIn(node)
    if (tagName === 'input') isAsked ||= isField(node)
    return unread.has(tagName) || properties['hidden'] === true ? SKIP : undefined
  })
  return {names: names.join(' '), words: words.join(' '), isAsked}
}

const unread: ReadonlySet<string> = new Set([
  ...surroundings,
  'a',
  'button',
  'form',
  'noscript',
  'script',
  'style',
  'template',
])

function fieldsIn(form: Element): boolean {
  let has = false
  visit(form, 'element', (one) => {
    has ||= isField(one)
  })
  return has
}

function isField({tagName, properties}: Element): boolean {
  const type = (properties.type ?? 'text').toLowerCase()
  return tagName === 'input' && /^(text|email|tel|password)$/.test(type)
}

/**
 * Whether an address says that it is a log-in (`/login?next=…`, `/ko/sign-in`, `#/auth/signin`,
 * `/oauth2/authorize`, `/login/identifier`): those that ask for a name alone first, or are made by scripts, show nothing else.
 */
export function isNamedLogIn(address: string): boolean {
  const {pathname, hash} = new URL(address)
  const ways = [pathname, ...(/^#!?\//.test(hash) ? [hash] : [])]
  return ways.some((way) => logIn.test(way.replace(/[?].*$/s, '').replace(/\/+$/, '')))
}

const logIn =
  /\/(?:(?:users?|members?|mber|accounts?|auth|sso|wp)[-_]?)?(?:(?:log|sign)[-_]?(?:in|on)(?:[-_]?(?:form|page|view))?|(?:oauth2?[-_]?)?authori[sz]e|openid-connect\/auth|로그인|%EB%A1%9C%EA%B7%B8%EC%9D%B8)(?:\/(?:identifier|username|email|form|start|factor-one|[a-z]*\.[a-z]+))?(?:\.[a-z]+)?$/i
