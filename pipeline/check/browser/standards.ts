import type {Finding} from '../../model/finding.ts'
import type {PageTree} from '../../model/page-tree.ts'
import type {BrowserCheck, Seen} from '../check.ts'
import {pageOf, type Page} from '../rule/page.ts'
import type {Breach, Rule} from '../rule/rule.ts'
import {rules} from '../rule/rules.ts'
import {findingOn} from './finding.ts'
import {readPageTree, treeTools} from './page-tree.ts'

type Values = NonNullable<Breach['values']>

/** The document of the page (whose `frame` is empty), or of a frame in it. */
type Reading = {readonly frame: string; readonly value: PageTree}

/**
 * What engines miss, by the texts of the standards: every rule of `rule/` on one reading of the
 * page, and of each frame in it. Findings carry the rule's id. A rule that crashes takes only its
 * own findings along.
 */
export const standards: BrowserCheck<readonly Reading[]> = {
  id: 'browser/standards',
  criteria: [],
  every: 'viewport',
  probe: (tab) => tab.readAll(readPageTree, null, treeTools),
  judge: (readings, seen) =>
    readings.flatMap(({frame, value}) => {
      const page = pageOf(value)
      return rules
        .filter(({ofPage}) => frame === '' || ofPage !== true)
        .flatMap((rule) => tried(rule, page, seen, frame))
    }),
  inapplicable(readings) {
    const kinds = new Set(
      readings.flatMap(({value}) => value.nodes.flatMap(({tag, role}) => [tag, role])),
    )
    const has = (of: RegExp) => [...kinds].some((kind) => of.test(kind))
    return rules.flatMap(({id, of}) => (of === undefined || has(of) ? [] : [id]))
  },
}

function tried(rule: Rule, page: Page, seen: Seen, frame: string): readonly Finding[] {
  try {
    return rule.judge(page).map((breach) => finding(rule, breach, page, seen, frame))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [
      findingOn(seen, {
        check: rule.id,
        outcome: 'cantTell',
        severity: 'error',
        message: {key: 'check/could-not-run', values: {check: rule.id, file: seen.page, reason}},
        criteria: rule.criteria,
      }),
    ]
  }
}

function finding(
  rule: Rule,
  {at, variant, values = {}, ...more}: Breach,
  page: Page,
  seen: Seen,
  frame: string,
) {
  const way = frame === '' ? '' : `${frame} >>> `
  return findingOn(seen, {
    check: rule.id,
    outcome: more.doubtful ? 'cantTell' : 'failed',
    severity: more.severity ?? rule.severity,
    message: {
      key: variant === undefined ? rule.id : `${rule.id}/${variant}`,
      values: at ? told(values, page.tag(at)) : values,
    },
    criteria: more.criteria ?? rule.criteria,
    act: more.act ?? rule.act,
    ...(at && {selector: way + page.selector(at), excerpt: page.quote(at)}),
  })
}

/** Of what has no name, its tag says which it is. */
function told(values: Values, tag: string): Values {
  const {name, text} = values
  return {...values, ...(name === '' && {name: tag}), ...(text === '' && {text: tag})}
}
