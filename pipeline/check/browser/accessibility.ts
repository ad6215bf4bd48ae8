import type {Finding} from '../../model/finding.ts'
import {grouped} from '../../model/grouped.ts'
import type {EngineIssue, Tab} from '../../model/tab.ts'
import type {BrowserCheck, Seen} from '../check.ts'
import {axeRules} from './axe-rules.ts'
import {findingOn} from './finding.ts'
import {pageLevel, proven} from './grades.ts'
import {heldScrollers} from './held-scrollers.ts'
import {namedOtherwise} from './named-otherwise.ts'
import {authored} from './plain-links.ts'
import {unsettled} from './settled-contrast.ts'
import {toldWithTheWhole} from './told-with-the-whole.ts'
import {unallowed} from './unallowed.ts'
import {unsentForms} from './unsent-forms.ts'

type Engine = 'axe' | 'htmlcs'

/** What one engine said, or why it said nothing. */
type Testimony =
  | {
      readonly engine: Engine
      readonly issues: readonly EngineIssue[]
      /** Its rules that nothing on the page is a matter of, nor in a frame. */
      readonly inapplicable?: readonly string[]
    }
  | {readonly engine: Engine; readonly failure: string}

/**
 * WCAG 2.2 A and AA as axe-core and HTML_CodeSniffer see it. Findings carry the engine's own id,
 * `axe/color-contrast`; what both see at one element is said once. An engine that crashes takes
 * only its own findings along.
 */
export const accessibility: BrowserCheck<readonly Testimony[]> = {
  id: 'browser/accessibility',
  criteria: [],
  every: 'view',
  probe: async (tab) => [await hear(tab, 'axe'), await hear(tab, 'htmlcs')],
  judge(testimonies, seen) {
    const heard = testimonies
      .flatMap((one) => ('issues' in one ? one.issues : []))
      .filter(({code, selector}) => !(selector.includes(' >>> ') && pageLevel.has(code)))
      .filter((issue) => !isUntyped(issue))
      .filter(isFirstOutside)
    const issues = askOnce(heard)
    const axe = issues.filter(({engine}) => engine === 'axe')
    const others = issues.filter(({engine}) => engine !== 'axe')
    const atOfAxe = grouped(axe, ({selector}) => selector)
    const atOfOthers = grouped(others, ({selector}) => selector)
    const rest = others.filter(
      (issue) => !atOfAxe.get(issue.selector)?.some((one) => same(one, issue)),
    )
    return [
      ...testimonies.flatMap((one) => ('failure' in one ? [silence(one, seen)] : [])),
      ...axe.map((issue) => {
        const agree = atOfOthers.get(issue.selector)?.some((one) => same(issue, one))
        return testify(issue, agree ? ['axe', 'htmlcs'] : ['axe'], seen)
      }),
      ...once(rest).map((issue) => testify(issue, [issue.engine], seen)),
    ]
  },
  inapplicable: (testimonies) =>
    testimonies.flatMap((one) =>
      'issues' in one ? (one.inapplicable ?? []).map((rule) => `${one.engine}/${rule}`) : [],
    ),
}

async function hear(tab: Tab, engine: Engine): Promise<Testimony> {
  try {
    const said = await tab.engine(engine)
    const told = said.filter(({code}) => code !== 'inapplicable')
    const named = await namedOtherwise(tab, await authored(tab, await unsettled(tab, told)))
    const allowed = await toldWithTheWhole(tab, await unallowed(tab, named))
    const issues = await unsentForms(tab, await heldScrollers(tab, allowed))
    // One list a document.
    const [first = [], ...others] = said
      .filter(({code}) => code === 'inapplicable')
      .map(({message}) => message.split(' '))
    const inapplicable = first.filter((rule) => others.every((list) => list.includes(rule)))
    return {engine, issues, ...(inapplicable.length > 0 && {inapplicable})}
  } catch (error) {
    return {engine, failure: error instanceof Error ? error.message : String(error)}
  }
}

/** What stands outside of landmarks is said once a page: the landmarks are missing, not the parts. */
function isFirstOutside({code}: EngineIssue, index: number, all: readonly EngineIssue[]): boolean {
  return code !== 'region' || all.findIndex((one) => one.code === code) === index
}

/** An issue, and how many more like it are asked with it. */
type Counted = EngineIssue & {readonly alike: number}

/** What is asked of all elements of one make is asked once a page. */
function askOnce(issues: readonly EngineIssue[]): readonly Counted[] {
  const makes = grouped(issues, (issue) => (issue.needsReview ? makeOf(issue) : undefined))
  return issues.flatMap((issue) => {
    const [first, ...others] = issue.needsReview ? (makes.get(makeOf(issue)) ?? []) : [issue]
    return first === issue ? [{...issue, alike: others.length}] : []
  })
}

