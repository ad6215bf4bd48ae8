import type {SafeHtml} from '../view.ts'

interface ProseProps {
  readonly html: SafeHtml
  readonly as: 'div' | 'h1' | 'h2' | 'p' | 'span'
  readonly id?: string
  readonly class?: string | undefined
  readonly lang?: string | undefined
}

/**
 * The one door for HTML: it takes only what the sanitiser made. Everything else on a page is
 * text, and is escaped.
 */
export function Prose({html, as: Element, id, class: className, lang}: ProseProps) {
  return <Element id={id} class={className} lang={lang} dangerouslySetInnerHTML={{__html: html}} />
}
