import type {ComponentChildren} from 'preact'
import {DocumentHead} from './components/document-head.tsx'
import {Footer} from './components/footer.tsx'
import {Masthead} from './components/masthead.tsx'
import {T} from './components/t.tsx'
import type {PageView} from './view.ts'

interface Frame extends PageView {
  /** `front` sets the paper's name large, as the page's heading; `root` leaves it to the page. */
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
    | 'root'
    | 'not-found'
  readonly folio?: ComponentChildren
  readonly children: ComponentChildren
}

/** The frame of every page: head, skip link, masthead, main part, footer. */
export function Page({children, kind, folio, ...view}: Frame) {
  return (
    <html lang={view.tag} dir={view.direction}>
      <DocumentHead {...view.head} />
      <body class={`is-${kind}`}>
        <a class="skip" href="#main">
          <T words={view.words} k="skip" />
        </a>
        {kind !== 'root' && <Masthead {...view} kind={kind} folio={folio} />}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer {...view} />
      </body>
    </html>
  )
}
