// Puts the command line together: `dist/cli.js`, and parts in `dist/bin/` of which each verb loads
// what it needs. Six hundred modules of ours and of libraries took a second to find and to read;
// these take a third of that. `dist/index.js` and its types stay as the compiler made them.
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const parts = join(root, 'dist/bin')

/** What brings files of its own along, is no JavaScript, or is too large to be worth it. */
const external = [
  '@likecoin/epubcheck-ts',
  '@sparticuz/chromium',
  'axe-core',
  'chokidar',
  'eld',
  'esbuild',
  'lightningcss',
  'pa11y',
  'pdfjs-dist',
  'playwright-core',
  'satteri',
  'sharp',
  'subset-font',
]

// Modules that look for files beside them find those where the compiler put them: `dist/bin/` is as
// deep as `dist/io/`.
const {metafile} = await build({
  absWorkingDir: root,
  entryPoints: {cli: 'pipeline/cli.ts'},
  outdir: 'dist',
  chunkNames: 'bin/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  banner: {
    js: "import {createRequire as requireFrom} from 'node:module'\nconst require = requireFrom(import.meta.url)",
  },
})
chmodSync(join(root, 'dist/cli.js'), 0o755)

// npm links the programs of packages, not the package's own: without the link `npx galley` installs
// the checkout into a cache of its own first, and again for each call waits seconds for it. Windows
// needs rights to link; there npx goes the long way.
const link = join(root, 'node_modules/.bin/galley')
if (!existsSync(link) && process.platform !== 'win32') symlinkSync('../../dist/cli.js', link)

writeFileSync(join(parts, 'LICENSES.txt'), licences(Object.keys(metafile.inputs)))
for (const name of readdirSync(parts)) {
  const path = join(parts, name)
  const isCurrent = name === 'LICENSES.txt' || `dist/bin/${name}` in metafile.outputs
  // A server that still runs may yet load a part of yesterday's program.
  if (!isCurrent && Date.now() - statSync(path).mtimeMs > 86_400_000) rmSync(path)
}

/**
 * The licences of the libraries that became part of the program, which ask to be shown with it.
 * @param {readonly string[]} inputs
 */
function licences(inputs) {
  const folders = new Set(
    inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  )
  return [...folders]
    .toSorted()
    .map((folder) => {
      const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name))
      const text = file === undefined ? licenceIn(folder) : readFileSync(join(root, folder, file))
      return `${folder.replace(/.*node_modules\//, '')}\n\n${String(text).trim()}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}

/** @param {string} folder */
function licenceIn(folder) {
  const about = join(root, folder, 'package.json')
  return existsSync(about) ? JSON.parse(readFileSync(about, 'utf8')).license : ''
}
