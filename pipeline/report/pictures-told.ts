import type {Finding, Picture} from '../model/finding.ts'
import {together} from './together.ts'

/** The pictures that people are shown: of a cause that many pages share, those of its first. */
export function picturesTold(findings: readonly Finding[]): readonly Picture[] {
  return together(findings).flatMap(({finding: {pictures = []}}) => pictures)
}
