import {T} from './components/t.tsx'
import {Topic} from './components/topic.tsx'
import {Page} from './page.tsx'
import type {SearchView} from './view.ts'

/**
 * Searching the articles of one language. `scripts/search.ts` shows the field and fills the list;
 * whoever has no JavaScript is led to the lists.
 */
export function Search(view: SearchView) {
  const {archive, index, parts, sections, words} = view
  // The script puts the number in: it knows no words.
  const counted = {number: '{n}'}
  return (
    <Page {...view} kind="search">
      <header class="list-head">
        <h1>
          <T words={words} k="search.title" />
        </h1>
      </header>
      <div
        class="finder"
        role="search"
        hidden
        data-index={index}
        data-parts={parts}
        data-found={words.say('search.found', counted)}
        data-none={words.say('search.none')}
        data-failed={words.say('search.failed')}
      >
        <label for="search-words">
          <T words={words} k="search.label" />
        </label>
        <div class="field">
          <input id="search-words" type="search" autocomplete="off" spellcheck={false} />
          <button type="button">
            <T words={words} k="search.button" />
          </button>
        </div>
        <div class="meta" role="status" />
      </div>
      <ol class="results" hidden />
      <p class="without-script">
        <T words={words} k="search.script" />
      </p>
      <section class="browse">
        <h2>
          <T words={words} k="search.browse" />
        </h2>
        <ul>
          {sections.map((section) => (
            <li>
              <Topic {...section} />
            </li>
          ))}
          {archive !== undefined && (
            <li>
              <a href={archive}>
                <T words={words} k="archive.title" />
              </a>
            </li>
          )}
        </ul>
      </section>
    </Page>
  )
}
