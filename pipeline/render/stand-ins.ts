import type {Memory, Text} from '../model/memory.ts'
import {hashOf, integrityOf} from './hash.ts'
import type {HeadAssets} from './head.ts'

/**
 * The names of the style sheet and the fonts change with the first new character anywhere, and every
 * page names them. So a page is written with names that stand in for them, and remembered so; the
 * names of the day are put in last, which takes next to nothing.
 */
interface StandIns {
  readonly assets: HeadAssets
  /** What stands in → what it stands in for. */
  readonly fills: Readonly<Record<string, string>>
}

/** What stands in for the assets of the pages of a language: the same, whatever is in them. */
export function standIns(tag: string, assets: HeadAssets): StandIns {
  const known = found.get(assets) ?? new Map<string, StandIns>()
  found.set(assets, known)
  const made = known.get(tag) ?? make(tag, assets)
  known.set(tag, made)
  return made
}

/** A page as it is served. */
export function filled<Content extends string>(
  page: Text<Content>,
  {fills}: StandIns,
  memory: Memory,
): Text {
  return memory.derived(page, (text) =>
    Object.entries(fills).reduce((all, [stand, own]) => all.replaceAll(stand, own), text),
  )
}

const found = new WeakMap<HeadAssets, Map<string, StandIns>>()

function make(tag: string, assets: HeadAssets): StandIns {
  const sheet = standIn(assets.stylesheet.href)
  const fonts = assets.early(tag).map(standIn)
  const integrity = integrityOf(sheet.path)
  const fills = Object.fromEntries([
    [integrity, assets.stylesheet.integrity],
    ...[sheet, ...fonts].filter(({own}) => own !== '').map(({stand, own}) => [stand, own]),
  ])
  return {
    assets: {
      ...assets,
      stylesheet: {href: sheet.path, integrity},
      early: () => fonts.map(({path}) => path),
    },
    fills,
  }
}

/** The same path with another hash in it, which is the path's own for as long as only the hash changes. */
function standIn(path: string): {
  readonly path: string
  readonly stand: string
  readonly own: string
} {
  const own = /\.([\da-f]{16})\.\w+$/.exec(path)?.[1] ?? ''
  const stand = own === '' ? '' : hashOf(`stands in for ${path.replace(own, '')}`)
  return {path: path.replace(own, () => stand), stand, own}
}
