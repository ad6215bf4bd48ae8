/**
 * The Content-Security-Policy that pages are served with and checked under: no script at all, and
 * nothing from anywhere else. JSON-LD is data, which it does not touch.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What the preview serves pages with: the same, and its own script, which asks only itself. */
export const previewSecurityPolicy = `${contentSecurityPolicy}; script-src 'self'; connect-src 'self'`
