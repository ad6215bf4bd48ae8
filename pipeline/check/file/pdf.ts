import type {Element} from 'hast'
import {toString} from 'hast-util-to-string'
import type {PdfSeen} from '../../model/file-evidence.ts'
import type {Finding} from '../../model/finding.ts'
import type {Rendition} from '../../model/rendition.ts'
import {withoutEmoji} from '../../words/emoji.ts'
import {attribute, elementsOf, type Standing} from '../document/element.ts'
import {parsePage} from '../document/parse.ts'
import {fileFinding, type FileCheck} from './file-check.ts'

/** A PDF says to assistive technology what the page says: language, title, headings, pictures, every text. */
export const pdf: FileCheck = {
  id: 'file/pdf',
  criteria: ['1.1.1', '1.3.1', '2.4.2', '3.1.1'],
  mediaType: 'application/pdf',
  judge(seen, file, page) {
    if (seen.kind !== 'pdf') return []
    return [...properties(seen, file), ...(page === undefined ? [] : beside(seen, file, page))]
  },
}

function properties(seen: PdfSeen, file: Rendition): readonly Finding[] {
  const language = file.locale ?? ''
  return [
    ...(seen.language === language
      ? []
      : [fileFinding(pdf, file, 'language', {is: seen.language ?? '–', language})]),
    ...(seen.title === undefined ? [fileFinding(pdf, file, 'title', {})] : []),
    ...(seen.isTagged ? [] : [fileFinding(pdf, file, 'untagged', {})]),
    ...(seen.outline.length === 0 ? [fileFinding(pdf, file, 'outline', {})] : []),
    ...seen.figures.flatMap((alt, index) =>
      alt.trim() === '' ? [fileFinding(pdf, file, 'no-alt', {number: index + 1})] : [],
    ),
  ]
}

/** What the page has, in its order. */
function beside(seen: PdfSeen, file: Rendition, page: Rendition): readonly Finding[] {
  const story = elementsOf(parsePage(page).tree).filter(
    ({element, ancestors}) =>
      ancestors.some(isStory) && ![element, ...ancestors].some((one) => hasClass(one, 'elsewhere')),
  )
  const headings = story.filter(({element}) => /^h[1-6]$/.test(element.tagName)).filter(isShown)
  const wanted = headings.map(({element}) => bare(toString(element)))
  const found = seen.headings.map(({text}) => bare(text))
  const first = wanted.findIndex((text, index) => !isReadAs(found[index] ?? '', text))
  const text = bare(seen.text)
  const lines = seen.text.split('\n').map(bare)
  const read = new Set<string>()
  const isThere = (words: string) => {
    if (!joined.test(words)) return text.includes(words)
    // An item's paragraph says what the item says.
    if (read.has(words)) return true
    // A line is one text's: the one that most of the text is read of.
    const fitting = lines.filter((line) => isReadAs(line, words))
    const [line] = fitting.toSorted((one, other) => other.length - one.length)
    if (line === undefined) return false
    lines.splice(lines.indexOf(line), 1)
    read.add(words)
    return true
  }
  const lost = story
    .filter(({element}) => /^(p|li|td|th|figcaption|dt|dd)$/.test(element.tagName))
    .filter(isShown)
    .map(({element}) => toString(element).trim())
    // What is turned round by a mark is told where the mark stands.
    .filter((words) => !turned.test(words) && !isThere(bare(words)))
  const outline = new Set(seen.outline.map(bare))
  const unlisted = headings.find(({element}) => !outline.has(bare(toString(element))))
  return [
    ...(first === -1 && wanted.length === found.length
      ? []
      : [
          fileFinding(pdf, file, 'headings', {
            expected: shown(headings[Math.max(first, 0)]),
            actual: seen.headings[Math.max(first, 0)]?.text ?? '–',
          }),
        ]),
    ...(unlisted === undefined
      ? []
      : [fileFinding(pdf, file, 'unlisted', {heading: shown(unlisted)})]),
    ...lost.map((words) => fileFinding(pdf, file, 'text', {}, {excerpt: words.slice(0, 120)})),
  ]
}

/** The headline and what stands in the body: not the way to other articles. */
function isShown({element, ancestors}: Standing): boolean {
  return element.tagName === 'h1' || ancestors.some((one) => hasClass(one, 'prose'))
}

function isStory(node: Element): boolean {
  return node.tagName === 'article'
}

function hasClass(node: Element, name: string): boolean {
  return (attribute(node, 'className') ?? '').split(' ').includes(name)
}

function shown(at: Standing | undefined): string {
  return at === undefined ? '–' : toString(at.element).trim()
}

/** Overrides of direction (Unicode Bidirectional Algorithm, section 2.2): letters are drawn in another order. */
const turned = /[\u202d\u202e]/u

/**
 * Scripts whose letters a font may draw together, or a letter from several pieces. The PDF says such
 * ones in `ActualText` (ISO 32000-1, section 14.9.4), which the library here does not give: of a
 * text some letters are read, in the order of the pieces.
 */
const joined =
  /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Nkoo}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Mymr}\p{sc=Khmr}\p{sc=Tibt}]/u

/** Whether what was read of a PDF is this text, both bare. Of joined letters it holds no other, and not few. */
function isReadAs(read: string, text: string): boolean {
  if (!joined.test(text)) return read === text
  const left = new Map<string, number>()
  for (const letter of text) left.set(letter, (left.get(letter) ?? 0) + 1)
  const letters = Array.from(read).filter((letter) => letter !== '\0')
  for (const letter of letters) {
    const count = left.get(letter) ?? 0
    if (count === 0) return false
    left.set(letter, count - 1)
  }
  return letters.length > 0 && letters.length * 5 >= Array.from(text).length
}

/** Letters alone: where a line ends is nobody's matter, how they are joined neither, and prints have no emoji. */
function bare(text: string): string {
  return withoutEmoji(text)
    .normalize('NFKC')
    .replaceAll(/[\s\u00ad\u200b\p{Bidi_Control}]+/gu, '')
}
