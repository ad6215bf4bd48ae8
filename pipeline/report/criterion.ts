/** What WCAG 2.2 has dropped and KWCAG 2.2 asks for still, by the old number and the Korean one. */
const korean: Readonly<Record<string, string>> = {'4.1.1': '8.1.1'}

/** How a criterion is named where it stands alone: `WCAG 1.4.3`; `KWCAG 8.1.1`, which WCAG 2.2 has not. */
export function nameOfCriterion(criterion: string): string {
  const number = korean[criterion]
  return number === undefined ? `WCAG ${criterion}` : `KWCAG ${number}`
}

/** Whether WCAG 2.2 has it. */
export function isInWcag(criterion: string): boolean {
  return !Object.hasOwn(korean, criterion)
}
