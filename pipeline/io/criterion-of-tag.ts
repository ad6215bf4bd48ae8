/** What one of axe-core's tags says of WCAG: `wcag143` → 1.4.3; `wcag1412` → 1.4.12. */
export function criterionOfTag(tag: string): readonly string[] {
  const [, ...numbers] = /^wcag(\d)(\d)(\d+)$/.exec(tag) ?? []
  return numbers.length === 3 ? [numbers.join('.')] : []
}
