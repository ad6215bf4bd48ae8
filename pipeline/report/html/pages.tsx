import type {PageSummary} from '../../model/audit.ts'
import type {Transcript} from '../../model/transcript.ts'
import type {Speaker} from '../../words/speaker.ts'
import {pageCells, pageColumns} from '../page-table.ts'
import {hrefOf} from './href.ts'
import {T} from './words.tsx'

/** One row for each page of an audit. */
export function Pages({
  pages,
  words,
  transcripts,
}: {
  readonly pages: readonly PageSummary[]
  readonly words: Speaker
  readonly transcripts: ReadonlyMap<string, Transcript>
}) {
  return (
    <table class="checked">
      <caption>
        <T words={words} k="audit.pages" />{' '}
        {transcripts.size > 0 && (
          <span class="about">
            <T words={words} k="audit.pages.heard" />
          </span>
        )}
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
          const file = transcripts.get(page.path)?.file
          return (
            <tr>
              <th scope="row" translate={false}>
                {file === undefined ? path : <a href={hrefOf(file)}>{path}</a>}
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
