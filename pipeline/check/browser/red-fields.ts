import type {Hands} from '../../model/hands.ts'

/** What becomes of a form's fields when it is sent with nothing filled in. */
export interface RedFields {
  /** Keeps how the page is before the form is sent. */
  readonly remember: (button: HTMLElement) => null
  /** Empty fields are framed in red now, and nothing else tells of an error. */
  readonly areAlone: () => boolean
}

declare global {
  var galleyRedFields: RedFields
}

/** Gives the page's world what tells whether an error is told by red alone. Eyes must be open. */
export async function watchRedFields(hands: Hands): Promise<void> {
  await hands.prepare(install)
}

/** Runs in the page, by itself: a tool for others. */
function install(): null {
  const alerted = 'data-galley-alerted'
  let button: HTMLElement | undefined
  let before = ''
  let red: ReadonlySet<Element> = new Set()
  globalThis.galleyRedFields = {
    remember(pressed) {
      button = pressed
      catchAlerts()
      before = signs()
      red = new Set(redFields())
      return null
    },
    areAlone() {
      const isUnmoved = globalThis.galleyEyes.focused() === button
      const isUntold = document.documentElement.getAttribute(alerted) === 'no' && signs() === before
      return isUnmoved && isUntold && !isAsked() && redFields().some((one) => !red.has(one))
    },
  }
  return null

  /** The page's own world alone can tell; where its policy forbids to ask there, an alert is taken as given. */
  function catchAlerts() {
    const root = document.documentElement
    root.setAttribute(alerted, 'unknown')
    const script = document.createElement('script')
    script.textContent = `{const root = document.documentElement
      root.setAttribute('${alerted}', 'no')
      window.alert = () => root.setAttribute('${alerted}', 'yes')}`
    root.append(script)
    script.remove()
  }

  /** Whatever may tell of an error beside a colour: words, pictures, what a style sheet writes, what a field says. */
  function signs(): string {
    const {isSeen} = globalThis.galleyEyes
    const parts = partsOfForm()
    const pictures = parts.filter((one) => one.matches('img, svg') && isSeen(one)).length
    const backed = parts.map((one) => getComputedStyle(one).backgroundImage)
    const said = parts.flatMap((one) =>
      ['title', 'placeholder', 'aria-invalid', 'aria-describedby', 'aria-label'].map((name) =>
        one.getAttribute(name),
      ),
    )
    const told = [...written(), ...backed, ...said]
    return [
      document.documentElement.getAttribute(alerted),
      document.title,
      document.body.innerText,
      pictures,
      ...told,
    ].join('\n')
  }

  /** It was said before that they must be filled in. */
  function isAsked(): boolean {
    const hints = partsOfForm().map((one) => one.getAttribute('placeholder') ?? '')
    return /[*＊]|required|mandatory|must|필수|반드시|꼭/i.test(
      [document.body.innerText, ...hints, ...written()].join(' '),
    )
  }

  function partsOfForm(): readonly Element[] {
    return [...(button?.closest('form')?.querySelectorAll('*') ?? [])].slice(0, 400)
  }

  /** What a style sheet writes in the form. */
  function written(): readonly string[] {
    return partsOfForm().flatMap((one) =>
      ['::before', '::after'].map((which) => getComputedStyle(one, which).content),
    )
  }

  function redFields(): readonly Element[] {
    const {isSeen} = globalThis.galleyEyes
    return partsOfForm().filter(
      (one) =>
        one.matches('input, textarea, select') &&
        'value' in one &&
        one.value === '' &&
        isSeen(one) &&
        isRed(one),
    )
  }

  function isRed(element: Element): boolean {
    const {borderTopColor, borderTopStyle, borderTopWidth, outlineColor, outlineStyle, boxShadow} =
      getComputedStyle(element)
    const isFramed = borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0
    const colours = [
      isFramed ? borderTopColor : '',
      outlineStyle === 'none' ? '' : outlineColor,
      boxShadow,
    ]
    return colours.some((colour) => {
      const [, r = 0, g = 0, b = 0] = (/rgb\((\d+), (\d+), (\d+)/.exec(colour) ?? []).map(Number)
      return r >= 140 && r - g >= 80 && r - b >= 60
    })
  }
}
