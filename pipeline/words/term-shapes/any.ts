import type {TermShape} from '../term-shape.ts'

/** A language without rules of its own: the form as it is written. */
export const any: TermShape = {
  form: (words) => words.join(String.raw`\s+`),
  ending: '',
}
