import type {Rule} from './rule.ts'

/** A picture made of characters has a text for those who hear them one by one. */
export const textPicture: Rule = {
  id: 'rule/text-picture',
  criteria: ['1.1.1'],
  act: [],
  of: /^pre$/,
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(({tag, heard, role}) => tag === 'pre' && heard && role !== 'img')
      .filter((at) => {
        const inside = page.inside(at)
        if (inside.some(({tag}) => /^(code|kbd|samp|table)$/.test(tag))) return false
        const text = inside
          .map((one) => one.text ?? '')
          .join('')
          .replace(/\s/g, '')
        const marks = text.match(/[^\p{L}\p{N}]/gu) ?? []
        return marks.length >= 8 && marks.length / text.length > 0.75
      })
      .map((at) => ({at})),
}
