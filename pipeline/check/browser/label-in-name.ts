import type {Hands} from '../../model/hands.ts'
import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {findingOn} from './finding.ts'

const about = {id: 'browser/label-in-name', criteria: ['2.5.3']}

type Labelled = {
  readonly selector: string
  /** What can be read on it. */
  readonly text: string
  /** The name that the browser gives to assistive technology. */
  readonly name: string
}

/** Who speaks to a computer says what stands on a button: its name has these words in it. */
export const labelInName: BrowserCheck<readonly Labelled[]> = {
  ...about,
  every: 'widest',
  probe: (tab) =>
    tab.perform(about.id, async (hands: Hands) => {
      await openEyes(hands)
      const handles = await hands.elements(controls, null)
      if (handles.length === 0) return []
      const labels = await hands.evaluate(labelsOf, null)
      const names = await Promise.all(handles.map((handle) => hands.nameOf(handle)))
      return labels.map((label, index) => ({...label, name: names[index] ?? ''}))
    }),
  judge: (found, seen) =>
    found
      .filter(({text, name}) => !holds(name, text) && !holds(name, withoutAsides(text)))
      .map(({selector, text, name}) =>
        findingOn(seen, {
          check: about.id,
          severity: 'error',
          message: {key: about.id, values: {text, name}},
          selector,
          excerpt: text,
          criteria: about.criteria,
          act: ['2ee8b8'],
        }),
      ),
}

/**
 * Whether the words stand in the name, together and in their order. Marks and capitals do not
 * count, nor where a word is taken apart to set a letter of it in another style.
 */
function holds(name: string, text: string): boolean {
  const words = wordsOf(text)
  if (words.length === 0 || !/\p{L}{2}|[\p{Script=Hangul}\p{Script=Han}]/u.test(text)) return true
  // A letter with a sign for larger or smaller is a picture of what is done to letters.
  if (/^\p{L}\s*[+＋−–-]$/u.test(text)) return true
  const spoken = wordsOf(name)
  // Korean is spaced freely, and e-mail is email.
  const isLoose =
    /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{L}[-‐’']\p{L}/u
  if (isLoose.test(text + name) && spoken.join('').includes(words.join(''))) return true
  const said = words.join('')
  return spoken.some((_, from) =>
    spoken.some((__, to) => spoken.slice(from, to + 1).join('') === said),
  )
}

/** What stands in parentheses beside a label is no part of it (Understanding 2.5.3, “Text in parentheses”). */
function withoutAsides(text: string): string {
  const own = text.replaceAll(/\([^()]*\)/g, ' ')
  return /\p{L}/u.test(own) ? own : text
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

declare global {
  var galleyLabelled: readonly {readonly element: Element; readonly text: string}[]
}

/** Runs in the page: controls that have words on them and a name of their own. */
function controls(): readonly Element[] {
  const {all, isForEarsOnly, isSeen} = globalThis.galleyEyes
  const named = ':is([aria-label], [aria-labelledby])'
  const pressed =
    ':is(a[href], button, summary, [role=button], [role=link], [role=menuitem], [role=tab], [role=checkbox], [role=radio], [role=switch], [role=option])'
  const typed = ':is(input:not([type=hidden]), select, textarea)'
  const own = globalThis.galleySaid === undefined ? [] : all('*').filter(saysItsName)
  globalThis.galleyLabelled = [...all(`${pressed}${named}, ${typed}${named}`), ...own]
    .filter((element) => isSeen(element) && !isForEarsOnly(element))
    // What a button that is a combobox shows is its value (WAI-ARIA 1.2): its label stands beside it.
    .filter((element) => !element.matches('button[role=combobox]'))
    .map((element) => ({element, text: textOn(element)}))
    .filter(({text}) => text.length > 0 && text.length <= 80)
    .slice(0, 60)
  return globalThis.galleyLabelled.map(({element}) => element)

  /** An element of the page's own, by its ElementInternals. */
  function saysItsName(element: Element): boolean {
    const said = globalThis.galleySaid?.get(element)
    return (
      said?.has('aria-label') === true &&
      /^(button|link|menuitem|tab)$/.test(said.get('role') ?? '')
    )
  }

  function textOn(element: Element): string {
    if (element instanceof HTMLInputElement && /^(submit|button|reset)$/.test(element.type))
      return element.value
    const labels =
      'labels' in element && element.labels instanceof NodeList ? [...element.labels] : []
    const bearers = element.matches('input, select, textarea') ? labels : [element]
    return bearers
      .filter(
        (one): one is HTMLElement =>
          one instanceof HTMLElement && isSeen(one) && !isForEarsOnly(one),
      )
      .map((one) => seenIn(one))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
  }

  /** Its words, without those for screen readers alone and the letters that draw icons. */
  function seenIn(element: Element): string {
    return [...element.childNodes]
      .map((child) => {
        if (child instanceof Text) return child.data
        const isWords =
          child instanceof HTMLElement &&
          isSeen(child) &&
          !isForEarsOnly(child) &&
          !/icon|symbol/i.test(getComputedStyle(child).fontFamily) &&
          !child.matches('select, input, textarea, svg')
        return isWords ? ` ${seenIn(child)} ` : ''
      })
      .join('')
  }
}

/** Runs in the page. */
function labelsOf() {
  const {selectorOf} = globalThis.galleyEyes
  return globalThis.galleyLabelled.map(({element, text}) => ({selector: selectorOf(element), text}))
}
