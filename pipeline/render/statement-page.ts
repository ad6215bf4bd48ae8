import {standingOf} from '../model/standing.ts'
import type {Waiver} from '../model/verdict.ts'
import {frontPath, statementPath} from './addresses.ts'
import {frame} from './frame.ts'
import type {HeadInput} from './head.ts'
import {languageLinks} from './addresses.ts'
import {pageOf, type Sheet} from './page.ts'
import {frontPosterLink} from './poster.ts'
import type {Site} from './site.ts'
import type {Statement} from './view.ts'

/**
 * What readers of one language are told of the accessibility of its pages: what they are made to
 * meet, how that is checked, what is known to be wrong (the waivers in force, and that a ratchet lets more pass),
 * and whom to tell of more. It holds what W3C's "Developing an Accessibility Statement" asks for.
 */
export function statementPage(tag: string, site: Site): Sheet {
  const narrator = site.narratorOf(tag)
  const links = languageLinks(site.locales, tag, site.to, statementPath)
  const view = {...frame(tag, site, links), ...statement(tag, site)}
  const input: HeadInput = {
    title: narrator.say('statement.title'),
    description: narrator.say('statement.about', {paper: narrator.say('paper.name')}),
    path: statementPath(tag),
    trail: [
      {name: narrator.say('paper.name'), path: frontPath(tag)},
      {name: narrator.say('statement.title'), path: statementPath(tag)},
    ],
    tag,
    editions: site.locales.map((locale) => ({locale, path: statementPath(locale.tag)})),
    fallback: statementPath(site.locales[0]?.tag ?? tag),
    siteName: narrator.say('paper.name'),
    feeds: '',
    poster: frontPosterLink(tag, site),
  }
  return pageOf(
    {path: `${statementPath(tag)}index.html`, locale: tag, article: undefined, page: 'statement'},
    {view, input, site},
    site.templates.statement,
  )
}

function statement(tag: string, {config, locales, today}: Site): Statement {
  const elsewhere = locales.filter((one) => one.tag !== tag).map((one) => `${one.tag}/`)
  const {contact, policy, source} = config
  const isHere = ({check, file}: {readonly check: string; readonly file: string}) =>
    ofPages.test(check) && !elsewhere.some((folder) => file.startsWith(folder))
  const causes = (policy.causes ?? []).map(({check, pages}) => ({check, file: pages}))
  return {
    barriers: policy.waivers
      .filter((waiver) => isHere(waiver) && isInForce(waiver, today))
      .map(({reason}) => ({text: reason, lang: source === tag ? undefined : source})),
    hasOlder: [...(policy.known ?? []), ...causes].some(isHere),
    contact:
      contact === undefined
        ? undefined
        : {href: contact.includes('@') ? `mailto:${contact}` : contact, text: contact},
  }
}

/** What another waiver excused has been mended since, or holds the pages. */
function isInForce(waiver: Waiver, today: string): boolean {
  return standingOf(waiver, today) === 'in-force'
}

/** The last moment, in milliseconds, at which all that the statements list at `now` (ISO 8601) is in them. */
export function statementUntil(waivers: readonly Waiver[], now: string): number {
  const ends = waivers
    .filter((waiver) => isInForce(waiver, now.slice(0, 10)))
    .map(({expires = ''}) => Date.parse(`${expires}T23:59:59.999Z`))
    .filter((end) => !Number.isNaN(end))
  return Math.min(Infinity, ...ends)
}

/** Checks of pages; what is waived of a translation or of a picture is in no reader’s way. */
const ofPages = /^(axe|htmlcs|alfa|accesslint|ibm|rule|browser|document)\//
