import type {LanguageLink, ParallelLink, Words} from '../view.ts'
import {Landmark} from './landmark.tsx'
import {T} from './t.tsx'

interface Switcher {
  readonly languages: readonly LanguageLink[]
  readonly parallels: readonly ParallelLink[]
  readonly words: Words
}

/** The page in the other languages, each named in its own, and beside one of them. */
export function LanguageSwitcher({languages, parallels, words}: Switcher) {
  if (languages.length === 0) return null
  return (
    <Landmark as="nav" class="switcher" words={words} label="languages.label">
      <ul>
        {languages.map((language) => (
          <li>
            <LanguageAnchor {...language} />
          </li>
        ))}
        {parallels.map(({href, language, current}) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              <T words={words} k="parallel.link" values={{language}} />
            </a>
          </li>
        ))}
      </ul>
    </Landmark>
  )
}

/** A link to another language's page, marked as being in that language. */
export function LanguageAnchor({tag, direction, autonym, href, current}: LanguageLink) {
  return (
    <a
      href={href}
      lang={tag}
      hreflang={tag}
      dir={direction}
      aria-current={current ? 'page' : undefined}
    >
      {autonym}
    </a>
  )
}
