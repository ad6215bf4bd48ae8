/**
 * The Content-Security-Policy that pages are served with and checked under: the release's own
 * files and nothing from anywhere else; nothing in a page's markup runs or dresses it up, and no
 * script makes code. JSON-LD is data, which it does not touch.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What the pages on which people decide are served with: forms go to themselves alone. */
export const approvalPolicy = contentSecurityPolicy.replace(
  "form-action 'none'",
  "form-action 'self'",
)
