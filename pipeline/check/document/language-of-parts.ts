import {toString} from 'hast-util-to-string'
import type {DocumentCheck, ParsedPage} from '../check.ts'
import {defect} from './defect.ts'
import {attribute, elementsOf} from './element.ts'
import {mistakenLanguage} from './language.ts'
import {foreignRuns} from './script.ts'
import {wordings, type Wording} from './wording.ts'

const about = {id: 'document/language-of-parts', criteria: ['3.1.2']}

/**
 * What is in another language says so: Hangul on an English page without `lang="ko"`, an English
 * sentence on a Korean one; in the text, in the title and in what only a screen reader says. Where
 * it is the page that says the wrong language (`document/language`), its parts are not at fault.
 */
export const languageOfParts: DocumentCheck = {
  ...about,
  judge(page) {
    const elsewhere = headingsElsewhere(page)
    const mistaken = mistakenLanguage(page)
    return wordings(page.tree).flatMap((wording) =>
      foreignRuns(said(wording, elsewhere), wording.lang ?? '')
        .filter(
          ({script}) => wording.lang !== mistaken?.lang || !mistaken?.scripts.includes(script),
        )
        .map(({script, text}) =>
          defect(about, page, {
            key: wording.attribute === undefined ? about.id : `${about.id}/attribute`,
            values: {
              text,
              script,
              lang: wording.lang ?? '',
              attribute: wording.attribute ?? '',
            },
            at: wording.at,
            ...(wording.node && {node: wording.node}),
            start: startOf(text, wording, page),
            excerpt: text,
            ...(isBesideName(text, wording.text, page) && {severity: 'warning' as const}),
          }),
        ),
    )
  },
}

/**
 * A title cannot say which language its words are in: where they are the page's heading, which
 * does, nothing is left to be said.
 */
function said({text, at}: Wording, headings: readonly string[]): string {
  if (at.element.tagName !== 'title') return text
  return headings.reduce((rest, heading) => rest.replace(plain(heading), ' '), plain(text))
}

/** Without the difference between quotation marks as they are typed and as they are set, or between blanks. */
function plain(text: string): string {
  return text.replaceAll(/[“”„]/gu, '"').replaceAll(/[‘’]/gu, "'").replaceAll(/\s+/gu, ' ')
}

/** The page's first headings, or what stands in them, that are marked as being in another language. */
function headingsElsewhere({tree}: ParsedPage): readonly string[] {
  return elementsOf(tree)
    .filter(
      ({element, ancestors}) =>
        attribute(element, 'lang') !== undefined &&
        [...ancestors, element].some(({tagName}) => tagName === 'h1'),
    )
    .map(({element}) => toString(element).trim())
    .filter((text) => text !== '')
}

/** In brackets behind itself in the page's letters: a proper name may be in any language (3.1.2); the house marks its own. */
function isBesideName(text: string, around: string, {rendition}: ParsedPage): boolean {
  const isShort = (text.match(/\p{L}/gu) ?? []).length <= 4
  if (rendition.locale !== undefined || !isShort) return false
  return around
    .split(text)
    .slice(0, -1)
    .every((before) => /(?<!\p{L})\p{Lu}[\p{L}'’-]*\s?[(（]$/u.test(before))
}

/** Where the stretch begins in the source, if it stands there as it is read (without entities). */
function startOf(
  text: string,
  {node, at}: Wording,
  {rendition: {content}}: ParsedPage,
): {readonly line: number; readonly column: number} | undefined {
  const start = (node ?? at.element).position?.start
  const first = /^\S+/.exec(text)?.[0] ?? text
  if (typeof content !== 'string' || start?.offset === undefined) return undefined
  const offset = content.indexOf(first, start.offset)
  if (offset < 0) return undefined
  const before = content.slice(start.offset, offset).split('\n')
  const line = start.line + before.length - 1
  const column = (before.length === 1 ? start.column : 1) + (before.at(-1)?.length ?? 0)
  return {line, column}
}
