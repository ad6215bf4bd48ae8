// `npm run check`: every static check, side by side; all are run, all that fail are shown.
import {spawn} from 'node:child_process'

const checks = {
  format: ['prettier', '--check', '--log-level', 'warn', ...kept('prettier'), '.'],
  types: ['tsc', '-p', 'tsconfig.json'],
  lint: ['oxlint', '--type-aware', '--deny-warnings', 'pipeline', 'templates', 'tests'],
  'dead code': ['knip', '--no-progress'],
  package: ['publint', '--strict'],
  layers: [
    'vitest',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    'pure',
    'tests/layers.test.ts',
  ],
}

const results = await Promise.all(
  Object.entries(checks).map(async ([name, words]) => ({name, ...(await run(words))})),
)
for (const {name, code, output, seconds} of results) {
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(10)} ${seconds.toFixed(1)} s`)
  if (code !== 0) console.log(output.trimEnd().replace(/^/gm, '      '))
}
process.exitCode = results.every(({code}) => code === 0) ? 0 : 1

/**
 * Files that have passed are not read again until they, or the tool, change.
 * @param {string} tool
 */
function kept(tool) {
  const cache = `node_modules/.cache/galley/${tool}`
  return ['--cache', '--cache-strategy', 'content', '--cache-location', cache]
}

/**
 * @param {string[]} words
 * @returns {Promise<{code: number, output: string, seconds: number}>}
 */
function run([program = '', ...words]) {
  return new Promise((resolve) => {
    const start = performance.now()
    let output = ''
    const child = spawn(`node_modules/.bin/${program}`, words, {stdio: ['ignore', 'pipe', 'pipe']})
    const end = (/** @type {number | null} */ code) =>
      resolve({code: code ?? 1, output, seconds: (performance.now() - start) / 1000})
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => {
      output += error.message
      end(1)
    })
    child.on('close', end)
  })
}
