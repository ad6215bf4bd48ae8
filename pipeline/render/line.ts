import {toHast} from 'mdast-util-to-hast'
import type {Wording} from '../model/edition.ts'
import {isWords, parseInline} from '../markdown/inline.ts'
import type {Narrator} from './narrator.ts'
import {readRaw} from './read-raw.ts'
import {clean, plainHtml, safeHtml, type Allowance} from './sanitize.ts'
import type {Line} from './view.ts'

/** A wording as HTML; links stay only where `linked` (a line may stand inside a link itself). */
export function line(
  wording: Wording,
  narrator: Narrator,
  allowance: Exclude<Allowance, 'body'>,
): Line {
  const lang = wording.locale === narrator.locale ? undefined : wording.locale
  if (isWords(wording.text) && !/["']/u.test(wording.text))
    return {html: plainHtml(wording.text), lang}
  const children = [...parseInline(wording.text, [])]
  const tree = narrator.setQuotes({type: 'root', children: [{type: 'paragraph', children}]})
  return {html: safeHtml(clean(readRaw(toHast(tree, {allowDangerousHtml: true})), allowance)), lang}
}
