import {frontPath, languageLinks} from './addresses.ts'
import type {Site} from './site.ts'
import type {LanguageLink, PageView, Voice} from './view.ts'

/** A page's view but for its head, which needs to know where the assets lie. */
export type Frame = Omit<PageView, 'head'>

/** What surrounds the page: words, language, the way home and to the other languages. */
export function frame(tag: string, site: Site, languages: readonly LanguageLink[]): Frame {
  return {
    words: site.narratorOf(tag),
    tag,
    direction: site.localeOf(tag).direction,
    home: site.to.link(frontPath(tag)),
    languages: languages.length > 1 ? languages : [],
    fronts: fronts(undefined, site),
  }
}

/** Links to the front pages there are. */
export function fronts(current: string | undefined, {locales, to}: Site): readonly LanguageLink[] {
  return languageLinks(locales, current, to, frontPath)
}

/** One language, as a page that speaks several presents it. */
export function voice(tag: string, site: Site): Voice {
  const {tag: own, direction, autonym} = site.localeOf(tag)
  return {
    words: site.narratorOf(tag),
    language: {tag: own, direction, autonym, href: site.to.link(frontPath(tag)), current: false},
    articles: site.cardsOf(tag),
  }
}
