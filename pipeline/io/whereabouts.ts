/** Where a page has got to, and what it asks of whoever reads it. */
interface Whereabouts {
  readonly at: string
  /** Where it says itself that it will lead on to; `null` where it stays. */
  readonly next: string | null
  /** A password is asked for where readers see it. */
  readonly asks: boolean
}

/** Runs in a page that is ready. */
export function whereabouts(): Whereabouts {
  const refresh = document.querySelector<HTMLMetaElement>('meta[http-equiv="refresh" i]')?.content
  const named = /^[\s\d.]*[;,\s]\s*(?:url\s*=)?\s*(.+)$/is.exec(refresh ?? '')?.[1]?.trim()
  const next = named?.replace(/^(["'])(.*?)\1.*$/s, '$2')
  return {
    at: location.href,
    next:
      next && URL.canParse(next, document.baseURI) ? new URL(next, document.baseURI).href : null,
    asks: asksIn(document),
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
