import type {EditionSummary, Run} from '../../model/run.ts'
import type {Speaker} from '../../words/speaker.ts'
import {editionCells, editionColumns} from '../edition-table.ts'
import {elsewhereIn} from '../elsewhere.ts'
import {Cell} from './cell.tsx'
import {T} from './words.tsx'

/**
 * One row an edition. On a narrow screen each row becomes a block with its columns' names beside
 * the values; the roles keep it a table for those who hear it.
 */
export function Editions({run, words}: {readonly run: Run; readonly words: Speaker}) {
  const elsewhere = elsewhereIn(run, words)
  return (
    <>
      {run.editions.length === 0 ? (
        <p>
          <T words={words} k="editions.none" />
        </p>
      ) : (
        <Table run={run} words={words} />
      )}
      {elsewhere !== '' && <p>{elsewhere}</p>}
    </>
  )
}

function Table({run, words}: {readonly run: Run; readonly words: Speaker}) {
  return (
    <table class="editions" role="table">
      <caption>
        <T words={words} k="editions" />
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {editionColumns.map((name) => (
            <th scope="col" role="columnheader" class={name}>
              <T words={words} k={`column.${name}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {run.editions.map((edition) => (
          <Row edition={edition} words={words} />
        ))}
      </tbody>
    </table>
  )
}

function Row({edition, words}: {readonly edition: EditionSummary; readonly words: Speaker}) {
  const {locale, slug, headline, decision} = edition
  const cells = editionCells(edition, words)
  return (
    <tr role="row" class={decision}>
      {editionColumns.map((name, index) => {
        if (name === 'headline') {
          return (
            <th scope="row" role="rowheader" class={name}>
              <a href={`#${words.locale}-of-${locale}-${slug}`} lang={locale}>
                {headline}
              </a>
            </th>
          )
        }
        return (
          <Cell class={name} column={<T words={words} k={`column.${name}`} />}>
            {cells[index]}
          </Cell>
        )
      })}
    </tr>
  )
}
