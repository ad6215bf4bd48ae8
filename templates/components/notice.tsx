import type {Notice as NoticeView, SiteKey, Words} from '../view.ts'
import {Landmark} from './landmark.tsx'
import {T} from './t.tsx'

interface NoticesProps {
  readonly notices: readonly NoticeView[]
  readonly words: Words
}

const sentences: Readonly<Record<NoticeView['kind'], SiteKey>> = {
  stale: 'notice.stale',
  partial: 'notice.partial',
  fallback: 'notice.fallback',
}

/** What the reader should know of this translation, with the way to the original. */
export function Notices({notices, words}: NoticesProps) {
  const [first] = notices
  if (first === undefined) return null
  const {original, language} = first
  return (
    <Landmark as="aside" class="notice" words={words} label="notice.label">
      {notices.map(({kind}) => (
        <p>
          <T words={words} k={sentences[kind]} values={{language}} />
        </p>
      ))}
      {original && (
        <p>
          <a href={original.href} hreflang={original.tag}>
            <T words={words} k="notice.original" values={{language}} />
          </a>
        </p>
      )}
    </Landmark>
  )
}
