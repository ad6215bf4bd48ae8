import {plainText} from '../markdown/plain.ts'
import type {DrawAssets, DrawRequest} from '../model/drawing.ts'
import type {Brief} from '../model/brief.ts'
import type {OwnFont} from '../model/font.ts'
import {drawnWithoutEmoji} from '../words/emoji.ts'
import {fontPackages} from './faces.ts'
import {typeset} from './fonts.ts'
import {hashOf} from './hash.ts'
import {ink, isItalic} from './ink.ts'
import {line} from './line.ts'
import type {Site} from './site.ts'
import type {PosterView} from './view.ts'

/** Pixels of the picture: what the networks that show it ask for. */
export const posterSize = {width: 1200, height: 630} as const

/** A picture for sharing, and what is said where it cannot be seen. */
export interface Poster {
  readonly request: DrawRequest
  readonly alt: string
}

/** The picture of an edition of an article. */
export function articlePoster(edition: Brief, site: Site): Poster {
  const {locale: tag, slug, headline, dateline, published, facts} = edition
  const from = {tag, slug, headline, dateline, published, section: facts.section}
  return poster({tag, slug, from}, site, () => {
    const narrator = site.narratorOf(tag)
    const {text, lang} = narrator.topic(facts.section ?? '')
    const foot = [
      dateline === undefined ? '' : plainText(dateline.text),
      published === undefined ? '' : narrator.day(published).text,
    ]
    return {
      about: facts.section === undefined ? undefined : {text, lang},
      headline: line(headline, narrator, 'inline'),
      foot: foot.filter((part) => part !== '').join(' · '),
      said: plainText(headline.text),
    }
  })
}

/** The picture of a language's front page. */
export function frontPoster(tag: string, site: Site): Poster {
  return poster({tag, slug: undefined, from: {tag}}, site, () => {
    const narrator = site.narratorOf(tag)
    const said = narrator.say('paper.tagline')
    return {
      about: {text: narrator.say('edition.name'), lang: undefined},
      headline: line({text: said, locale: tag}, narrator, 'inline'),
      foot: '',
      said,
    }
  })
}

/** How a page names its picture, where there is one. */
export function posterLink(
  draw: () => Poster,
  {draws}: Site,
): {readonly path: string; readonly alt: string} | undefined {
  if (!draws) return undefined
  const {request, alt} = draw()
  return {path: request.path, alt}
}

/** How pages that are no article name their language's picture. */
export function frontPosterLink(tag: string, site: Site): ReturnType<typeof posterLink> {
  return posterLink(() => frontPoster(tag, site), site)
}

interface Subject {
  readonly tag: string
  readonly slug: string | undefined
  /** All that its view is made of beside the site's ground. */
  readonly from: unknown
}

function poster(
  {tag, slug, from}: Subject,
  site: Site,
  show: () => Pick<PosterView, 'about' | 'headline' | 'foot'> & {readonly said: string},
): Poster {
  const {sheets, hash, poster: template} = site.templates
  const inputs = [format, from, hash, sheets, fontPackages, sumsOf(site.fonts), site.ground]
  const {html, key, alt} = site.memory.recall('poster', inputs, () => {
    const narrator = site.narratorOf(tag)
    const paper = narrator.say('paper.name')
    const lang = narrator.languageOf('paper.name')
    const {said, ...view} = show()
    const document = drawnWithoutEmoji(
      template({
        ...view,
        tag,
        direction: site.localeOf(tag).direction,
        stylesheet: 'style.css',
        paper: {text: paper, lang: lang === tag ? undefined : lang},
      }),
    )
    const own = sumsOf(site.fonts)
    const content = [format, JSON.stringify(fontPackages), ...own, sheets.poster, document]
    return {html: document, key: hashOf(content.join('\n')), alt: `${said} | ${paper}`}
  })
  return {
    request: {
      path: `assets/${slug ?? 'front'}-${tag}.${key}.png`,
      as: 'picture',
      html,
      key,
      assets: () => drawAssets(html, sheets.poster, site.fonts),
      locale: tag,
      article: slug,
    },
    alt,
  }
}

/** A document's style sheet, and the fonts it is set in. */
export function drawAssets(html: string, sheet: string, own: readonly OwnFont[]): DrawAssets {
  const {css, requests} = typeset(ink([], [{characters: html, italic: isItalic(html)}]), '/', own)
  const content = `${css}\n${sheet}`
  return {files: [{path: 'style.css', mediaType: 'text/css', content}], fonts: requests}
}

/** What of own fonts makes a difference to what is drawn. */
export function sumsOf(own: readonly OwnFont[]): readonly string[] {
  return own.map(({locale, role, weight, style, sha256}) =>
    [locale, role, weight, style, sha256].join(' '),
  )
}

/** Raised when the way pictures are drawn changes, so that the files get new names. */
const format = 1
