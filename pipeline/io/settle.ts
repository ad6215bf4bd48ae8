declare global {
  /** In the world of the checks: the style sheet that holds the page still. */
  var galleyStill: CSSStyleSheet | undefined
}

/** Runs in a page that is held still: lets it move, or stops it again. */
export function holdStill(isHeld: boolean): null {
  if (globalThis.galleyStill) globalThis.galleyStill.disabled = !isHeld
  return null
}

/**
 * Runs in a page that has loaded: stops all motion, and fetches what would only come with
 * scrolling. By a style sheet that the page's Content-Security-Policy has no say in.
 */
export function still(): null {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`*, ::before, ::after {
    animation-delay: -1ms !important; animation-duration: 1ms !important;
    animation-iteration-count: 1 !important; transition: none !important;
    scroll-behavior: auto !important; caret-color: transparent !important;
    content-visibility: visible !important;
  }`)
  globalThis.galleyStill = sheet
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  for (const image of document.images) {
    if (image.loading === 'lazy') image.loading = 'eager'
  }
  return null
}

/** Runs in a page: waits until its fonts and pictures are there and two frames were drawn. */
export async function settle(): Promise<null> {
  await Promise.all([...document.images].map((image) => image.decode().catch(() => null)))
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  do {
    await document.fonts.ready
    await frame()
    await frame()
  } while (document.fonts.status === 'loading')
  return null
}

/** Runs in a page: waits until it has loaded. */
export function loaded(): Promise<null> {
  return new Promise((done) => {
    if (document.readyState === 'complete') done(null)
    else addEventListener('load', () => done(null), {once: true})
  })
}
