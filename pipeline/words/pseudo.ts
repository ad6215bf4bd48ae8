/** A language that nobody speaks: regions of CLDR's own, for texts that only look translated. */
export type PseudoLocale = 'en-XA' | 'ko-XB'

export const pseudoLocales: readonly PseudoLocale[] = ['en-XA', 'ko-XB']

/** Whether a locale is one of those, of which no text was translated by anybody. */
export function isPseudo(tag: string): tag is PseudoLocale {
  return pseudoLocales.some((one) => one === tag)
}
