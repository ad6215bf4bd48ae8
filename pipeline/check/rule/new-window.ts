import type {Rule} from './rule.ts'

const notice =
  /new (window|tab|browser)|opens? (in|externally)|external|새 ?창|새 ?탭|새로운 창|외부/i

/** A link that opens a new window says so. `target` alone tells nobody. */
export const newWindow: Rule = {
  id: 'rule/new-window',
  criteria: ['3.2.5'],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(
        ({role, heard, attributes}) =>
          role === 'link' &&
          heard &&
          (attributes['target'] === '_blank' ||
            /window\.open\s*\(/.test(attributes['onclick'] ?? '')),
      )
      .filter((at) => {
        const described = page.described(at, 'aria-describedby')
        return !notice.test(
          `${at.name ?? ''} ${at.attributes['title'] ?? ''} ${described} ${page.words(at)}`,
        )
      })
      .map((at) => ({at, values: {name: at.name ?? ''}})),
}
