import {T} from './components/t.tsx'
import {Page} from './page.tsx'
import type {NotFoundView} from './view.ts'

/** Nothing is here: said in the page's language, or in all of them where that is not known. */
export function NotFound(view: NotFoundView) {
  const [first, ...others] = view.voices
  return (
    <Page {...view} kind="not-found">
      {[first ?? {words: view.words, language: undefined}, ...others].map(
        ({words, language}, index) => (
          <section class="voice" lang={language?.tag === view.tag ? undefined : language?.tag}>
            {index === 0 ? (
              <h1>
                <T words={words} k="notFound.title" />
              </h1>
            ) : (
              <h2>
                <T words={words} k="notFound.title" />
              </h2>
            )}
            <p>
              <T words={words} k="notFound.text" />
            </p>
            {language && (
              <p>
                <a href={language.href} hreflang={language.tag}>
                  <T words={words} k="notFound.home" />
                  {words.languageOf('notFound.home') !== words.locale && ` (${language.autonym})`}
                </a>
              </p>
            )}
          </section>
        ),
      )}
    </Page>
  )
}
