import type {Rule} from './rule.ts'

/** In English and Korean, and in the languages that most of the other pages are in. */
const cue =
  /[*＊]|required|mandatory|must|optional|필수|선택|bligat|facultati|requis|requerid|richiest|opcional|opzional|pflicht|erforderlich|verplicht|optioneel|必須|必填|任意|选填/i

/** A field that must be filled in looks so before it is left empty. */
export const requiredCue: Rule = {
  id: 'rule/required-cue',
  criteria: ['3.3.2'],
  act: [],
  severity: 'warning',
  judge: (page) =>
    page.nodes
      .filter(({tag, seen, attributes}) => {
        const isField =
          /^(input|select|textarea)$/.test(tag) && seen && attributes['type'] !== 'radio'
        return (
          isField &&
          (attributes['required'] !== undefined || attributes['aria-required'] === 'true')
        )
      })
      .filter((at) => {
        const form =
          page.above(at).find(({tag, role}) => tag === 'form' || role === 'form') ?? page.root
        return !cue.test(`${at.name ?? ''} ${form ? page.words(form) : ''}`)
      })
      .map((at) => ({at, values: {name: at.name ?? ''}})),
}
