import type {Reporter, TestModule} from 'vitest/node'

/** Closes a test run with one plain line that any CI can read: `N passed, N failed`. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = {passed: 0, failed: 0, skipped: 0}
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const {state} = test.result()
        if (state !== 'pending') count[state]++
      }
      if (module.state() === 'failed' && module.errors().length > 0) count.failed++
    }
    console.log(
      `${count.passed} passed, ${count.failed} failed` +
        (count.skipped > 0 ? `, ${count.skipped} skipped` : ''),
    )
  }
}
