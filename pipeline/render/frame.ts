import {frontPath, languageLinks, searchPath, statementPath} from './addresses.ts'
import {searchable} from './search-index.ts'
import {sectionLinks} from './topic-links.ts'
import type {Site} from './site.ts'
import type {LanguageLink, PageView, Voice} from './view.ts'

/** A page's view but for its head, which needs to know where the assets lie. */
export type Frame = Omit<PageView, 'head'>

/** What surrounds the page: words, language, the way home and to the other languages. */
export function frame(tag: string, site: Site, languages: readonly LanguageLink[]): Frame {
  return framed(site.frameOf(tag), languages)
}

/** The same where what surrounds every page is at hand. */
export function framed(
  around: Omit<Frame, 'languages'>,
  languages: readonly LanguageLink[],
): Frame {
  return {...around, languages: languages.some(({current}) => !current) ? languages : []}
}

/** What surrounds every page of a language alike. */
export function frameOf(tag: string, site: Site): Omit<Frame, 'languages'> {
  return {
    words: site.narratorOf(tag),
    tag,
    direction: site.localeOf(tag).direction,
    home: site.to.link(frontPath(tag)),
    parallels: [],
    fronts: fronts(undefined, site),
    sections: sectionLinks(tag, site),
    statement: site.to.link(statementPath(tag)),
    search: searchable(tag, site).length > 0 ? site.to.link(searchPath(tag)) : undefined,
    archive: site.newestOf(tag).length > 0 ? site.to.link(`${tag}/archive/`) : undefined,
  }
}

/** What surrounds a page that speaks for every language, in the words of the publication's own. */
export function frameOfAll(site: Site): Frame {
  return {
    ...frame(site.config.source, site, []),
    home: site.to.link(''),
    sections: [],
    search: undefined,
    archive: undefined,
    statement: undefined,
  }
}

/** Links to the front pages there are. */
export function fronts(current: string | undefined, {locales, to}: Site): readonly LanguageLink[] {
  return languageLinks(locales, current, to, frontPath)
}

/** How many articles a page that speaks for several languages may show of each. */
const shown = 5

/** One language, as a page that speaks several presents it. */
export function voice(tag: string, site: Site): Voice {
  const {tag: own, direction, autonym} = site.localeOf(tag)
  return {
    words: site.narratorOf(tag),
    language: {tag: own, direction, autonym, href: site.to.link(frontPath(tag)), current: false},
    articles: site.newestOf(tag).slice(0, shown).map(site.cardOf),
  }
}
