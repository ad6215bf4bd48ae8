import type {Inapplicable} from '../model/run.ts'
import type {Capture} from '../model/tab.ts'
import type {BrowserCheck} from './check.ts'

/**
 * The tests that nothing on a page is a matter of, in any view in which a check says so. (In a page's
 * further colour schemes engines are asked about colours alone, and say nothing of it.)
 */
export function inapplicableOn(
  checks: readonly BrowserCheck[],
  captures: readonly Capture[],
): Inapplicable {
  const found: Record<string, readonly string[]> = {}
  for (const page of new Set(captures.map((capture) => capture.page))) {
    const views = captures.filter((capture) => capture.page === page)
    const tests = checks.flatMap((check) => {
      const lists = views.flatMap(({evidence}) => {
        const seen = Object.hasOwn(evidence, check.id) ? evidence[check.id] : undefined
        const said = seen === undefined ? [] : (check.inapplicable?.(seen) ?? [])
        return said.length > 0 ? [said] : []
      })
      const [first = [], ...others] = lists
      return first.filter((test) => others.every((list) => list.includes(test)))
    })
    if (tests.length > 0) found[page] = tests
  }
  return found
}
