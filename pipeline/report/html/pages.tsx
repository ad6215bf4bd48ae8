import type {PageSummary} from '../../model/audit.ts'
import type {Speaker} from '../../words/speaker.ts'
import {pageCells, pageColumns} from '../page-table.ts'
import {T} from './words.tsx'

/** One row for each page of an audit. */
export function Pages({
  pages,
  words,
}: {
  readonly pages: readonly PageSummary[]
  readonly words: Speaker
}) {
  return (
    <table class="checked">
      <caption>
        <T words={words} k="audit.pages" />
      </caption>
      <thead>
        <tr>
          {pageColumns.map((key, index) => (
            <th scope="col" class={index > 0 && index < 4 ? 'number' : undefined}>
              <T words={words} k={key} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pages.map((page) => {
          const [path, ...cells] = pageCells(page, words)
          return (
            <tr>
              <th scope="row" translate={false}>
                {path}
              </th>
              {cells.map((cell, index) => (
                <td class={index < 3 ? 'number' : undefined}>{cell}</td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
