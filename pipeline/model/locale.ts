import type {Direction} from './direction.ts'

/** A language edition's locale, as the publication declares it. */
export interface Locale {
  /** BCP 47 tag in canonical form, for example `en` or `ko`. */
  readonly tag: string
  readonly direction: Direction
  /** The language's own name for itself, from CLDR: `English`, `한국어`. */
  readonly autonym: string
}
