import type {Hands} from '../../model/hands.ts'

/** What pressing a button does beside opening something. */
export interface Pressed {
  /** Keeps how the page is before the button is pressed. */
  readonly remember: (button: HTMLElement) => null
  /** It went away with what it stood beside, and the focus with it. */
  readonly isLost: () => boolean
  /** Words changed or came that tell what was done, or how much is there now, and none is spoken. */
  readonly isSilent: (of: 'deeds' | 'errors') => boolean
  /** A few words came up over the page, unspoken, and are gone again some seconds later. */
  readonly hasPassed: () => Promise<boolean>
  /** The words that came or changed, each where it stands. */
  readonly said: () => readonly string[]
  readonly hasChanged: () => boolean
  /** It looks otherwise than before and says the same; `moved`: another took its look in turn. */
  readonly stateless: () => 'no' | 'pressed' | 'moved'
  readonly isAsItLooked: () => boolean
  /** Whether it looks the same as before, or other, where it says the same of its state as before; `told`: it says another, or none. */
  readonly stand: () => 'same' | 'other' | 'told'
}

declare global {
  var galleyPressed: Pressed
}

/** Gives the page's world what tells what a press did. Eyes must be open, and what is shown watched. */
export async function watchPressed(hands: Hands): Promise<void> {
  await hands.evaluate(install, null)
}

