import type {Finding} from '../../model/finding.ts'
import type {Speaker} from '../../words/speaker.ts'
import {changesOf} from '../changes.ts'
import {Code, In, T} from './words.tsx'

/** What explains that a page looks otherwise than approved, and all pages it shows on. */
export function Changes({finding, words}: {readonly finding: Finding; readonly words: Speaker}) {
  const changes = changesOf(finding, words)
  const {pages = [], changes: isChange} = finding
  return (
    <>
      {changes.length > 0 && (
        <ul class="changes" aria-label={words.say('report', 'changes')}>
          {changes.map((change) => (
            <li>
              <In text={change} locale={words.locale} words={words} />
            </li>
          ))}
        </ul>
      )}
      {isChange !== undefined && pages.length > 1 && (
        <details>
          <summary>
            <T words={words} k="changes.pages" values={{count: pages.length}} />
          </summary>
          <ul class="changes">
            {pages.map(({file, views}) => (
              <li>
                <Code text={file} /> <Code text={views.join(', ')} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
