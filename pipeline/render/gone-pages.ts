import {plainText} from '../markdown/plain.ts'
import {articlePath} from './addresses.ts'
import {formerAddresses} from './former-addresses.ts'
import {frame} from './frame.ts'
import type {HeadInput} from './head.ts'
import {line} from './line.ts'
import {pageOf, type Sheet} from './page.ts'
import type {Site} from './site.ts'
import type {GoneView} from './view.ts'

/** Addresses that articles have left: those that moved lead on, those withdrawn say so. */
export function gonePages(site: Site): readonly Sheet[] {
  const moved = formerAddresses(site).map(({edition, path}) =>
    gonePage(path, edition.locale, site, {
      kind: 'moved',
      target: {
        href: site.to.link(articlePath(edition)),
        headline: line(edition.headline, site.narratorOf(edition.locale), 'inline'),
      },
      headline: plainText(edition.headline.text),
    }),
  )
  const withdrawn = site.withdrawn.flatMap((slug) =>
    site.locales.map(({tag}) =>
      gonePage(articlePath({locale: tag, slug}), tag, site, {
        kind: 'withdrawn',
        target: undefined,
        headline: '',
      }),
    ),
  )
  return [...moved, ...withdrawn]
}

interface Gone extends Pick<GoneView, 'kind' | 'target'> {
  readonly headline: string
}

function gonePage(path: string, tag: string, site: Site, gone: Gone): Sheet {
  const narrator = site.narratorOf(tag)
  const view = {...frame(tag, site, []), kind: gone.kind, target: gone.target}
  const text = narrator.say(`gone.${gone.kind}.text`, {headline: gone.headline})
  const input: HeadInput = {
    // Many articles may have moved, and titles tell pages apart.
    title: gone.kind === 'moved' ? text : narrator.say('gone.withdrawn.title'),
    description: text,
    tag,
    siteName: narrator.say('paper.name'),
    feeds: '',
  }
  return pageOf(
    {path: `${path}index.html`, locale: tag, article: undefined, page: 'gone'},
    {view, input, site},
    site.templates.gone,
  )
}
