import type {PageView} from '../view.ts'
import {LanguageAnchor} from './language-switcher.tsx'
import {Landmark} from './landmark.tsx'
import {T} from './t.tsx'

/** The imprint: the paper, its editions, its type. */
export function Footer({words, fronts, home, search, archive, statement}: PageView) {
  return (
    <footer class="imprint">
      <p class="nameplate">
        <a href={home}>
          <T words={words} k="paper.name" />
        </a>
      </p>
      {fronts.length > 0 && (
        <Landmark as="nav" words={words} label="footer.editions">
          <ul>
            {fronts.map((front) => (
              <li>
                <LanguageAnchor {...front} />
              </li>
            ))}
          </ul>
        </Landmark>
      )}
      {search !== undefined && (
        <p class="more">
          <a href={search}>
            <T words={words} k="search.title" />
          </a>
        </p>
      )}
      {archive !== undefined && (
        <p class="more">
          <a href={archive}>
            <T words={words} k="archive.title" />
          </a>
        </p>
      )}
      {statement !== undefined && (
        <p class="more">
          <a href={statement}>
            <T words={words} k="statement.title" />
          </a>
        </p>
      )}
      <p class="colophon">
        <T words={words} k="footer.colophon" />
      </p>
    </footer>
  )
}
