import type {LanguageLink, Words} from '../view.ts'

interface Switcher {
  readonly languages: readonly LanguageLink[]
  readonly words: Words
}

/** The page in the other languages, each named in its own. */
export function LanguageSwitcher({languages, words}: Switcher) {
  if (languages.length === 0) return null
  return (
    <nav class="switcher" aria-label={words.say('languages.label')}>
      <ul>
        {languages.map((language) => (
          <li>
            <LanguageAnchor {...language} />
          </li>
        ))}
      </ul>
    </nav>
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
