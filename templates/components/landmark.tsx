import {cloneElement, isValidElement, toChildArray, type ComponentChildren} from 'preact'
import type {SiteKey, Words} from '../view.ts'

interface LandmarkProps {
  readonly as: 'nav' | 'aside'
  readonly class?: string
  readonly words: Words
  /** What it is called. */
  readonly label: SiteKey
  /** Elements. */
  readonly children: ComponentChildren
}

/**
 * A part of the page that has a name. Nothing but the element itself can say the language of its name,
 * where that is not the page's: what is in it says that it is in the page's again.
 */
export function Landmark({as: Tag, class: name, words, label, children}: LandmarkProps) {
  const language = words.languageOf(label)
  const isForeign = language !== words.locale
  return (
    <Tag class={name} aria-label={words.say(label)} lang={isForeign ? language : undefined}>
      {isForeign
        ? toChildArray(children).map((child) =>
            isValidElement(child) ? cloneElement(child, {lang: words.locale}) : child,
          )
        : children}
    </Tag>
  )
}
