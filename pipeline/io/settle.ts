declare global {
  /** In the world of the checks: the style sheet that holds the page still. */
  var galleyStill: CSSStyleSheet | undefined
  /** What was stopped for a picture, and is let go on afterwards. */
  var galleyPosed: (() => void)[] | undefined
  /** Of each picture, the file that was decoded. */
  var galleyDecoded: WeakMap<HTMLImageElement, string> | undefined
  var galleyReady: boolean | undefined
}

/**
 * Runs in a page before its picture is taken: hides what is masked, and holds what no style sheet
 * stops (scripts' animations, videos, animated drawings) at its beginning.
 */
export function pose(masks: readonly string[]): null {
  const undo: (() => void)[] = []
  globalThis.galleyPosed = undo
  const sheet = new CSSStyleSheet()
  for (const mask of masks) sheet.insertRule(`:is(${mask}) { opacity: 0 !important; }`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  undo.push(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  })
  for (const animation of document.getAnimations()) {
    if (animation.playState !== 'running') continue
    const {currentTime} = animation
    animation.pause()
    const {endTime} = animation.effect?.getComputedTiming() ?? {}
    // What ends is shown as it ends; what never does, as it began.
    animation.currentTime = typeof endTime === 'number' && endTime < 1e9 ? endTime : 0
    undo.push(() => {
      animation.currentTime = currentTime
      animation.play()
    })
  }
  for (const video of document.querySelectorAll('video')) {
    const {paused, currentTime} = video
    video.pause()
    video.currentTime = 0
    undo.push(() => {
      video.currentTime = currentTime
      if (!paused) void video.play().catch(() => null)
    })
  }
  for (const drawing of document.querySelectorAll('svg')) {
    if (drawing.ownerSVGElement || drawing.animationsPaused()) continue
    const time = drawing.getCurrentTime()
    drawing.pauseAnimations()
    drawing.setCurrentTime(0)
    undo.push(() => {
      drawing.setCurrentTime(time)
      drawing.unpauseAnimations()
    })
  }
  return null
}

/** Runs in a page after its picture was taken: lets everything be as it was. */
export function relax(): null {
  for (const undo of globalThis.galleyPosed ?? []) undo()
  globalThis.galleyPosed = undefined
  return null
}

/** Runs in a page: how many elements each mask covers. */
export function countMasked(masks: readonly string[]): readonly number[] {
  return masks.map((mask) => document.querySelectorAll(mask).length)
}

/** Runs in a page that is held still: lets it move, or stops it again. */
export function holdStill(isHeld: boolean): null {
  if (globalThis.galleyStill) globalThis.galleyStill.disabled = !isHeld
  return null
}

/**
 * Runs in a page that has loaded: stops all motion, and fetches what would only come with
 * scrolling. By a style sheet that the page's Content-Security-Policy has no say in. Tells whether the
 * page is in a window of another size what it would be had it been loaded there: nothing in it acts
 * by itself, and none of its files is chosen by the window.
 */
export function still(): boolean {
  // What is only unpainted until it is scrolled to is painted; what nobody is to see stays unseen.
  const all = [...document.querySelectorAll('*')]
  const unseen = all.filter((one) => getComputedStyle(one).contentVisibility === 'hidden')
  const pathTo = (one: Element): string => {
    const {parentElement: parent} = one
    return parent === null
      ? ':root'
      : `${pathTo(parent)} > :nth-child(${[...parent.querySelectorAll(':scope > *')].indexOf(one) + 1})`
  }
  const isPainted = unseen.map((one) => `:not(${pathTo(one)})`).join('')
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`*, ::before, ::after, ::placeholder, ::file-selector-button,
  ::-webkit-slider-thumb, ::-webkit-slider-runnable-track {
    animation-delay: -1ms !important; animation-duration: 1ms !important;
    animation-iteration-count: 1 !important; transition: none !important;
    scroll-behavior: auto !important; caret-color: transparent !important;
  }
  :not([hidden='until-found' i])${isPainted} { content-visibility: visible !important }`)
  globalThis.galleyStill = sheet
  for (const root of [document, ...shadowsOf(all)])
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  for (const image of document.images) {
    if (image.loading === 'lazy') image.loading = 'eager'
  }
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.loading === 'lazy') frame.loading = 'eager'
  }
  const acts =
    'script:not([type="application/ld+json"]), iframe, frame, object, embed, video, audio, picture, [srcset], [autofocus], meta[http-equiv=refresh i]'
  return !all.some(
    (one) =>
      one.matches(acts) ||
      one.shadowRoot !== null ||
      one.getAttributeNames().some((name) => name.startsWith('on')),
  )

  /** The open shadow trees of these and of all that stands in them, which no sheet of the document reaches. */
  function shadowsOf(elements: readonly Element[]): readonly ShadowRoot[] {
    return elements.flatMap(({shadowRoot}) =>
      shadowRoot ? [shadowRoot, ...shadowsOf([...shadowRoot.querySelectorAll('*')])] : [],
    )
  }
}

/**
 * Runs in a page: waits until its fonts and pictures are there and two frames were drawn. Where no
 * script could wait for a frame, one that was ready once is laid out at once in its new window.
 */
export async function settle(width: number): Promise<null> {
  const decoded = (globalThis.galleyDecoded ??= new WeakMap())
  const isWaiting =
    globalThis.galleyReady !== true ||
    innerWidth !== width ||
    document.querySelector('script, iframe, frame, object, embed') !== null
  globalThis.galleyReady = true
  void document.documentElement.offsetHeight
  const fresh = [...document.images].filter((image) => decoded.get(image) !== image.currentSrc)
  await Promise.all(
    fresh.map(async (image) => {
      await image.decode().catch(() => null)
      decoded.set(image, image.currentSrc)
    }),
  )
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const isDue = () => isWaiting || fresh.length > 0 || document.fonts.status === 'loading'
  if (!isDue()) return null
  do {
    await document.fonts.ready
    await frame()
    await frame()
  } while (document.fonts.status === 'loading')
  return null
}

/**
 * Runs in a page: waits until no script has changed it for as long as `lull`, but no longer than
 * `most` (milliseconds). Tells whether it came to rest.
 */
export async function rest({
  lull,
  most,
}: Readonly<Record<'lull' | 'most', number>>): Promise<boolean> {
  if (document.querySelector('script:not([type$=json])') === null) return true
  const start = performance.now()
  let last = start
  const observer = new MutationObserver(() => {
    last = performance.now()
  })
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  const due = () => Math.min(last + lull, start + most) - performance.now()
  while (due() > 0) await new Promise((done) => setTimeout(done, due()))
  observer.disconnect()
  return performance.now() >= last + lull
}
