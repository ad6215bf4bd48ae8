import type {Text} from '../model/memory.ts'
import type {Rendition} from '../model/rendition.ts'
import {head, type HeadAssets, type HeadInput} from './head.ts'
import type {Site} from './site.ts'
import type {Head} from './view.ts'

/** A file of the release that is written when somebody asks for it. */
export interface Sheet extends Omit<Rendition, 'content'> {
  readonly write: (assets: HeadAssets) => Text
}

/** Which page it is, and where it lies. */
export type PagePlace = Pick<Rendition, 'path' | 'locale' | 'article' | 'page'>

/**
 * A page whose words are settled; what is left is where its assets lie.
 *
 * @param view all that its template is given but for the head
 */
export function pageOf<View extends object>(
  place: PagePlace,
  {view, input, site}: {readonly view: View; readonly input: HeadInput; readonly site: Site},
  template: (view: View & {readonly head: Head}) => string,
): Sheet {
  return {
    ...place,
    mediaType: 'text/html',
    write: (assets) =>
      site.memory.text('page', [place, view, pageGround(input, assets, site)], () =>
        template({...view, head: head(input, assets, site.to)}),
      ),
  }
}

/** What every page is made of beside its view. */
export function pageGround(input: HeadInput, assets: HeadAssets, site: Site): unknown {
  const {stylesheet, icon, scripts} = assets
  const named = input.scripts.map((name) => scripts[name])
  return [input, stylesheet, icon, named, assets.early(input.tag), site.templates.hash, site.ground]
}

/** A text that is not worth remembering. */
export function textOf(content: string): Text {
  return {sha256: undefined, read: () => content}
}
