import type {Declaration} from '../../model/declaration.ts'
import type {JudgedFinding} from '../../model/verdict.ts'
import type {Speaker} from '../../words/speaker.ts'
import {clean} from '../clean.ts'
import {
  adviceOf,
  causeValues,
  declarationOf,
  placeOf,
  sentenceOf,
  viewsOf,
  waiverKey,
  waiverValues,
  type Said,
} from '../sentence.ts'
import {shortened} from '../shortened.ts'
import {isInWcag, nameOfCriterion} from '../criterion.ts'
import type {Album} from './album.ts'
import {CriterionName} from './criterion-name.tsx'
import {requirementsOf} from './kwcag.ts'
import {Changes} from './changes.tsx'
import {Pictures} from './pictures.tsx'
import {Code, In, T} from './words.tsx'

interface Told {
  /** By which it is found among the headings. */
  readonly level: 'h4' | 'h5' | 'h6'
  readonly finding: JudgedFinding
  /** What it is told for, itself the first. */
  readonly members: readonly JudgedFinding[]
  /** How many more elements of its make there are. */
  readonly alike: number
  readonly words: Speaker
  readonly album: Album
}

/** One finding: what, where, what to do, and everything a person needs to see it for themselves. */
export function OneFinding({finding, members, alike, words, album, level: Heading}: Told) {
  const {id, severity, outcome, blocks, waived, place, excerpt} = finding
  const sentence = sentenceOf(finding, words)
  const heading = sentenceOf(finding, words, 60)
  const advice = adviceOf(finding, words)
  return (
    <li id={`${words.locale}-${id}`} class={`finding ${severity}`}>
      <Heading class="sentence">
        <In {...heading} words={words} />
      </Heading>
      {heading.text !== sentence.text && (
        <p>
          <In {...sentence} words={words} />
        </p>
      )}
      <p class="place">
        <Code text={placeOf(place)} /> <span class="check">{finding.check}</span>
      </p>
      <Others finding={finding} members={members} alike={alike} words={words} />
      {excerpt !== undefined && (
        <blockquote class="excerpt">
          <Code text={clean(excerpt)} />
        </blockquote>
      )}
      {advice && (
        <p class="advice">
          <Advice {...advice} url={finding.url} words={words} />
        </p>
      )}
      {waived && (
        <p class="badge">
          <T words={words} k={waiverKey(waived)} values={waiverValues(waived)} />
        </p>
      )}
      {finding.known && (
        <p class="badge">
          {finding.cause === undefined ? (
            <T words={words} k="known" />
          ) : (
            <T words={words} k="caused" values={causeValues(finding.cause)} />
          )}
        </p>
      )}
      {outcome === 'cantTell' && (
        <p class="badge">
          <T words={words} k="cant-tell" />
        </p>
      )}
      {blocks && severity !== 'error' && (
        <p class="badge">
          <T words={words} k="blocks" />
        </p>
      )}
      <Changes finding={finding} words={words} />
      <More finding={finding} words={words} />
      <Pictures finding={finding} album={album} words={words} />
    </li>
  )
}

/** How many pages of a finding are named; `report.json` names all. */
const MOST_PAGES = 50

/** How many other elements are named. */
const MOST_PLACES = 10

/** How many more elements, where some of them stand, and on which pages. */
function Others({finding, members, alike, words}: Omit<Told, 'album' | 'level'>) {
  const {pages = [], changes, place} = finding
  const elsewhere = members
    .filter((one) => one.place.file === place.file && one.place.selector !== place.selector)
    .map(({place: {line, selector = ''}}) => clean(`${line ?? ''} ${shortened(selector)}`.trim()))
  const places = [...new Set(elsewhere)]
  // What changed pages' looks says itself on how many.
  const others = changes === undefined ? pages.slice(1) : []
  return (
    <>
      {alike > 0 && (
        <p class="others">
          <T words={words} k="alike" values={{count: alike}} />
          {places.slice(0, MOST_PLACES).map((one) => (
            <>
              {' · '}
              <Code text={one} />
            </>
          ))}
          {places.length > MOST_PLACES && ' · …'}
        </p>
      )}
      {others.length > 0 && (
        <details class="others">
          <summary>
            <T words={words} k="other-pages" values={{count: others.length}} />
          </summary>
          <ul>
            {others.slice(0, MOST_PAGES).map(({file}) => (
              <li>
                <Code text={file} />
              </li>
            ))}
            {others.length > MOST_PAGES && <li>…</li>}
          </ul>
        </details>
      )}
    </>
  )
}

