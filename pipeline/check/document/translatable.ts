import type {Nodes} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {isPseudo, type PseudoLocale} from '../../words/pseudo.ts'
import type {DocumentCheck} from '../check.ts'
import {defect} from './defect.ts'
import {wordings} from './wording.ts'

const about = {id: 'document/translatable', criteria: []}

/** What no pseudo-locale's text has: words without any accent; words in Latin letters. */
const untouched: Readonly<Record<PseudoLocale, RegExp>> = {
  'en-XA': /(?<![\p{L}\p{M}])[a-z]{2,}(?![\p{L}\p{M}])(?:[\s’'-]+[a-z]{2,}(?![\p{L}\p{M}]))*/giu,
  'ko-XB': /\p{Script=Latin}{2,}(?:[\s’'-]+\p{Script=Latin}{2,})*/gu,
}

/**
 * On a page in a pseudo-locale every word has been through the translation: one that has not is
 * written into a template or comes from somewhere no translator reaches. Dates and sizes are the
 * locale's, names of languages their own, and code and formats of files are nobody's.
 */
export const translatable: DocumentCheck = {
  ...about,
  judge(page, {locales}) {
    const {locale} = page.rendition
    if (locale === undefined || !isPseudo(locale)) return []
    const languages = new Intl.DisplayNames(locale, {type: 'language'})
    const given = new Set([
      ...locales.flatMap(({tag, autonym}) => wordsIn(`${tag} ${autonym} ${languages.of(tag)}`)),
      ...datesOn(page.tree).flatMap(wordsIn),
      ...monthsIn(locale).flatMap(wordsIn),
      ...sizesIn(locale).flatMap(wordsIn),
      ...formats,
    ])
    return (
      wordings(page.tree)
        // What a feed or a style sheet is called is for machines.
        .filter(({lang, at}) => lang === locale && at.element.tagName !== 'link')
        .flatMap((wording) =>
          [...wording.text.matchAll(untouched[locale])]
            .map(([text]) => text)
            .filter((text) => wordsIn(text).some((word) => !given.has(word)))
            .map((text) =>
              defect(about, page, {
                key: about.id,
                values: {text},
                at: wording.at,
                ...(wording.node && {node: wording.node}),
                excerpt: wording.text,
              }),
            ),
        )
    )
  },
}

function datesOn(tree: Nodes): readonly string[] {
  const dates: string[] = []
  visit(tree, 'element', (element) => {
    if (element.tagName === 'time') dates.push(toString(element))
  })
  return dates
}

function monthsIn(locale: string): readonly string[] {
  const dates = new Intl.DateTimeFormat(locale, {month: 'long', timeZone: 'UTC'})
  return Array.from({length: 12}, (_, month) => dates.format(Date.UTC(2026, month)))
}

/** Files to take along say what they are, and how large. */
const formats = ['EPUB', 'PDF']

function sizesIn(locale: string): readonly string[] {
  return ['kilobyte', 'megabyte'].map((unit) =>
    new Intl.NumberFormat(locale, {style: 'unit', unit}).format(1),
  )
}

function wordsIn(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? []
}
