import type {Filed} from '../model/brief.ts'
import type {Memory} from '../model/memory.ts'
import type {House, TranslationCheck} from './check.ts'
import {consistency} from './translation/consistency.ts'
import {otherwiseElsewhere, sentencesOf} from './translation/elsewhere.ts'
import {failed, inEdition, trial, type Trial} from './trial.ts'

/** What an edition's text is judged by, beside the text. */
export interface EditionJudges {
  readonly checks: readonly TranslationCheck[]
  readonly house: House
  readonly memory: Memory
}

/** Every check of one edition's text; remembered by what the edition and the house say. */
export function judgeEdition(
  {brief, from, edition}: Filed,
  {checks, house, memory}: EditionJudges,
): readonly Trial[] {
  return memory.recall('edition-trials', [from, house, checks.map(({id}) => id)], () =>
    checks.map((check) => trial(check, inEdition(brief), () => check.judge(edition(), house))),
  )
}

/** What only all editions together show: one text that is translated in two ways. */
export function judgeTogether(
  editions: readonly Filed[],
  {checks, memory}: EditionJudges,
): readonly Trial[] {
  if (!checks.includes(consistency)) return []
  const unread: Trial[] = []
  const said = editions.map(({brief, from, edition}) => {
    const {slug, locale} = brief
    try {
      const read = () => sentencesOf(edition())
      return {slug, locale, sentences: memory.recall('edition-sentences', from, read)}
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      unread.push(failed(consistency, inEdition(brief), reason))
      return {slug, locale, sentences: []}
    }
  })
  return [
    ...otherwiseElsewhere(said).map((findings) => ({by: consistency.id, findings})),
    ...unread,
  ]
}
