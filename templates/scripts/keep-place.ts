/** How long coming up may take, and how long standing still is reading, in milliseconds. */
const [onTheWay, still] = [15_000, 400]

/**
 * Takes the reader along to another language: the links to this page's other editions lead to the
 * paragraph that was being read. The links work without it; they lead to the page's beginning then.
 *
 * The links stand at the top of the page, so the place is the one where the reader last stood
 * still before coming up to them.
 */
export function keepPlace(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('.switcher a[href]')
  // The same ids in every edition.
  const blocks = [...document.querySelectorAll('.prose [id^="text-"]')]
  let place = ''
  let lastBelow = 0
  let timer = 0

  const moved = (): void => {
    window.clearTimeout(timer)
    if (isAtTop(blocks)) return
    lastBelow = Date.now()
    timer = window.setTimeout(() => (place = read(blocks)), still)
  }
  const lead = (): void => {
    const recent = Date.now() - lastBelow < onTheWay
    for (const link of links) link.hash = isAtTop(blocks) && !recent ? '' : place
  }

  addEventListener('scroll', moved, {passive: true})
  addEventListener('hashchange', moved)
  for (const link of links) {
    for (const event of ['pointerdown', 'focus', 'click']) link.addEventListener(event, lead)
  }
  moved()
}

/** The first block that is not above the upper fifth of the window. */
function read(blocks: readonly Element[]): string {
  const line = innerHeight / 5
  return blocks.find((block) => block.getBoundingClientRect().bottom > line)?.id ?? ''
}

function isAtTop([first]: readonly Element[]): boolean {
  return first === undefined || first.getBoundingClientRect().top > innerHeight / 5
}

keepPlace()
