import {T} from './components/t.tsx'
import {Topic} from './components/topic.tsx'
import {Page} from './page.tsx'
import type {ArchiveView} from './view.ts'

/** The way to every list there is. */
export function Archive(view: ArchiveView) {
  const {groups, words} = view
  return (
    <Page {...view} kind="archive">
      <header class="list-head">
        <h1>
          <T words={words} k="archive.title" />
        </h1>
      </header>
      <div class="groups">
        {groups.map(({kind, links}) => (
          <section>
            <h2>
              <T words={words} k={`archive.${kind}`} />
            </h2>
            <ul>
              {links.map(({count, ...topic}) => (
                <li>
                  <Topic {...topic} />{' '}
                  <span class="count">
                    <T words={words} k="list.count" values={{count}} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  )
}
