import type {Run} from '../../model/run.ts'
import type {Speaker} from '../../words/speaker.ts'
import {waiverKey, waiverValues} from '../sentence.ts'
import {Code, T} from './words.tsx'

interface Told {
  readonly run: Run
  readonly words: Speaker
}

/** The waivers that excuse something in this run, with who answers for them. */
export function Waivers({run, words}: Told) {
  const waivers = new Set(run.verdict.findings.flatMap(({waived}) => waived ?? []))
  if (waivers.size === 0) return null
  return (
    <section>
      <h3>
        <T words={words} k="waivers" />
      </h3>
      <ul class="waivers">
        {[...waivers].map((waiver) => (
          <li>
            <Code text={`${waiver.check} · ${waiver.file}`} />
            <br />
            <T words={words} k={waiverKey(waiver)} values={waiverValues(waiver)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was checked: a report without findings is worth as much as this table is long. */
export function Checked({run, words}: Told) {
  const rows = Object.entries(run.verdict.checked).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return (
    <table class="checked">
      <caption>
        <T words={words} k="checked" />
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <T words={words} k="column.check" />
          </th>
          <th scope="col" class="number">
            <T words={words} k="column.places" />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([check, count]) => (
          <tr>
            <th scope="row">
              <Code text={check} />
            </th>
            <td class="number">{words.number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
