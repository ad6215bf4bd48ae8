/** A part of a text that a segmenter tells apart, and where it begins. */
export interface Part {
  readonly segment: string
  /** In UTF-16 code units. */
  readonly index: number
  /** Of the segmenter of words: whether it is a word, and no space or sign. */
  readonly isWordLike: boolean
}

/**
 * The words or graphemes of a text, in order, as `Intl.Segmenter` tells them apart. A long text is
 * given to it in pieces that end before a space, or in the middle where there is none: with each part
 * comes a copy of the whole that it was given, so that the words of a megabyte would take gigabytes.
 */
export function* segmentsIn(text: string, segmenter: Intl.Segmenter): Generator<Part> {
  for (const {0: piece, index: start} of text.matchAll(pieces)) {
    for (const {segment, index, isWordLike} of segmenter.segment(piece)) {
      yield {segment, index: start + index, isWordLike: isWordLike === true}
    }
  }
}

const pieces = /[^]{1,2000}(?=\s|$)|[^]{1,2000}/gu
