import type {TopicLink} from '../view.ts'

/** A link to a section, subject, author or month, in the language its name is in. */
export function Topic({href, text, lang}: TopicLink) {
  return (
    <a href={href}>
      <span lang={lang}>{text}</span>
    </a>
  )
}
