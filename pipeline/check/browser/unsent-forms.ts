import {cssSelector} from '../../model/css-selector.ts'
import type {EngineIssue, Tab} from '../../model/tab.ts'
import {advice} from '../rule/context-change.ts'
import {eyes} from './eyes.ts'

const rule = 'WCAG2AA.Principle3.Guideline3_2.3_2_2.H32.2'

/**
 * Of forms without a button to send them, which an engine takes for errors: those whose choices a script
 * answers on the page itself, or whose readers are told before what a choice does, are left to look at
 * (WCAG 2.2, 3.2.2). What lies in a frame is not asked about, and where the page cannot be asked, all of it stands.
 */
export async function unsentForms(
  tab: Tab,
  issues: readonly EngineIssue[],
): Promise<readonly EngineIssue[]> {
  const asked = issues.filter(({code, selector}) => code === rule && !selector.includes(' >>> '))
  if (asked.length === 0) return issues
  const selectors = asked.map(({selector}) => cssSelector(selector))
  const answers = await tab
    .evaluate(answered, {selectors, told: advice.source}, [eyes])
    .catch((): readonly boolean[] => [])
  const left = new Set(asked.filter((_, index) => answers[index]))
  return issues.map((issue) => (left.has(issue) ? {...issue, severity: 'notice'} : issue))
}

/** Runs in the page. */
function answered(given: {
  readonly selectors: readonly string[]
  readonly told: string
}): readonly boolean[] {
  const scripts = [...document.scripts].map(({textContent, src}) => ({
    text: textContent ?? '',
    src,
  }))
  const waits = /['"`](?:change|input)['"`]|\bon(?:change|input)\b/
  const leaves = /\blocation\b|submit\s*\(|\bopen\s*\(|\bnavigate\b|\bhistory\b|\bfetch\b/i
  const isAnswered =
    scripts.some(({text}) => waits.test(text)) &&
    !scripts.some(({text, src}) => src !== '' || leaves.test(text))
  const told = new RegExp(given.told, 'i')
  return given.selectors.map((selector) => {
    const form = globalThis.galleyEyes.find(selector)
    if (!form) return false
    const marked = '[onchange], [oninput]'
    const isOwn = form.matches(marked) || form.querySelector(marked) !== null
    return (isAnswered && !isOwn) || isTold(form)
  })

  /** In the form itself, before its first field or in what names that. */
  function isTold(form: Element): boolean {
    const field = form.querySelector('select, input:not([type=hidden]), textarea')
    if (!field) return false
    const range = document.createRange()
    range.setStart(form, 0)
    range.setEndBefore(field)
    return told.test(range.toString())
  }
}
