import type {DocumentCheck} from '../check.ts'
import {defect} from './defect.ts'
import {wordings} from './wording.ts'

const about = {id: 'document/unfinished', criteria: []}

/** What stands where words are still to be written. */
const stopgaps: readonly {readonly variant: string; readonly pattern: RegExp}[] = [
  {
    variant: 'note',
    // Of the desk to itself, in brackets; a task that the text speaks of is in none.
    pattern:
      /[[(（【<]\s*(?:TODO|FIXME|TK|XXX|미번역|(?:번역|확인|수정|보완|검토|작성|추가)\s?(?:필요|요망|예정|바람)|(?:to be|needs?|please)\s(?:translated?|translation|checked|confirmed)|translate me|translation (?:needed|missing)|not (?:yet )?translated|(?:역주|옮긴이)[:：]?\s?(?:확인|검토|수정)|(?:translator[’']s note|TN):?\s?(?:check|confirm|verify))(?![\p{L}\p{N}])[^[\]()（）【】<>\n]{0,60}[\])）】>]/giu,
  },
  {variant: 'note', pattern: /(?<![\p{L}\p{N}“‘"'])(?:TODO|FIXME|XXX)(?::|\s*$)/gmu},
  {
    variant: 'filler',
    pattern:
      /\blorem ipsum dolor\b|\b(?:headline|title|caption|text|quote|name) goes here\b|\b(?:insert|enter|add) (?:the )?(?:headline|title|caption|text|name|description) here\b|(?:여기|이곳)에 (?:제목|본문|내용|텍스트|설명|글)[을를]? ?(?:입력|넣|쓰|적|작성)\S*/giu,
  },
  {
    // What a program says of the text that it was asked for.
    variant: 'machine',
    pattern:
      /^\s*(?:(?:sure|certainly|of course)[,!.] )?here(?: is|[’']s) (?:the|your|a) (?:\w+ )?(?:translation|translated (?:text|version))\b|\bas an AI (?:language )?model\b|^\s*(?:다음은|아래는) [^.\n]{0,30}번역(?:문|본|한 (?:글|내용))?(?:입니다|이다)|^\s*번역(?:문|본)?:|\bI(?:[’']m| am) sorry, but (?:I|as an AI)\b[^.\n]{0,40}\bcan(?:no|[’'])t (?:translate|help)|AI(?: 언어)? 모델로서|죄송(?:하지만|합니다만)[^.\n]{0,40}번역(?:할|해 드릴) 수 없/giu,
  },
  {variant: 'placeholder', pattern: /(?<=\{\{[-\s]*|\$\{)[a-z_][\w.]*(?=\s*\})/giu},
]

/** What a program prints for a value that is not there. */
const shapeless = /^Invalid Date$|\[object (?:Object|Promise)\]/u
const nothing = new RegExp(`^(?:undefined|null)$|^NaN(?![a-zA-Z-])|${shapeless.source}`, 'u')

/**
 * No page goes out with what stands where words are still to be written: a note to the desk, filler
 * text, a placeholder that nothing was put into, a value that is not there. An article may speak of
 * such things: there it is a warning.
 */
export const unfinished: DocumentCheck = {
  ...about,
  judge: (page) =>
    wordings(page.tree).flatMap(({text, at, node}) => {
      const isProse = [at.element, ...at.ancestors].some(({properties}) =>
        [properties['className']].flat().includes('prose'),
      )
      const tell = (variant: string, words: string, severity: 'error' | 'warning') =>
        defect(about, page, {
          key: `${about.id}/${variant}`,
          values: {words},
          severity,
          at,
          ...(node && {node}),
          excerpt: text,
        })
      // Pages about programs name such values; whose pages are ours, we know.
      const isOurs = page.rendition.locale !== undefined
      const missing = (isOurs ? nothing : shapeless).exec(text.trim())
      return [
        ...stopgaps.flatMap(({variant, pattern}) =>
          [...text.matchAll(pattern)].map(([words]) => tell(variant, words.trim(), 'warning')),
        ),
        ...(missing ? [tell('value', missing[0], isProse || !isOurs ? 'warning' : 'error')] : []),
      ]
    }),
}
