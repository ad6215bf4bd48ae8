import {imageSize} from 'image-size'
import mime from 'mime'
import type {BinaryFile} from '../model/publication.ts'
import type {Rendition} from '../model/rendition.ts'
import {decoded} from './decoded.ts'
import {hashOf} from './hash.ts'
import type {Addresses} from './addresses.ts'
import type {Image} from './surroundings.ts'

/** An article's image, ready for the release. */
export interface PlacedImage extends Image {
  readonly rendition: Rendition
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
  const folder = `articles/${slug}/`
  const path = decoded(src.replace(/^\.\//, ''))
  const file = images.find((image) => image.path === folder + path)
  const mediaType = mime.getType(path)
  if (file === undefined || mediaType === null || !mediaType.startsWith('image/')) return undefined
  const name = path.replace(/^.*\//, '')
  const dot = name.lastIndexOf('.')
  const target = `assets/${name.slice(0, dot)}.${hashOf(file.bytes)}${name.slice(dot)}`
  return {
    href: to.link(target),
    ...measure(file.bytes),
    rendition: {
      path: target,
      mediaType,
      content: file.bytes,
      locale: undefined,
      article: undefined,
      page: undefined,
    },
  }
}

function measure(bytes: Uint8Array): Pick<Image, 'width' | 'height'> {
  try {
    const {width, height} = imageSize(bytes)
    return {width, height}
  } catch {
    return {width: undefined, height: undefined}
  }
}
