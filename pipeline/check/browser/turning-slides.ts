import type {Spot} from './deaf-to-keys.ts'

/**
 * Runs in the page, which is free to move: rows of slides that go on by themselves, twice at least, as
 * they do for as long as somebody reads beside them (2.2.2). One that has a button to stop it is none.
 */
export async function turningSlides(): Promise<readonly Spot[]> {
  const {all, isSeen, selectorOf, textOf} = globalThis.galleyEyes
  const named =
    '[aria-roledescription=carousel], [data-bs-ride], [data-ride], .carousel, .swiper, .swiper-container, .slick-slider, .splide, .glide, .flickity-enabled, .owl-carousel, .embla'
  const boxes = all(named)
    .filter((one) => isSeen(one) && !one.parentElement?.closest(named) && !canBeStopped(one))
    .slice(0, 6)
    .map((box) => ({box, last: sightOf(box), settled: sightOf(box), turns: 0}))
  const found = new Set<Element>()
  let until = performance.now() + (boxes.length > 0 ? 6_200 : 0)
  while (performance.now() < until) {
    await new Promise((done) => setTimeout(done, 300))
    for (const one of boxes) {
      const sight = sightOf(one.box)
      const isSettled = sight === one.last && sight !== one.settled
      one.last = sight
      if (!isSettled) continue
      one.settled = sight
      one.turns += 1
      if (one.turns === 1) until = performance.now() + 6_200
      else found.add(one.box)
    }
    if (boxes.every(({turns}) => turns > 1)) break
  }
  return [...found].map((box) => ({selector: selectorOf(box), text: textOf(box)}))

  /** Which of its parts stand in it, to be seen. */
  function sightOf(box: Element): string {
    const {left, right, top, bottom} = box.getBoundingClientRect()
    return [...box.querySelectorAll('li, div, img, figure, article, a, p')]
      .slice(0, 150)
      .flatMap((part, index) => {
        const at = part.getBoundingClientRect()
        const [x, y] = [at.left + at.width / 2, at.top + at.height / 2]
        const isIn = at.width > 0 && x > left && x < right && y > top && y < bottom
        return isIn && part.checkVisibility({opacityProperty: true, visibilityProperty: true})
          ? [index]
          : []
      })
      .join(' ')
  }

  /** By a button in it or beside it that is called so, to people or to a style sheet. */
  function canBeStopped(box: Element): boolean {
    const buttons = [...(box.parentElement ?? box).querySelectorAll('button, [role=button], a')]
    return buttons.some((one) =>
      /pause|stop|(^|[^a-z])play|정지|멈/i.test(`${one.className} ${one.innerHTML.slice(0, 500)}`),
    )
  }
}
