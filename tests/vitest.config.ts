import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'
import {LongestFirst} from './support/longest-first.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  test: {
    reporters: ['default', './tests/support/tally.ts'],
    testTimeout: 60_000,
    sequence: {sequencer: LongestFirst},
    globalSetup: ['./tests/support/scratch.ts'],
    setupFiles: ['./tests/support/chance.ts'],
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          // Two hundred files that each load the pipeline anew would wait longer for that than for their tests.
          isolate: false,
          // One for each core; left to itself it leaves one idle.
          maxWorkers: availableParallelism(),
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // Half of what they do is to wait for time limits; but pages that turn in circles take whole cores.
          maxWorkers: availableParallelism(),
          testTimeout: 300_000,
        },
      },
    ],
  },
})
