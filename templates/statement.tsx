import {T} from './components/t.tsx'
import {Page} from './page.tsx'
import type {StatementView} from './view.ts'

/** What a reader may expect of these pages, and what to do where they fail. */
export function Statement(view: StatementView) {
  const {barriers, contact, hasOlder, words} = view
  return (
    <Page {...view} kind="statement">
      <section class="voice">
        <h1>
          <T words={words} k="statement.title" />
        </h1>
        <p>
          <T
            words={words}
            k="statement.aim"
            values={{paper: {text: words.say('paper.name'), lang: words.languageOf('paper.name')}}}
          />
        </p>
        <p>
          <T words={words} k="statement.standard" />
        </p>
        <p>
          <T words={words} k="statement.checked" />
        </p>
        <p>
          <T words={words} k="statement.limits" />
        </p>
        <h2>
          <T words={words} k="statement.known" />
        </h2>
        {barriers.length === 0 && (
          <p>
            <T words={words} k={hasOlder ? 'statement.older' : 'statement.none'} />
          </p>
        )}
        {barriers.length > 0 && (
          <ul>
            {barriers.map(({text, lang}) => (
              <li lang={lang}>{text}</li>
            ))}
          </ul>
        )}
        {barriers.length > 0 && hasOlder && (
          <p>
            <T words={words} k="statement.older" />
          </p>
        )}
        {contact && (
          <>
            <h2>
              <T words={words} k="statement.contact" />
            </h2>
            <p>
              <T words={words} k="statement.write" /> <a href={contact.href}>{contact.text}</a>
            </p>
          </>
        )}
      </section>
    </Page>
  )
}
