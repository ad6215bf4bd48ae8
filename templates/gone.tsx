import {Prose} from './components/prose.tsx'
import {T} from './components/t.tsx'
import {Page} from './page.tsx'
import type {GoneView} from './view.ts'

/** An address that an article has left: it says so, and leads on where there is somewhere to go. */
export function Gone(view: GoneView) {
  const {home, kind, target, words} = view
  return (
    <Page {...view} kind="gone">
      <section class="voice">
        <h1>
          <T words={words} k={`gone.${kind}.title`} />
        </h1>
        <p>
          <T words={words} k={target === undefined ? 'gone.withdrawn.text' : 'gone.moved.link'} />
        </p>
        <p>
          {target === undefined ? (
            <a href={home}>
              <T words={words} k="notFound.home" />
            </a>
          ) : (
            <a href={target.href}>
              <Prose as="span" {...target.headline} />
            </a>
          )}
        </p>
      </section>
    </Page>
  )
}
