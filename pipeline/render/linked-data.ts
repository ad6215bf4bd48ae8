import {plainText} from '../markdown/plain.ts'
import type {Brief} from '../model/brief.ts'
import {articlePath, frontPath, type Addresses} from './addresses.ts'
import {posterSize} from './poster.ts'
import type {SafeJson} from './view.ts'

/**
 * What the page says of the article to machines: schema.org's NewsArticle as JSON-LD
 * (https://schema.org/NewsArticle), with its translations where they are given too.
 */
export function newsArticle(
  edition: Brief,
  siblings: readonly Brief[],
  site: {
    readonly name: string
    readonly description: string
    readonly to: Addresses
    readonly correction: (wrong: string, right: string) => string
  },
): SafeJson {
  const {to, name, description} = site
  const identify = (one: Brief) => ({
    '@type': 'NewsArticle',
    '@id': to.absolute(articlePath(one)),
    inLanguage: one.locale,
  })
  const url = to.absolute(articlePath(edition))
  const isSource = edition.locale === edition.sourceLocale
  const source = siblings.find(({locale}) => locale === edition.sourceLocale)
  const translations = siblings.filter(({locale}) => locale !== edition.sourceLocale)
  return safeJson({
    '@context': 'https://schema.org',
    ...identify(edition),
    url,
    mainEntityOfPage: url,
    headline: plainText(edition.headline.text),
    description,
    datePublished: edition.published,
    correction:
      edition.corrections.length === 0
        ? undefined
        : edition.corrections.map(({date, wrong, right}) => ({
            '@type': 'CorrectionComment',
            datePublished: date,
            text: site.correction(plainText(wrong.text), plainText(right.text)),
          })),
    dateModified: edition.updated ?? edition.published,
    author:
      edition.byline.length === 0
        ? undefined
        : edition.byline.map(({text}) => ({'@type': 'Person', name: plainText(text)})),
    contentLocation:
      edition.dateline === undefined
        ? undefined
        : {'@type': 'Place', name: plainText(edition.dateline.text)},
    translationOfWork: isSource || source === undefined ? undefined : identify(source),
    workTranslation: isSource && translations.length > 0 ? translations.map(identify) : undefined,
    isPartOf: {
      '@type': 'WebSite',
      '@id': to.absolute(frontPath(edition.locale)),
      name,
      inLanguage: edition.locale,
    },
    publisher: {'@type': 'NewsMediaOrganization', name, url: to.absolute('')},
  })
}

/** The same with the picture that stands for the article where it is shared. */
export function pictured(data: SafeJson, address: string): SafeJson {
  const {width, height} = posterSize
  const image = {'@type': 'ImageObject', url: address, width, height}
  return safeJson({...Object(JSON.parse(data)), image: [image]})
}

/** JSON for a script element: nothing in it ends the element or begins a comment. */
export function safeJson(value: unknown): SafeJson {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ) as SafeJson
}
