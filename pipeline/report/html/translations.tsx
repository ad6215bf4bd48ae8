import type {EditionSummary, Run} from '../../model/run.ts'
import type {Speaker} from '../../words/speaker.ts'
import {Cell} from './cell.tsx'
import {T} from './words.tsx'

/** How far each translation has come, for those who translate: one row an article and language. */
export function Translations({run, words}: {readonly run: Run; readonly words: Speaker}) {
  const translations = run.editions.filter(({locale, sourceLocale}) => locale !== sourceLocale)
  if (translations.length === 0) return null
  return (
    <table class="editions translations" role="table">
      <caption>
        <T words={words} k="translations" />
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {['language', 'headline', ...counts.map(([name]) => name)].map((name) => (
            <th scope="col" role="columnheader" class={name}>
              <T words={words} k={`column.${name}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {translations.map((edition) => (
          <tr role="row">
            <Cell class="language" column={<T words={words} k="column.language" />}>
              {edition.locale}
            </Cell>
            <th scope="row" role="rowheader" class="headline" lang={edition.locale}>
              {edition.headline}
            </th>
            {counts.map(([name, count]) => (
              <Cell class="number" column={<T words={words} k={`column.${name}`} />}>
                {words.number(count(edition))}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const counts: readonly (readonly [name: string, count: (edition: EditionSummary) => number])[] = [
  ['units', ({progress}) => progress.units],
  ['untranslated', ({progress}) => progress.untranslated],
  ['left', ({progress}) => progress.wordsLeft],
  ['stale', ({progress}) => progress.stale],
  ['drafts', ({progress}) => progress.drafts],
  ['reviewed', ({progress}) => progress.reviewed],
  ['found', ({found}) => found.error + found.warning],
]
