import type {Catalog} from '../model/catalog.ts'
import type {Finding} from '../model/finding.ts'
import {hasWords} from '../words/has-words.ts'
import {localeFile, syncFinding} from './own-findings.ts'

/**
 * A translated headline without a word. Every page that lists the edition would have a link without a
 * name: there is no such edition, and no other is held for it.
 */
export function wordlessHeadline({slug, locale, units}: Catalog): Finding | undefined {
  const headline = units.find(({kind}) => kind === 'headline')
  const {key, target = ''} = headline ?? {}
  if (key === undefined || target === '' || hasWords(target)) return undefined
  const file = localeFile(slug, locale, 'texts')
  return syncFinding('error', 'translation/wordless', file, {unit: key}, {text: target})
}
