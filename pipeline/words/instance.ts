import type {Words} from '../model/publication.ts'
import {createInstance, type i18n} from 'i18next'

/** A delimiter no text contains: it switches an i18next feature off. */
const never = '\u0000'

/**
 * An i18next of its own over words in memory: flat keys, no nesting, no context, no way round
 * escaping. Values are put in as they are, because what comes out is text and not HTML.
 */
export function instance(words: Words, locale: string, fallback: string): i18n {
  const i18next = createInstance()
  void i18next.init({
    initAsync: false,
    lng: locale,
    fallbackLng: fallback,
    resources: structuredClone(words),
    ns: [],
    defaultNS: false,
    keySeparator: false,
    nsSeparator: false,
    contextSeparator: never,
    returnEmptyString: false,
    parseMissingKeyHandler: (key: string) => `[${key}]`,
    interpolation: {
      escapeValue: false,
      // A value that looks like a placeholder is never filled in its turn.
      skipOnVariables: true,
      unescapePrefix: never,
      nestingPrefix: never,
      nestingSuffix: never,
    },
  })
  return i18next
}
