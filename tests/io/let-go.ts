import {release} from '../../pipeline/io/release.ts'
import type {Rendition} from '../../pipeline/model/rendition.ts'

/** Releases whatever it is given: nobody has anything against it at the switch. */
export function letGo(out: string, renditions: readonly Rendition[]): ReturnType<typeof release> {
  return release(out, renditions, () => {})
}
