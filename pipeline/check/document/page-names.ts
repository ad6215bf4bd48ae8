import type {DocumentCheck} from '../check.ts'
import {namedAlike} from './alike-names.ts'

/**
 * Pages of one language have titles that tell them apart, and so have their headings. What is
 * alike on several is one finding, the same for each of them.
 */
export const pageNames: DocumentCheck = {
  ...namedAlike,
  together: true,
  judge: ({rendition}, site) => site.ask('named', rendition.path),
}
