import type {Card as CardView, Words} from '../view.ts'
import {Day} from './day.tsx'
import {Prose} from './prose.tsx'
import {T} from './t.tsx'

interface CardProps extends CardView {
  readonly words: Words
}

/** An article in a list: its headline is the link. */
export function Card({href, headline, standfirst, dateline, published, only, words}: CardProps) {
  return (
    <article class="card">
      <h2>
        <a href={href}>
          <Prose as="span" {...headline} />
        </a>
      </h2>
      {standfirst && <Prose as="p" class="standfirst" {...standfirst} />}
      {(dateline ?? published ?? only) && (
        <p class="meta">
          {only && (
            <span>
              <T words={words} k="card.only" values={{language: only}} />
            </span>
          )}
          {dateline && <Prose as="span" class="place" {...dateline} />}
          {published && <Day day={published} words={words} />}
        </p>
      )}
    </article>
  )
}