/** Runs in the page, by itself. */
function install(): null {
  let button: HTMLElement | undefined
  let isLasting = false
  let words = ''
  let texts: ReadonlyMap<Element, string> = new Map()
  let looks: ReadonlyMap<Element, string> = new Map()
  let scheme = ''
  let state = ''
  let face = ''
  /** What was done, or was not. */
  const done =
    /\b(sent|saved|added|removed|deleted|updated|copied|submitted|booked|cancell?ed|subscribed|unsubscribed|uploaded|success(?:ful(?:ly)?)?|failed|error|thank you|done)\b|(전송|저장|추가|삭제|복사|완료|실패|접수|예약|취소|신청|등록|적용|변경|결제|주문|제출)(했|됐|되었|하였|하지 못)|오류/i
  /** Words that tell of it after a verb, or at a sentence's end: no "paid leave", nor "registered in England". */
  const doneToo =
    /\b(is|are|been) (now )?(reserved|ordered|paid|applied|confirmed)\b|\b(reserved|ordered|paid|registered|applied|confirmed)\b\s*([.!]|$)|\b(is|are) (now )?in (your|the) (basket|cart|bag)\b|^\d+ (\w+ ){0,3}in (your|the) (basket|cart|bag)[.!]?$|장바구니에 (담|넣)|(담았|담겼|남겼|넣었|뺐|보냈|지웠|올렸|옮겼|바꿨|바꾸었|마쳤)(다|습니다|어요)[.!]?$/i
  const spoken =
    '[role=alert], [role=status], [role=log], [role=timer], [role=alertdialog], [aria-live], output, dialog, [role=dialog]'
  globalThis.galleyPressed = {
    remember(pressed) {
      button = pressed
      isLasting = isPart(pressed)
      words = wordsOf(pressed)
      texts = textsNow()
      looks = looksNow()
      scheme = schemeNow()
      state = stateOf(pressed)
      face = state === '' ? '' : faceOf(pressed)
      return null
    },
    isLost() {
      const {focused, isSeen} = globalThis.galleyEyes
      const isGone = button !== undefined && !(button.isConnected && isSeen(button))
      return isLasting && isGone && focused() === undefined
    },
    isSilent(of) {
      const active = globalThis.galleyEyes.focused()
      // The focus has gone to what is said, or to the field it is about.
      if (active !== undefined && active !== button) return false
      const all = changes()
      const isAnswer =
        opens(button) || hasOtherWords() || all.reduce((sum, [, {length}]) => sum + length, 0) > 200
      const told = all.filter(
        ([element, text]) =>
          text.length < 120 &&
          // A menu that comes up may lead to what was saved.
          element.closest('a[href], button') === null &&
          (of === 'errors'
            ? warns(text)
            : counts(text, texts.get(element)) ||
              ((done.test(text) || doneToo.test(text)) && !isAnswer && !isOneOfMany(element))),
      )
      return told.length > 0 && told.every(([element]) => element.closest(spoken) === null)
    },
    async hasPassed() {
      const {isThere, pause} = globalThis.galleyShown
      const active = globalThis.galleyEyes.focused()
      if ((active !== undefined && active !== button) || opens(button)) return false
      const told = changes().flatMap(([element, text]) =>
        text.length < 120 && !texts.has(element) && isOverThePage(element) ? [element] : [],
      )
      if (told.length === 0 || told.some((element) => element.closest(spoken))) return false
      for (let waited = 0; waited < 5000; waited += 200) {
        await pause(200)
        if (!told.some((element) => isThere(element))) return true
      }
      return false
    },
    said: () => changes().map(([, text]) => text),
    hasChanged: () => changes().length > 0 || !button?.isConnected || !isAsItLooked(),
    stateless() {
      if (!button?.isConnected || hasOtherWords() || says(button)) return 'no'
      // What has given the focus away has no longer the look of what has it.
      if (globalThis.galleyEyes.focused() !== button) return 'no'
      // All of the page has other colours: that is what was asked for, and no state of the button.
      if (scheme !== schemeNow()) return 'no'
      const now = looksNow()
      const [before, after] = [looks.get(button), now.get(button)]
      if (before === undefined || before === after) return 'no'
      const other = [...looks].find(([one, look]) => one !== button && look === after)?.[0]
      const isMoved = other !== undefined && now.get(other) === before && !says(other)
      return isMoved ? 'moved' : 'pressed'
    },
    isAsItLooked,
    stand() {
      const isTold =
        state === '' ||
        !button?.isConnected ||
        stateOf(button) !== state ||
        hasOtherWords() ||
        scheme !== schemeNow()
      if (isTold || !button) return 'told'
      return faceOf(button) === face ? 'same' : 'other'
    },
  }
  return null

  function stateOf(element: Element): string {
    const said = ['aria-pressed', 'aria-checked'].map((key) => element.getAttribute(key))
    return said.find((value) => value === 'true' || value === 'false') ?? ''
  }

  /** How it and what is in it are drawn: the colours, the sign before or after it, where a knob is. */
  function faceOf(element: Element): string {
    return [element, ...element.querySelectorAll('*')]
      .slice(0, 12)
      .flatMap((one) =>
        ['', '::before', '::after'].map((part) => {
          const {backgroundColor, color, content, display, fill, left, opacity, transform} =
            getComputedStyle(one, part)
          return [backgroundColor, color, content, display, fill, left, opacity, transform].join(
            ' ',
          )
        }),
      )
      .join('\n')
  }

  /** In a small box that stays where it is while the page scrolls, with nothing in it to press but what closes it. */
  function isOverThePage(element: Element): boolean {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      if (at.matches('[role=tooltip], a, button, nav, form, ul, ol')) return false
      if (getComputedStyle(at).position !== 'fixed') continue
      const {width, height} = at.getBoundingClientRect()
      const isSmall = width * height < (innerWidth * innerHeight) / 4
      return isSmall && at.querySelectorAll('a[href], button, input').length < 2
    }
    return false
  }

  /** What is missing or wrong, and what to do. */
  function warns(text: string): boolean {
    return /\b(errors?|enter|required|invalid|must|please|missing|select|choose)\b|입력|필수|선택|오류/i.test(
      text,
    )
  }

  /** How many there are now, where it was said before how many there were. */
  function counts(text: string, before: string | undefined): boolean {
    const counted =
      /\b(basket|cart|bag)\b.*\d|\b\d[\d,]* \w*\s?(results?|matches|items?|found)\b|장바구니.*\d|\d+\s?(건|개)의? ?(결과|상품)/i
    // Who selects all of a list hears it from what is selected.
    const isSelection = /select|choose|전체|선택/i.test(button ? wordsOf(button) : '')
    if (before === undefined || isSelection) return false
    const shape = (one: string) => one.replace(/\d[\d,]*/g, '0').replace(/s\b/g, '')
    const isCount =
      text.length < 60 &&
      !/\d:\d\d|\d (seconds?|minutes?|hours?|days?|secs?|mins?)\b/.test(text) &&
      /^\(?\d[\d,]*\)? \p{L}+|\d+\s?(건|개|명|곳)/u.test(text) &&
      shape(text) === shape(before)
    return isCount || (counted.test(text) && counted.test(before))
  }

  /** What it says that it opens is what people asked for, and no message. */
  function opens(element: Element | undefined): boolean {
    return element?.matches('[aria-expanded], [aria-haspopup], [popovertarget], summary') === true
  }

  /** More of a list than before is no message either. */
  function isOneOfMany(element: Element): boolean {
    const item = element.closest('li, tr, article')
    return item !== null && (item.parentElement?.childElementCount ?? 0) > 1
  }

  function changes(): readonly (readonly [Element, string])[] {
    return [...textsNow()].filter(
      ([element, text]) => texts.get(element) !== text && !button?.contains(element),
    )
  }

  function textsNow(): ReadonlyMap<Element, string> {
    const {isThere} = globalThis.galleyShown
    const found = new Map<Element, string>()
    for (const element of [...document.querySelectorAll('body *')].slice(0, 8000)) {
      const own = [...element.childNodes]
        .map((child) => (child.nodeType === Node.TEXT_NODE ? child.nodeValue : ''))
        .join('')
        .trim()
      if (own !== '' && isThere(element)) found.set(element, withUnit(element, own))
    }
    return found
  }

  /** A number alone counts what stands beside it. */
  function withUnit(element: Element, own: string): string {
    const around = element.parentElement?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    return /^\(?\d+\)?$/.test(own) && around.length < 60 ? around : own
  }

  function looksNow(): ReadonlyMap<Element, string> {
    const beside = [...(button?.parentElement?.querySelectorAll(':scope > *') ?? [])]
    return new Map(
      beside
        .filter(({localName}) => localName === button?.localName)
        .map((element) => {
          const {backgroundColor, backgroundImage, color, fontWeight, borderBottomColor} =
            getComputedStyle(element)
          return [
            element,
            [backgroundColor, backgroundImage, color, fontWeight, borderBottomColor].join(' '),
          ]
        }),
    )
  }

  /** The colours of what fills the window around it. */
  function schemeNow(): string {
    const found: string[] = []
    for (let at = button?.parentElement; at; at = at.parentElement) {
      const {width, height} = at.getBoundingClientRect()
      const {backgroundColor, color} = getComputedStyle(at)
      const isLarge = width * height > (innerWidth * innerHeight) / 2
      if (isLarge || at === document.documentElement) found.push(backgroundColor, color)
    }
    return found.join(' ')
  }

  function isAsItLooked(): boolean {
    return button !== undefined && looks.get(button) === looksNow().get(button)
  }

  /** A state that it has, or that what it stands in has for it. */
  function says(element: Element): boolean {
    const states =
      '[aria-pressed], [aria-expanded], [aria-selected], [aria-checked], [aria-current], [aria-disabled], [aria-busy], :disabled'
    return (
      element.matches(states) ||
      element.parentElement?.matches(`${states}, [aria-sort]`) === true ||
      element.querySelector(`${states}, input`) !== null
    )
  }

  /** “Show more” and “Show less” tell whether something is open. */
  function hasOtherWords(): boolean {
    return button !== undefined && wordsOf(button) !== words
  }

  function wordsOf(element: HTMLElement): string {
    const pictures = [...element.querySelectorAll('img')].map(({alt}) => alt).join(' ')
    return `${element.innerText} ${pictures} ${element.getAttribute('aria-label') ?? ''} ${element.title}`
  }

  /** A part of the text, and nothing that people close once: a notice, a banner, a bar. */
  function isPart(element: Element): boolean {
    const passing =
      'dialog, [role=dialog], [role=alertdialog], [role=alert], [role=region], section, aside'
    if (!element.closest('main, [role=main]') || element.closest(passing)) return false
    for (let at: Element | null = element; at; at = at.parentElement)
      if (/fixed|sticky/.test(getComputedStyle(at).position)) return false
    return true
  }
}
