/** Level A of WCAG 2.2 by number; every other criterion that a check names is AA or AAA. */
const A: ReadonlySet<string> = new Set(
  `1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1
  2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.1 4.1.2`.split(
    /\s+/,
  ),
)

const AA: ReadonlySet<string> = new Set(
  `1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11
  2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3`.split(/\s+/),
)

/** The level of a success criterion of WCAG 2.2. */
export function levelOf(criterion: string): 'A' | 'AA' | 'AAA' {
  return A.has(criterion) ? 'A' : AA.has(criterion) ? 'AA' : 'AAA'
}
