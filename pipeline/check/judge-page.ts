import type {Memory} from '../model/memory.ts'
import type {DocumentCheck, ParsedPage, Site} from './check.ts'
import type {Ask, Question} from './document/neighbours.ts'
import {identityOf} from './document/parse.ts'
import {onPage, trial, type Trial} from './trial.ts'

/**
 * Every check of one page's markup. What a page asks about the others is remembered with it, so that
 * its findings are those of before for as long as it and the answers stay the same.
 */
export function judgePage(
  page: ParsedPage,
  checks: readonly DocumentCheck[],
  {url, locales, ask}: Site,
  memory: Memory,
): readonly Trial[] {
  const run = (list: readonly DocumentCheck[], asking: Ask) =>
    list.map((check) =>
      trial(check, onPage(page.rendition), () => check.judge(page, {url, locales, ask: asking})),
    )
  const alone = checks.filter(({together}) => together === undefined)
  const from = [identityOf(page.rendition), url, locales, alone.map(({id}) => id)]
  let made: readonly Trial[] | undefined
  const questions = memory.recall('page-questions', from, () => {
    const asked = new Map<string, Question>()
    made = run(alone, (kind, ...about) => {
      asked.set(keyOf([kind, ...about]), [kind, ...about])
      return ask(kind, ...about)
    })
    return [...asked.values()]
  })
  const answers = questions.map((question) => ask(...question))
  const own = memory.recall(
    'page-trials',
    [from, answers],
    () => made ?? run(alone, only(questions, ask)),
  )
  const others = checks.filter(({together}) => together === true)
  return [...own, ...run(others, ask)]
}

/** Answers no other questions: what was found by one that was not recorded would be remembered wrongly. */
function only(questions: readonly Question[], ask: Ask): Ask {
  const recorded = new Set(questions.map(keyOf))
  return (kind, ...about) => {
    const question = keyOf([kind, ...about])
    if (!recorded.has(question)) throw new Error(`was not asked before: ${question}`)
    return ask(kind, ...about)
  }
}

function keyOf(question: Question): string {
  return JSON.stringify(question)
}