function makeOf({engine, code, context, selector}: EngineIssue): string {
  const [, tag = '', classes = ''] = /^<([\w-]+)(?:[^>]*?\sclass="([^"]*)")?/.exec(context) ?? []
  const [around = ''] = selector
    .replaceAll(/:nth-child\(\d+\)/g, '')
    .split(' > ')
    .slice(-2)
  return [engine, code, tag, classes, around.replace(/^#.*/, '#')].join('\n')
}

/** HTML_CodeSniffer takes an `input` without a type for one that no purpose suits: it is a text's. */
function isUntyped({engine, code, context, message}: EngineIssue): boolean {
  const isOfType = engine === 'htmlcs' && code.includes('.H98') && /does not belong/.test(message)
  return isOfType && /^<input\b(?![^>]*\stype=)/.test(context)
}

/** Of two at one element the same defect: one criterion, and not merely a reminder to look. */
function same(one: EngineIssue, other: EngineIssue): boolean {
  return (
    other.severity !== 'notice' &&
    (one.criteria.some((criterion) => other.criteria.includes(criterion)) ||
      twins.some(([end, rules]) => other.code.endsWith(end) && rules.includes(one.code)))
  )
}

/**
 * What axe-core puts under 4.1.2, and HTML_CodeSniffer elsewhere: it takes a control without a name for a
 * label that is missing (1.3.1), and a frame without one for a way past blocks (2.4.1).
 */
const twins: readonly (readonly [end: string, rules: readonly string[]])[] = [
  ['.F68', ['label', 'select-name', 'aria-input-field-name', 'aria-toggle-field-name']],
  ['.H64.1', ['frame-title']],
]

/** HTML_CodeSniffer's reminders are the same at every link: one a page is enough. */
function once(issues: readonly Counted[]): readonly Counted[] {
  const known = new Set<string>()
  return issues.filter(({code, severity}) => {
    const isAgain = known.has(code)
    known.add(code)
    return severity !== 'notice' || !isAgain
  })
}

function silence({engine, failure}: {engine: Engine; failure: string}, seen: Seen): Finding {
  return findingOn(seen, {
    check: `${engine}/could-not-run`,
    outcome: 'cantTell',
    severity: 'error',
    message: {key: 'browser/accessibility/could-not-run', values: {engine, reason: failure}},
    engines: [engine],
  })
}

function testify(issue: Counted, engines: readonly string[], seen: Seen): Finding {
  const {engine, code, selector, context, url, needsReview, message, act = [], alike} = issue
  const {contrast} = issue
  const isProven = engine === 'axe' && !needsReview && !isNoPicture(issue)
  const fails = isProven ? proven.get(code) : undefined
  const criteria = fails ?? (isLinkByRole(issue) ? ['2.4.4', ...issue.criteria] : issue.criteria)
  const isWorded = engine === 'axe' && axeRules.has(code)
  const severity = fails ? 'error' : engine === 'axe' ? issue.severity : weigh(issue)
  return findingOn(seen, {
    check: `${engine}/${code}`,
    // A notice asks a person to look: nothing has been found wrong.
    outcome: needsReview || (engine === 'htmlcs' && severity === 'notice') ? 'cantTell' : 'failed',
    severity,
    message: {
      key: needsReview
        ? 'axe/needs-review'
        : isWorded
          ? `axe/${code}${contrast ? '/measured' : ''}`
          : engine,
      values: {
        rule: code,
        help: message,
        address: url ?? '',
        ...contrast,
        ...(alike > 0 && {alike}),
      },
    },
    selector,
    // An earlier check put a style in and took it out again.
    excerpt: context.replaceAll(' style=""', ''),
    criteria,
    ...(act.length > 0 && {act}),
    engines,
    url,
  })
}

/**
 * A role of none on what is no picture leaves it what it was, as soon as it can have the focus or has
 * a name (WAI-ARIA 1.2, Presentational Roles Conflict Resolution): a muddle, and no loss.
 */
function isNoPicture({code, context}: EngineIssue): boolean {
  return code === 'presentation-role-conflict' && !/^<(img|svg|canvas|object)\b/.test(context)
}

/** What is a link by its role, without a name, has no purpose to be told by either. */
function isLinkByRole({code, context}: EngineIssue): boolean {
  return code === 'aria-command-name' && /^<[^>]*\srole="link"/.test(context)
}

// HTML_CodeSniffer's other errors are axe's too, or false alarms (measured over the ACT rules' test
// cases: at that level it adds nothing to axe and doubles the alarms). They advise.
const vetted =
  /\.(H71\.NoLegend|H43\.MissingHeadersAttrs|H49\.(Center|Font|Align)|F68\.Hidden|H32\.2|SCR20)/

/**
 * Names and contrast, which axe-core works out by the whole of the standard: a drawing may hold its
 * own name, and what is switched off may be pale. Where both see it, it is said for both. Links within
 * the page, which our own check follows though their addresses are written with per cent signs.
 */
const outdone = /\.(H91\.\w+\.(Name|NoContent)|F68|(G18|G145)\.Fail|NoSuchID)$/

function weigh(issue: EngineIssue): EngineIssue['severity'] {
  if (issue.severity !== 'error' || isAlignedCell(issue) || outdone.test(issue.code))
    return 'notice'
  if (isOfDialog(issue)) return 'notice'
  return vetted.test(issue.code) && !isSentElsewise(issue) ? 'error' : 'warning'
}

/**
 * Markdown's tables align their figures with an attribute of old: nothing is told by it alone. On
 * an element of the page's own making it means what its maker says.
 */
function isAlignedCell({code, context}: EngineIssue): boolean {
  return code.includes('.H49.Align') && /^<((td|th|tr|col)\b|[a-z][\w.]*-)/.test(context)
}

/** The form of a dialog is sent nowhere: it is closed (HTML, section 4.10.22.3), by Escape too. */
function isOfDialog({code, context}: EngineIssue): boolean {
  return code.includes('.H32.2') && /^<form\b[^>]*\smethod="dialog"/i.test(context)
}

/**
 * A form that says neither where nor how it is sent needs no button to send it: its page's own
 * scripts do what it is for. The button of one that is made of the page's own elements stands in
 * their shadow, where HTML_CodeSniffer does not look. A search is one field, which Enter sends (HTML,
 * section 4.10.22.2).
 */
function isSentElsewise({code, context}: EngineIssue): boolean {
  if (!code.includes('.H32.2')) return false
  return (
    /^<form\b[^>]*\b(role|class|id|action)="(?:[^"]*[^a-z"])?search/i.test(context) ||
    /^<form(?![^>]*\s(?:action|method)=)/.test(context) ||
    /^<form\b[^>]*>.*<[a-z][\w.]*-/.test(context)
  )
}
