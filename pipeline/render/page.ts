import type {Text} from '../model/memory.ts'
import type {Rendition} from '../model/rendition.ts'
import {head, type HeadAssets, type HeadInput} from './head.ts'
import type {Site} from './site.ts'
import {filled, standIns} from './stand-ins.ts'
import type {Scripts} from './template.ts'
import type {Head} from './view.ts'

/** A file of the release that is written when somebody asks for it. */
export interface Sheet extends Omit<Rendition, 'content'> {
  readonly write: (assets: HeadAssets) => Text
  /** Where it is asked for with others; an article's pages are in the article's. */
  readonly sheaf?: Sheaf | undefined
}

/** Files that are known together: as long as what they are made of stays as it is, so do all of them. */
export interface Sheaf {
  /** All that they are made of, beside the site's ground and templates. */
  readonly from: () => unknown
}

/** Which page it is, and where it lies. */
export type PagePlace = Pick<Rendition, 'path' | 'locale' | 'article' | 'page'>

/** What a page is written from: its view but for the head, and its head. */
export interface Written<View extends object> {
  readonly view: View
  readonly input: HeadInput
}

/**
 * A page whose words are settled; what is left is where its assets lie.
 *
 * @param view all that its template is given but for the head
 */
export function pageOf<View extends object>(
  place: PagePlace,
  {view, input, site}: Written<View> & {readonly site: Site},
  template: (view: View & {readonly head: Head}) => string,
): Sheet {
  return pageFrom(
    {
      place,
      from: {view, input},
      tag: input.tag,
      scripts: input.scripts ?? [],
      write: () => ({view, input}),
    },
    site,
    template,
  )
}

/** A page that is not even put together where what it is made of is known. */
export interface PageFrom<View extends object> {
  readonly place: PagePlace
  /** All that `write` depends on, beside the site's ground and templates. */
  readonly from: unknown
  readonly tag: string
  readonly scripts: readonly (keyof Scripts)[]
  readonly write: () => Written<View>
}

/** A page that is put together when it is written, and not where what it is made of is known. */
export function pageFrom<View extends object>(
  {place, from, tag, scripts, write}: PageFrom<View>,
  site: Site,
  template: (view: View & {readonly head: Head}) => string,
): Sheet {
  return {
    ...place,
    mediaType: 'text/html',
    write: (assets) =>
      setPage({kind: 'page', from: [place, from], tag, scripts}, assets, site, (named) => {
        const {view, input} = write()
        return template({...view, head: head(input, named, site.to)})
      }),
  }
}

/** How a page is remembered. */
interface Remembered {
  readonly kind: string
  /** All that it is made of, beside the site's ground and templates. */
  readonly from: unknown
  readonly tag: string
  readonly scripts: readonly (keyof Scripts)[]
}

/** A page with the names of its assets in it: written now, or remembered. */
function setPage(
  {kind, from, tag, scripts}: Remembered,
  assets: HeadAssets,
  {memory, templates, ground}: Site,
  write: (assets: HeadAssets) => string,
): Text {
  const stand = standIns(tag, assets)
  const known = sets.get(stand) ?? new Map<string, object>()
  sets.set(stand, known)
  const name = scripts.join()
  // One object for all pages alike: it is looked through once.
  const set = known.get(name) ?? {
    tag,
    stylesheet: stand.assets.stylesheet,
    icon: assets.icon,
    scripts: scripts.map((script) => assets.scripts[script]),
    early: stand.assets.early(tag),
    templates: templates.hash,
    sheets: templates.sheets,
    ground,
  }
  known.set(name, set)
  const page = memory.text(kind, [from, set], () => write(stand.assets))
  return filled(page, stand, memory)
}

/** A page around a body, which is remembered by itself: the page is kept without it, at a third of the size. */
export function setAround<Body extends string>(
  body: () => Text<Body>,
  known: Remembered,
  assets: HeadAssets,
  site: Site,
  write: (assets: HeadAssets, body: Body) => string,
): Text {
  // Read once where the page is written now, and let go.
  let held: Body | undefined
  const whole = () => (held ??= body().read())
  const around = setPage(known, assets, site, (named) =>
    write(named, whole()).replace(whole(), () => bodyPlace),
  )
  return site.memory.derived(around, (text) => {
    const page = text.replace(bodyPlace, whole)
    held = undefined
    return page
  })
}

/** Between characters that no text may hold. */
const bodyPlace = '\uffffbody\uffff'

const sets = new WeakMap<object, Map<string, object>>()

/** A text that is not worth remembering. */
export function textOf(content: string): Text {
  return {sha256: undefined, read: () => content}
}
