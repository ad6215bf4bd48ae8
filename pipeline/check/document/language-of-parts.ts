import type {DocumentCheck, ParsedPage} from '../check.ts'
import {defect} from './defect.ts'
import {foreignRuns} from './script.ts'
import {wordings, type Wording} from './wording.ts'

const about = {id: 'document/language-of-parts', criteria: ['3.1.2']}

/**
 * What is in another language says so: Hangul on an English page without `lang="ko"`, an English
 * sentence on a Korean one; in the text, in the title and in what only a screen reader says.
 */
export const languageOfParts: DocumentCheck = {
  ...about,
  judge: (page) =>
    wordings(page.tree).flatMap((wording) =>
      foreignRuns(wording.text, wording.lang ?? '').map(({script, text}) =>
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
        }),
      ),
    ),
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
