import type {Severity} from '../../model/finding.ts'
import type {EditionSummary, Run} from '../../model/run.ts'
import type {JudgedFinding} from '../../model/verdict.ts'
import type {Speaker} from '../../words/speaker.ts'
import {together, type Group} from '../together.ts'
import type {Album} from './album.ts'
import {OneFinding} from './one-finding.tsx'
import {T} from './words.tsx'

/** What a person may answer comes last: nothing has been found wrong there. */
const KINDS: readonly (Severity | 'question')[] = ['error', 'warning', 'notice', 'question']

type Grouped = Group<JudgedFinding>

/** How many of a kind are told one by one: thousands of pages have more than a browser can show. */
const MOST = 500

/** Those that are told, in their order: if not all, those that most is said of. */
function toldOf(groups: readonly Grouped[]): readonly Grouped[] {
  if (groups.length <= MOST) return groups
  const largest = groups.toSorted((a, b) => b.members.length - a.members.length).slice(0, MOST)
  const told = new Set(largest)
  return groups.filter((group) => told.has(group))
}

interface Telling {
  readonly words: Speaker
  readonly album: Album
}

/** All findings: those that several editions share, then edition by edition, worst first. */
export function Findings({run, ...telling}: Telling & {readonly run: Run}) {
  const {words} = telling
  const {findings} = run.verdict
  const groups = together(findings)
  const isOwn = (members: readonly JudgedFinding[], edition: EditionSummary) =>
    members.every((one) => isOf(one, edition))
  const shared = groups.filter(
    ({members}) => !run.editions.some((edition) => isOwn(members, edition)),
  )
  return (
    <section class="findings" aria-labelledby={`${words.locale}-findings`}>
      <h3 id={`${words.locale}-findings`}>
        <T words={words} k="findings" />
      </h3>
      {findings.length === 0 && (
        <p>
          <T words={words} k="findings.none" />
        </p>
      )}
      {shared.length > 0 && (
        <section>
          {run.audited === undefined && (
            <h4>
              <T words={words} k="findings.shared" />
            </h4>
          )}
          <BySeverity groups={shared} level={run.audited ? 'h4' : 'h5'} {...telling} />
        </section>
      )}
      {run.editions.map((edition) => {
        const own = groups.filter(({members}) => isOwn(members, edition))
        const isTold = shared.some(({members}) => members.some((one) => isOf(one, edition)))
        return (
          <section>
            <h4 id={`${words.locale}-of-${edition.locale}-${edition.slug}`}>
              <span lang={edition.locale}>{edition.headline}</span>{' '}
              <span class="tag">{edition.locale}</span>
            </h4>
            {own.length === 0 && (
              <p>
                <T words={words} k={isTold ? 'findings.above' : 'findings.none'} />
              </p>
            )}
            <BySeverity groups={own} level="h5" {...telling} />
          </section>
        )
      })}
    </section>
  )
}

function isOf({article, locale}: JudgedFinding, edition: EditionSummary): boolean {
  return article === edition.slug && locale === edition.locale
}

const belowOf = {h4: 'h5', h5: 'h6'} as const

function BySeverity({
  groups,
  level: Heading,
  ...telling
}: Telling & {readonly groups: readonly Grouped[]; readonly level: 'h4' | 'h5'}) {
  return (
    <>
      {KINDS.map((kind) => {
        const some = groups.filter(
          ({finding}) => (finding.asks ? 'question' : finding.severity) === kind,
        )
        if (some.length === 0) return null
        const all = some.flatMap(({members}) => members).length
        const shown = toldOf(some)
        const left = some.length - shown.length
        const count = <T words={telling.words} k={`findings.${kind}`} values={{count: all}} />
        // Notices are many and seldom urgent.
        const isFolded = kind === 'notice' || kind === 'question'
        const below = isFolded ? Heading : belowOf[Heading]
        const list = (
          <>
            <ol class="list">
              {shown.map((group) => (
                <OneFinding {...group} {...telling} level={below} />
              ))}
            </ol>
            {left > 0 && (
              <p>
                <T words={telling.words} k="findings.left" values={{count: left}} />
              </p>
            )}
          </>
        )
        if (isFolded) {
          return (
            <details>
              <summary>{count}</summary>
              {list}
            </details>
          )
        }
        return (
          <>
            <Heading class={kind}>{count}</Heading>
            {list}
          </>
        )
      })}
    </>
  )
}
