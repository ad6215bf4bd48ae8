import type {PublicationConfig} from '../model/publication.ts'
import type {Term} from '../model/term.ts'
import type {House} from './check.ts'

/** What the house has laid down for every edition. */
export function houseOf(terms: readonly Term[], {policy}: PublicationConfig): House {
  return {terms, originals: policy.originals ?? 'any'}
}
