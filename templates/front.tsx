import {Card} from './components/card.tsx'
import {Day} from './components/day.tsx'
import {Steps} from './components/steps.tsx'
import {T} from './components/t.tsx'
import {Page} from './page.tsx'
import type {FrontView} from './view.ts'

/** A language's front page: its articles, newest first. */
export function Front(view: FrontView) {
  const {articles, latest, steps, words} = view
  return (
    <Page
      {...view}
      kind="front"
      folio={
        latest && (
          <p class="latest">
            <Day day={latest} words={words} k="front.latest" />
          </p>
        )
      }
    >
      {articles.length === 0 && (
        <p>
          <T words={words} k="front.empty" />
        </p>
      )}
      <div class="cards">
        {articles.map((article) => (
          <Card {...article} words={words} />
        ))}
      </div>
      <Steps {...steps} words={words} />
    </Page>
  )
}
