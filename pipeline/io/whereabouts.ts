import type {PageWords} from '../model/log-in-page.ts'

/** Where a page has got to, and what it asks of whoever reads it. */
interface Whereabouts {
  readonly at: string
  /** Where it says itself that it will lead on to; `null` where it stays. */
  readonly next: string | null
  /** What there is beside a password that is asked for where readers see it; `null` where none is. */
  readonly asks: PageWords | null
}

/** Runs in a page that is ready. @param surroundings tags of what stands around a page's words */
export function whereabouts(surroundings: readonly string[]): Whereabouts {
  const refresh = document.querySelector<HTMLMetaElement>('meta[http-equiv="refresh" i]')?.content
  const named = /^[\s\d.]*[;,\s]\s*(?:url\s*=)?\s*(.+)$/is.exec(refresh ?? '')?.[1]?.trim()
  const next = named?.replace(/^(["'])(.*?)\1.*$/s, '$2')
  return {
    at: location.href,
    next:
      next && URL.canParse(next, document.baseURI) ? new URL(next, document.baseURI).href : null,
    asks: asksIn(document) ? words() : null,
  }

  /** Of so many words that nobody needs more, the rest is left out. */
  function words(): PageWords {
    const around = surroundings.join()
    const unread = `${around},a,button,form,h1,noscript,script,style`
    const texts: string[] = []
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
    for (let length = 0; length < 5000 && walker.nextNode();) {
      const {data, parentElement} = walker.currentNode as Text
      if (parentElement?.closest(unread) || !parentElement?.checkVisibility()) continue
      texts.push(data.trim())
      length += data.trim().length
    }
    const fields = ':is([type=text i], [type=email i], [type=tel i], [type=password i])'
    return {
      names: [
        document.title,
        ...[...document.querySelectorAll('h1')].map((one) => one.textContent),
      ].join(' '),
      words: texts.join(' '),
      isAsked: [...document.querySelectorAll(`input:not([type]), input${fields}`)].some(
        (one) => one.closest(around) === null && one.checkVisibility(),
      ),
    }
  }

  function asksIn(root: ParentNode): boolean {
    const isAsked = 'input[type="password" i], input[autocomplete~="current-password" i]'
    return [...root.querySelectorAll('*')].some(
      (one) =>
        (one.matches(isAsked) && one.checkVisibility({visibilityProperty: true})) ||
        (one.shadowRoot !== null && asksIn(one.shadowRoot)),
    )
  }
}
