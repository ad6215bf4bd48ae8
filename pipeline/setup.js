// Makes a bare clone ready: the packages of the lockfile, then a build. Plain JavaScript, since
// nothing is installed yet when it runs. Quick and silent when there is nothing to do.
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const mark = join(root, 'node_modules/.cache/galley/installed')

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Galley needs Node 20.19 or newer; this is ${process.versions.node}.`)
}

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package.json')))
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  console.error('Setting up: installing the packages of the lockfile (once, about a minute) …')
  run(npm('ci', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'), 'npm ci')
  mkdirSync(dirname(mark), {recursive: true})
  writeFileSync(mark, wanted)
}
run(
  [process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
  'the build',
)
run([process.execPath, join(root, 'pipeline/bundle.js')], 'the build')

/** @param {string[]} words */
function npm(...words) {
  const script = process.env['npm_execpath']
  return script === undefined ? ['npm', ...words] : [process.execPath, script, ...words]
}

/**
 * @param {string[]} command
 * @param {string} what
 */
function run([program = '', ...words], what) {
  const {status, error} = spawnSync(program, words, {cwd: root, stdio: ['ignore', 2, 2]})
  if (status !== 0)
    fail(
      `Setting up failed in ${what}${error ? `: ${error.message}` : '; its own words are above'}.`,
    )
}

/** @param {string} message */
function fail(message) {
  console.error(message)
  process.exit(2)
}
