import {Card} from './components/card.tsx'
import {Steps} from './components/steps.tsx'
import {T} from './components/t.tsx'
import {Page} from './page.tsx'
import type {ListView} from './view.ts'

/** A list of articles, newest first: a section, a subject, an author, a month. */
export function List(view: ListView) {
  const {articles, kind, name, steps, words} = view
  return (
    <Page {...view} kind="list">
      <header class="list-head">
        <p class="kicker">
          <T words={words} k={`list.kind.${kind}`} />
        </p>
        <h1>
          <span lang={name.lang}>{name.text}</span>
        </h1>
        {steps.number > 1 && (
          <p class="meta">
            <T words={words} k="steps.page" values={{number: steps.number, of: steps.of}} />
          </p>
        )}
      </header>
      <div class="cards">
        {articles.map((article) => (
          <Card {...article} words={words} />
        ))}
      </div>
      <Steps {...steps} words={words} />
    </Page>
  )
}
