import type {ComponentChildren} from 'preact'
import type {PageView} from '../view.ts'
import {LanguageSwitcher} from './language-switcher.tsx'
import {Landmark} from './landmark.tsx'
import {T} from './t.tsx'
import {Topic} from './topic.tsx'

interface MastheadProps extends PageView {
  readonly kind:
    | 'article'
    | 'search'
    | 'parallel'
    | 'front'
    | 'list'
    | 'archive'
    | 'statement'
    | 'showcase'
    | 'gone'
    | 'not-found'
  /** What the front page says in the line under the name, between edition and languages. */
  readonly folio: ComponentChildren
}

/** The paper's name, its edition and the way to the other editions, over a double rule. */
export function Masthead({
  kind,
  words,
  home,
  languages,
  parallels,
  folio,
  sections,
}: MastheadProps) {
  return (
    <header class="masthead">
      {kind === 'front' ? (
        <h1 class="nameplate">
          <T words={words} k="paper.name" />
        </h1>
      ) : (
        <p class="nameplate">
          <a href={home}>
            <T words={words} k="paper.name" />
          </a>
        </p>
      )}
      {kind === 'front' && (
        <p class="tagline">
          <T words={words} k="paper.tagline" />
        </p>
      )}
      {kind === 'front' ? (
        <div class="folio">
          <p class="edition">
            <T words={words} k="edition.name" />
          </p>
          {folio}
          <LanguageSwitcher languages={languages} parallels={parallels} words={words} />
        </div>
      ) : (
        <LanguageSwitcher languages={languages} parallels={parallels} words={words} />
      )}
      {sections.length > 0 && (
        <Landmark as="nav" class="sections" words={words} label="sections.label">
          <ul>
            {sections.map((section) => (
              <li>
                <Topic {...section} />
              </li>
            ))}
          </ul>
        </Landmark>
      )}
    </header>
  )
}