/** What to do; the address of a page that explains it, where it ends in one, can be followed. */
function Advice({
  text,
  locale,
  url,
  words,
}: Said & {readonly url: string | undefined; readonly words: Speaker}) {
  const isLinked = isWeb(url) && text.endsWith(url)
  return (
    <>
      <In text={isLinked ? text.slice(0, -url.length) : text} locale={locale} words={words} />
      {isLinked && <Link href={url} text={url} />}
    </>
  )
}

function More({finding, words}: Pick<Told, 'finding' | 'words'>) {
  const {criteria, engines, expected, actual, place, url, declared = []} = finding
  const views = viewsOf(finding)
  const meant = criteria.filter((criterion) => words.has('report', `reader.${criterion}`))
  const rows = [
    meant.length > 0 &&
      ([
        'reader',
        meant.map((criterion, index) => (
          <>
            {index > 0 && ' '}
            <T words={words} k={`reader.${criterion}`} />
          </>
        )),
      ] as const),
    criteria.length > 0 &&
      ([
        'criteria',
        criteria.map((criterion, index) => (
          <>
            {index > 0 && <br />}
            <Criterion criterion={criterion} check={finding.check} words={words} />
          </>
        )),
      ] as const),
    views.length > 0 && (['views', <Code text={views.join(', ')} />] as const),
    engines.length > 0 && (['engines', <Code text={engines.join(', ')} />] as const),
    declared.length > 0 &&
      ([
        'declared',
        declared.map((one, index) => (
          <>
            {index > 0 && <br />}
            <DeclarationName declaration={one} />
          </>
        )),
      ] as const),
    place.selector !== undefined &&
      (['selector', <Code text={shortened(place.selector)} />] as const),
    expected !== undefined && (['expected', <Code text={expected} />] as const),
    actual !== undefined && (['actual', <Code text={actual} />] as const),
    isWeb(url) &&
      adviceOf(finding, words)?.text.endsWith(url) !== true &&
      (['rule', <Link href={url} text={url} />] as const),
  ].filter((row) => row !== false)
  if (rows.length === 0) return null
  return (
    <dl class="more">
      {rows.map(([name, value]) => (
        <div>
          <dt>
            <T words={words} k={`more.${name}`} />
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What a style sheet says, and where. */
function DeclarationName({declaration}: {readonly declaration: Declaration}) {
  const {rule, place} = declarationOf(declaration)
  return (
    <>
      <Code text={rule} /> <Code text={place} />
    </>
  )
}

/** A criterion in the terms of WCAG 2.2, and of KWCAG 2.2 where that asks for it too. */
function Criterion({
  criterion,
  check,
  words,
}: {
  readonly criterion: string
  readonly check: string
  readonly words: Speaker
}) {
  return (
    <>
      {isInWcag(criterion) && (
        <CriterionName criterion={criterion} text={nameOfCriterion(criterion)} words={words} />
      )}
      {requirementsOf(criterion, check).map(({number, name, match}) => (
        <>
          {isInWcag(criterion) && ' · '}
          <span translate={false}>KWCAG {number}</span>{' '}
          {words.locale === 'ko' ? name : <span lang="ko">{name}</span>}
          {match === 'partly' && (
            <>
              {' ('}
              <T words={words} k="kwcag.partly" />)
            </>
          )}
        </>
      ))}
    </>
  )
}

function Link({href, text}: {readonly href: string | undefined; readonly text: string}) {
  if (href === undefined) return <>{text}</>
  return (
    <a href={href} hreflang="en" translate={false}>
      {text}
    </a>
  )
}

function isWeb(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//.test(url)
}
