import type {Finding} from '../model/finding.ts'
import {grouped} from '../model/grouped.ts'
import type {JudgedFinding} from '../model/verdict.ts'
import type {Speaker} from '../words/speaker.ts'
import {indented, type Screen} from './screen.ts'
import {causeValues, placeOf, waiverKey, waiverValues} from './sentence.ts'

/** What a summary does not list, and how much of it; who excused what, and which causes were known. */
export function leftOut(
  all: readonly JudgedFinding[],
  shown: readonly JudgedFinding[],
  words: Speaker,
  screen: Screen,
): string {
  const hidden = all.filter((finding) => !shown.includes(finding))
  const waived = hidden.filter((finding) => finding.waived)
  const known = hidden.filter((finding) => finding.known && finding.cause === undefined)
  const caused = hidden.filter((finding) => finding.cause !== undefined)
  const questions = hidden.filter((finding) => !finding.waived && finding.asks)
  const told = waived.length + known.length + caused.length + questions.length
  const notices = hidden.length - told
  return [
    ...(notices > 0 ? [words.say('report', 'left-out.notices', {count: notices})] : []),
    ...(questions.length > 0
      ? [
          words.say('report', 'left-out.questions', {
            count: questions.length,
            kinds: words.say('report', 'kinds', {count: differentOf(questions)}),
          }),
        ]
      : []),
    ...(known.length > 0 ? [words.say('report', 'left-out.known', {count: known.length})] : []),
    ...(caused.length > 0 ? [words.say('report', 'left-out.caused', {count: caused.length})] : []),
    ...causesOf(caused, words, screen),
    ...(waived.length > 0 ? [words.say('report', 'left-out.waived', {count: waived.length})] : []),
    ...waiversOn(waived, words, screen),
  ].join('\n')
}

/** What was known of a template or a style sheet, and is there again: a line a cause. */
function causesOf(
  findings: readonly JudgedFinding[],
  words: Speaker,
  screen: Screen,
): readonly string[] {
  const causes = [...grouped(findings, ({cause}) => cause).entries()]
  const rest = causes.length - most
  return [
    ...causes.slice(0, most).map(([cause, own]) => {
      const files = [...new Set(own.map(({place}) => place.file))]
      const about = [cause.check, files.slice(0, 3).join(', ')].join(' · ')
      const others = files.length > 3 ? ' …' : ''
      return indented(
        `${about}${others}: ${words.say('report', 'caused', causeValues(cause))}`,
        '  ',
        screen,
      )
    }),
    ...(rest > 0
      ? [indented(words.say('report', 'left-out.causes', {count: rest}), '  ', screen)]
      : []),
  ]
}

/** Who answers for what is waived, and until when: a line a waiver. */
function waiversOn(
  findings: readonly JudgedFinding[],
  words: Speaker,
  screen: Screen,
): readonly string[] {
  const waivers = [...new Set(findings.flatMap(({waived}) => waived ?? []))]
  const rest = waivers.length - most
  return [
    ...waivers.slice(0, most).map((waiver) => {
      const {check, file, unit} = waiver
      const about = `${check} · ${placeOf({file, ...(unit !== undefined && {unit})})}`
      return indented(
        `${about}: ${words.say('report', waiverKey(waiver), waiverValues(waiver))}`,
        '  ',
        screen,
      )
    }),
    ...(rest > 0
      ? [indented(words.say('report', 'left-out.waivers', {count: rest}), '  ', screen)]
      : []),
  ]
}

/** Waivers and causes that are named; the report names all. */
const most = 10

/** How many different things they ask: the same is asked of every page. */
function differentOf(questions: readonly Finding[]): number {
  return new Set(questions.map(({check}) => check)).size
}
