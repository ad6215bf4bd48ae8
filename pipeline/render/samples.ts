import {languageLinks, listPath, showcasePath} from './addresses.ts'
import {downloadTypes, sizeIn} from './downloads.ts'
import {line} from './line.ts'
import type {Site} from './site.ts'
import type {Name, SafeHtml, Samples} from './view.ts'

/** The day and the size that samples show. */
const [day, size] = ['2026-11-24', 38_000]

/**
 * What the components are shown with in one language, and with words of another one where a
 * component can have such. What a language has no sample words for is in the source's.
 */
export function samples(tag: string, body: SafeHtml, site: Site): Samples {
  const {to, config} = site
  const narrator = site.narratorOf(tag)
  const speaker = site.speakerOf(tag)
  const other = [config.source, ...config.locales.map((one) => one.tag)].find((one) => one !== tag)
  const wordingIn = (locale: string) => (key: string) => ({
    text: site.speakerOf(locale).say('showcase', key),
    locale: site.speakerOf(locale).languageOf('showcase', key),
  })
  const said = (key: string, locale = tag): Name => {
    const wording = wordingIn(locale)(key)
    return {text: wording.text, lang: wording.locale === tag ? undefined : wording.locale}
  }
  const lineIn = (locale: string, key: string) => line(wordingIn(locale)(key), narrator, 'inline')
  const home = to.link(`${tag}/`)
  const topic = (key: string, locale = tag) => ({...said(key, locale), href: home})
  const step = (number: number) => to.link(listPath(tag, '', number))
  const language = narrator.language(other ?? tag)
  const card = {
    href: home,
    only: undefined,
    headline: lineIn(tag, 'headline'),
    standfirst: lineIn(tag, 'standfirst'),
    dateline: lineIn(tag, 'dateline'),
    published: narrator.day(day),
  }
  return {
    said: Object.fromEntries(site.sampleKeysOf(tag).map((key) => [key, said(key)])),
    card,
    foreignCard:
      other === undefined
        ? undefined
        : {
            ...card,
            only: language,
            headline: lineIn(other, 'headline'),
            standfirst: lineIn(other, 'standfirst'),
            dateline: lineIn(other, 'dateline'),
          },
    day: narrator.day(day),
    noDay: {iso: undefined, text: speaker.say('showcase', 'noDate')},
    corrections: [
      {day: narrator.day(day), wrong: said('wrong'), right: said('right')},
      {day: narrator.day(day), wrong: said('wrongAgain'), right: said('rightAgain')},
    ],
    foreignCorrection:
      other === undefined
        ? undefined
        : {
            day: narrator.day(day),
            wrong: said('wrong', other),
            right: said('right', other),
          },
    downloads: [
      {format: 'EPUB', mediaType: downloadTypes.epub, href: home, size: sizeIn(tag, size)},
      {format: 'PDF', mediaType: downloadTypes.pdf, href: home, size: sizeIn(tag, size)},
    ],
    languages: languageLinks(site.locales, tag, to, showcasePath),
    parallel: {href: home, language, current: false},
    notice: {
      language,
      original: languageLinks(
        site.locales.filter((one) => one.tag === other),
        undefined,
        to,
        showcasePath,
      )[0],
    },
    topics: [topic('section'), topic('tag')],
    foreignTopic: other === undefined ? undefined : topic('section', other),
    steps: {
      first: {number: 1, of: 3, newer: undefined, older: step(1)},
      middle: {number: 2, of: 3, newer: step(1), older: step(1)},
      last: {number: 3, of: 3, newer: step(1), older: undefined},
    },
    foreignWords: other === undefined ? undefined : {...site.narratorOf(other), locale: tag},
    body: {html: body, lang: said('body.first').lang},
  }
}
