import {toHtml} from 'hast-util-to-html'
import {plainText} from '../markdown/plain.ts'
import type {Brief} from '../model/brief.ts'
import {element, text as words} from './element.ts'
import type {Site} from './site.ts'

/** An article as a feed carries it: its body, which stands alone, below what was corrected. */
export function fullText(body: string, edition: Brief, narratorOf: Site['narratorOf']): string {
  const {say} = narratorOf(edition.locale)
  const corrections = edition.corrections.map(({wrong, right}) =>
    element('p', {}, [
      element('strong', {}, [words(say('correction.title'))]),
      words(': '),
      words(say('correction.text', {wrong: plainText(wrong.text), right: plainText(right.text)})),
    ]),
  )
  return toHtml(corrections) + body
}
