/** A language edition's locale, as the publication declares it. */
export interface Locale {
  /** BCP 47 tag in canonical form, for example `en` or `ko`. */
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  /** The language's own name for itself, from CLDR: `English`, `한국어`. */
  readonly autonym: string
}
