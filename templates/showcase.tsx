import {Prose} from './components/prose.tsx'
import {ownSpecimens} from './own-specimens.tsx'
import {Page} from './page.tsx'
import {specimens, type Specimen} from './specimens.tsx'
import type {Name, ShowcaseView} from './view.ts'

/** Every component in every state, in one language: what whoever writes templates looks at. */
export function Showcase(view: ShowcaseView) {
  const {said, body} = view.samples
  const own = ownSpecimens(view)
  return (
    <Page {...view} kind="showcase">
      <header class="list-head">
        <h1>
          <Said {...said.title} />
        </h1>
        <p>
          <Said {...said.about} />
        </p>
      </header>
      <section class="specimen">
        <h2>
          <Said {...said['around.title']} />
        </h2>
        <p>
          <Said {...said['around.text']} />
        </p>
      </section>
      {specimens(view).map(shown)}
      {own.length > 0 && (
        <h2>
          <Said {...said['own.title']} />
        </h2>
      )}
      {own.map(shown)}
      <section class="specimen">
        <h2>
          <Said {...said['prose.title']} />
        </h2>
        <div class="story">
          <Prose as="div" class="prose" {...body} />
        </div>
      </section>
    </Page>
  )
}

function shown({file, title, states}: Specimen) {
  return (
    <section class="specimen" id={file}>
      <h2>
        <Said {...title} />
      </h2>
      {states.map(({state, node}) => (
        <figure>
          <figcaption>
            <Said {...state} />
          </figcaption>
          {node}
        </figure>
      ))}
    </section>
  )
}

function Said({text, lang}: Name) {
  return <span lang={lang}>{text}</span>
}
