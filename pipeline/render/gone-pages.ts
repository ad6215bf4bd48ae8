import {plainText} from '../markdown/plain.ts'
import {formerAddresses, goneAddresses} from './former-addresses.ts'
import {frame, frameOfAll} from './frame.ts'
import type {HeadInput} from './head.ts'
import {line} from './line.ts'
import {pageOf, type Sheet} from './page.ts'
import type {Site} from './site.ts'
import type {GoneView} from './view.ts'

/**
 * Addresses that articles have left: those that moved lead on, those withdrawn say so, in the
 * publication's own language where there is nothing to read in theirs.
 */
export function gonePages(site: Site): readonly Sheet[] {
  const moved = formerAddresses(site).map(({edition, path, to}) =>
    gonePage(path, edition.locale, site, {
      kind: 'moved',
      target: {
        href: site.to.link(to),
        headline: line(edition.headline, site.narratorOf(edition.locale), 'inline'),
      },
      headline: plainText(edition.headline.text),
    }),
  )
  const withdrawn = goneAddresses(site).map(({path, tag}) =>
    gonePage(path, tag, site, {kind: 'withdrawn', target: undefined, headline: ''}),
  )
  return [...moved, ...withdrawn]
}

interface Gone extends Pick<GoneView, 'kind' | 'target'> {
  readonly headline: string
}

function gonePage(path: string, own: string | undefined, site: Site, gone: Gone): Sheet {
  const tag = own ?? site.config.source
  const narrator = site.narratorOf(tag)
  const around = own === undefined ? frameOfAll(site) : frame(own, site, [])
  const view = {...around, kind: gone.kind, target: gone.target}
  const text = narrator.say(`gone.${gone.kind}.text`, {headline: gone.headline})
  const input: HeadInput = {
    // Many articles may have moved, and titles tell pages apart.
    title: gone.kind === 'moved' ? text : narrator.say('gone.withdrawn.title'),
    description: text,
    tag,
    siteName: narrator.say('paper.name'),
    feeds: own === undefined ? undefined : '',
  }
  return pageOf(
    {path: `${path}index.html`, locale: own, article: undefined, page: 'gone'},
    {view, input, site},
    site.templates.gone,
  )
}
