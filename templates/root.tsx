import {Prose} from './components/prose.tsx'
import {T} from './components/t.tsx'
import {Page} from './page.tsx'
import type {RootView, Voice} from './view.ts'

/** The way in for a reader of any language: every edition says in its own words what it is. */
export function Root(view: RootView) {
  const {voices, tag} = view
  return (
    <Page {...view} kind="root">
      <h1 class="nameplate">
        {voices.map(({words, language}, index) => (
          <>
            {index > 0 && <span class="divider"> · </span>}
            <span lang={language.tag === tag ? undefined : language.tag}>
              <T words={words} k="paper.name" />
            </span>
          </>
        ))}
        {voices.length === 0 && <T words={view.words} k="paper.name" />}
      </h1>
      <div class="voices">
        {voices.map((voice) => (
          <Edition {...voice} />
        ))}
      </div>
    </Page>
  )
}

/** How many headlines of each edition the root page shows. */
const shown = 3

function Edition({words, language, articles}: Voice) {
  const {tag, direction, href, autonym} = language
  return (
    <section class="voice" lang={tag} dir={direction} aria-labelledby={`edition-${tag}`}>
      <h2 id={`edition-${tag}`}>
        <a href={href} hreflang={tag}>
          <T words={words} k="root.read" values={{language: autonym}} />
        </a>
      </h2>
      <p class="tagline">
        <T words={words} k="paper.tagline" />
      </p>
      <ul>
        {articles.slice(0, shown).map(({href: article, headline}) => (
          <li>
            <a href={article} hreflang={tag}>
              <Prose as="span" {...headline} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
