import type {ComponentChildren} from 'preact'
import type {Locale} from '../../model/locale.ts'
import type {Speaker} from '../../words/speaker.ts'
import {failuresIn, type CriterionResult} from '../criterion-results.ts'
import {Cell} from './cell.tsx'
import {CriterionName} from './criterion-name.tsx'
import {requirementsOn} from './kwcag.ts'
import {T} from './words.tsx'

/** What each criterion came to, and in which languages. */
export interface CriteriaTold {
  readonly results: readonly CriterionResult[]
  /** Languages that are told apart; none in an audit. */
  readonly editions: readonly Locale[]
  readonly words: Speaker
}

/** The criteria of WCAG 2.2, a row each: what failed, what was tested, what is left for a person. */
export function CriteriaTable({results, editions, words}: CriteriaTold) {
  return (
    <table class="editions criteria" role="table">
      <caption>WCAG 2.2 A, AA</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            WCAG 2.2
          </th>
          <th scope="col" role="columnheader">
            KWCAG 2.2
          </th>
          {editions.length === 0 ? (
            <th scope="col" role="columnheader">
              <T words={words} k="conformance.result" />
            </th>
          ) : (
            editions.map(({tag, autonym}) => (
              <th scope="col" role="columnheader" lang={tag}>
                {autonym}
              </th>
            ))
          )}
          <th scope="col" role="columnheader" class="number">
            <T words={words} k="conformance.tests" />
          </th>
          <th scope="col" role="columnheader" class="number">
            <T words={words} k="conformance.questions" />
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {results.map((result) => (
          <tr role="row">
            <th scope="row" role="rowheader" class="headline">
              <CriterionName criterion={result.criterion} words={words} />
            </th>
            <Cell column="KWCAG 2.2">
              <span class="requirement">
                <Requirements criterion={result.criterion} words={words} />
              </span>
            </Cell>
            {editions.length === 0 ? (
              <Result
                {...result}
                column={<T words={words} k="conformance.result" />}
                words={words}
              />
            ) : (
              editions.map(({tag, autonym}) => (
                <Result
                  {...result}
                  failures={failuresIn(tag, result.failures)}
                  column={<span lang={tag}>{autonym}</span>}
                  words={words}
                />
              ))
            )}
            <Cell class="number" column={<T words={words} k="conformance.tests" />}>
              {result.tests}
            </Cell>
            <Cell class="number" column={<T words={words} k="conformance.questions" />}>
              {result.questions}
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Requirements({criterion, words}: {readonly criterion: string; readonly words: Speaker}) {
  const requirements = requirementsOn(criterion)
  if (requirements.length === 0) return <>–</>
  return (
    <>
      {requirements.map(({number, name}, index) => (
        <>
          {index > 0 && <br />}
          {number} {words.locale === 'ko' ? name : <span lang="ko">{name}</span>}
        </>
      ))}
    </>
  )
}

function Result({
  criterion,
  failures: {length: count},
  tests,
  column,
  words,
}: CriterionResult & {readonly column: ComponentChildren; readonly words: Speaker}) {
  if (count === 0) {
    const key = tests === 0 ? 'conformance.not-evaluated' : 'conformance.nothing-found'
    return (
      <Cell column={column}>
        <T words={words} k={key} />
      </Cell>
    )
  }
  return (
    <Cell column={column} class="error">
      <a href={`#${anchorOf(criterion, words)}`}>
        <T words={words} k="conformance.failed" values={{count}} />
      </a>
    </Cell>
  )
}

/** Where it is told what failed of a criterion. */
export function anchorOf(criterion: string, {locale}: Speaker): string {
  return `${locale}-${criterion}`
}
