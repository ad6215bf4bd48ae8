import type {Hands} from '../../model/hands.ts'
import type {Spot} from './deaf-to-keys.ts'
import {isEmpty} from '../rule/error-message.ts'
import {watchRedFields} from './red-fields.ts'

/**
 * The first form that a script answers, sent with nothing filled in, the first list whose choice one
 * answers and the first field that is searched as one writes: where words come up that tell of errors, of what was done, or of how many there are now, and none is spoken; or where fields are red, and no word says why.
 * Eyes must be open, and what a press does watched.
 */
export async function silentForms(
  hands: Hands,
  again: () => Promise<unknown>,
): Promise<readonly (Spot & {readonly kind: 'silent' | 'red' | 'vague'})[]> {
  const found: (Spot & {readonly kind: 'silent' | 'red' | 'vague'})[] = []
  await watchRedFields(hands)
  for (const way of ['submit', 'change', 'input'] as const) {
    const isSent = way === 'submit'
    const {elements} = await hands.heard([way])
    const spot = await hands.evaluate(begin, {way, listening: elements.length})
    if (spot === null) continue
    await hands.press({submit: 'Enter', change: 'ArrowDown', input: 'e'}[way])
    if (await hands.evaluate(isSilent, isSent)) found.push({...spot, kind: 'silent'})
    else if (isSent && (await hands.evaluate(areRedAlone, null))) found.push({...spot, kind: 'red'})
    else if (isSent && isAnswerVague(await hands.evaluate(answers, null)))
      found.push({...spot, kind: 'vague'})
    if (!(await hands.evaluate(hasChanged, null))) continue
    await hands.reload()
    await again()
    await watchRedFields(hands)
  }
  return found
}

/** Runs in the page. What is sent goes nowhere. */
function begin(given: {
  readonly way: 'submit' | 'change' | 'input'
  readonly listening: number
}): Spot | null {
  const {isSeen, selectorOf, textOf} = globalThis.galleyEyes
  const heard = globalThis.galleyHeard.slice(0, given.listening)
  const writing = 'input:is([type=text], [type=search], :not([type])):not([list], [maxlength])'
  const at =
    given.way === 'submit'
      ? sender()
      : heard.find((one) => one.matches(given.way === 'input' ? writing : 'select'))
  if (!(at instanceof HTMLElement) || !isSeen(at)) return null
  addEventListener('submit', (event) => event.preventDefault(), true)
  at.focus()
  globalThis.galleyPressed.remember(at)
  globalThis.galleyRedFields.remember(at)
  return {selector: selectorOf(at), text: textOf(at)}

  function sender(): Element | null | undefined {
    const form = heard.find((one) => one instanceof HTMLFormElement)
    return form?.querySelector('button:not([type=button], [type=reset]), input[type=submit]')
  }
}

/** Runs in the page. */
async function isSilent(isSent: boolean): Promise<boolean> {
  await globalThis.galleyShown.pause(300)
  const {isSilent: isUnspoken} = globalThis.galleyPressed
  return isUnspoken('deeds') || (isSent && isUnspoken('errors'))
}

/** What is wrong is what was written; that nothing could be sent is another matter. */
const speaksOfFields = /\b(forms?|fields?|inputs?|entry|entries)\b|입력|항목|양식/i

/** Of some fields at fault it says that something is wrong, and no more. */
function isAnswerVague(said: readonly string[]): boolean {
  return said.length > 0 && said.every((text) => isEmpty(text) && speaksOfFields.test(text))
}

/** Runs in the page: what the form said, where nothing else can tell which of its fields is at fault. */
function answers(): readonly string[] {
  const {all, focused, isSeen} = globalThis.galleyEyes
  const fields = all('input:not([type=hidden]), select, textarea').filter((one) => isSeen(one))
  const isMarked = fields.some(
    (one) => one.matches('[aria-invalid]:not([aria-invalid=false])') || one === focused(),
  )
  return fields.length < 2 || isMarked ? [] : globalThis.galleyPressed.said()
}

/** Runs in the page. */
function areRedAlone(): boolean {
  return globalThis.galleyRedFields.areAlone()
}

/** Runs in the page. */
function hasChanged(): boolean {
  return globalThis.galleyPressed.hasChanged()
}
