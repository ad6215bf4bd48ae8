import type {Specimen} from './specimens.tsx'
import type {ShowcaseView} from './view.ts'

/** Components of a publication's own: its file of this name takes the place of this one. */
export function ownSpecimens(_view: ShowcaseView): readonly Specimen[] {
  return []
}
