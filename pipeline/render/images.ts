import {imageSize} from 'image-size'
import type {ImageFormat, ImageRequest} from '../model/image.ts'
import type {BinaryFile} from '../model/publication.ts'
import {decoded} from '../model/decoded.ts'
import {hashOf} from './hash.ts'
import type {Addresses} from './addresses.ts'
import type {Image} from './surroundings.ts'

/** An article's image, with the files that the release needs of it. */
export interface PlacedImage extends Image {
  readonly requests: readonly ImageRequest[]
}

/**
 * The image that `src` names in an article, or `undefined`: only files beside the article are its
 * images; an address of another site or folder is none.
 */
export function findImage(
  images: readonly BinaryFile[],
  slug: string,
  src: string,
  to: Addresses,
): PlacedImage | undefined {
  const named = `articles/${slug}/${decoded(src.replace(/^\.\//, ''))}`
  const file = images.find(({path}) => path === named)
  const recipe = file && recipeOf(file.path)
  if (file === undefined || recipe === undefined) return undefined
  const {width, height, stem} = about(file)
  const ask = (format: ImageFormat, wanted: number | undefined): ImageRequest => ({
    path: `assets/${stem(recipe, wanted)}.${format === 'jpeg' ? 'jpg' : format}`,
    source: file,
    format,
    width: wanted,
  })
  const sources = (width === undefined || width < least ? [] : recipe.modern).map((format) =>
    widthsUpTo(width ?? 0).map((wanted) => ask(format, wanted)),
  )
  const plain = ask(recipe.plain, width === undefined ? undefined : Math.min(width, plainWidth))
  const shown = width === undefined ? undefined : Math.min(width, Math.max(...widths))
  return {
    href: to.link(plain.path),
    width: shown,
    height:
      shown === undefined || height === undefined || width === undefined
        ? height
        : Math.round((height * shown) / width),
    sources: sources.map((group) => ({
      type: `image/${group[0]?.format ?? ''}`,
      srcset: group.map(({path, width: wide}) => `${to.link(path)} ${wide}w`).join(', '),
    })),
    sizes,
    requests: [...sources.flat(), plain],
  }
}

/** Raised when the way images are made changes, so that the files get new names. */
const format = 1

/** Pixels: from a phone's column to twice the widest one. */
const widths = [480, 800, 1200, 1600] as const
const plainWidth = 1200
/** Smaller ones are not worth a choice. */
const least = 320

/** How wide the text's column is, and with it its images. */
const sizes = '(min-width: 48em) 44rem, 100vw'

interface Recipe {
  /** What every reader's browser can show. */
  readonly plain: ImageFormat
  /** Smaller files for those that can, the best first. */
  readonly modern: readonly ImageFormat[]
}

/** GIFs may move and SVGs have no pixels: they stay what they are. */
const recipes: Readonly<Record<string, Recipe>> = {
  jpg: {plain: 'jpeg', modern: ['avif', 'webp']},
  jpeg: {plain: 'jpeg', modern: ['avif', 'webp']},
  png: {plain: 'png', modern: ['avif', 'webp']},
  webp: {plain: 'webp', modern: ['avif', 'webp']},
  avif: {plain: 'webp', modern: ['avif', 'webp']},
  gif: {plain: 'gif', modern: []},
  svg: {plain: 'svg', modern: []},
}

function recipeOf(path: string): Recipe | undefined {
  return recipes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()]
}

function widthsUpTo(width: number): readonly number[] {
  const smaller = widths.filter((one) => one < width)
  return smaller.length < widths.length ? [...smaller, width] : smaller
}

interface About {
  readonly width: number | undefined
  readonly height: number | undefined
  /** The name of a file made of it. */
  readonly stem: (recipe: Recipe, width: number | undefined) => string
}

const known = new WeakMap<BinaryFile, About>()

/** What can be told from the bytes; asked once for each file. */
function about(file: BinaryFile): About {
  const found = known.get(file)
  if (found !== undefined) return found
  // Read from the disk once, and let go.
  const {bytes} = file
  const hash = hashOf(bytes)
  const name = file.path.replace(/^.*\/|\.[^.]*$/g, '').replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')
  const made: About = {
    ...measure(bytes),
    stem: ({plain}, width) =>
      `${name}${width === undefined ? '' : `-${width}`}.${hashOf(`${format}\n${plain}\n${hash}`)}`,
  }
  known.set(file, made)
  return made
}

/** As it is shown: cameras write a turned picture lying down, and say so. */
function measure(bytes: Uint8Array): Pick<Image, 'width' | 'height'> {
  try {
    const {width, height, orientation = 1} = imageSize(bytes)
    return orientation >= 5 ? {width: height, height: width} : {width, height}
  } catch {
    return {width: undefined, height: undefined}
  }
}
