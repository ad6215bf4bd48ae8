import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

/**
 * What each part of the pipeline may import: parts of the pipeline, and packages (`node:` for
 * Node's own). This is the architecture; a line here is a decision.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: ['@types/mdast', '@types/hast'],
  markdown: [
    'unified',
    'remark-parse',
    'remark-stringify',
    'remark-frontmatter',
    'remark-cjk-friendly',
    'mdast-util-',
    'micromark-extension-',
    'micromark-util-decode-string',
    '@types/mdast',
  ],
  words: ['model', 'i18next'],
  ingest: [
    'model',
    'markdown',
    'words',
    'yaml',
    'diff',
    'fastest-levenshtein',
    'mdast-util-to-string',
    'unist-util-visit',
    'unist-util-visit-parents',
    '@types/mdast',
  ],
  translate: [
    'model',
    'markdown',
    'words',
    'csv-parse',
    'csv-stringify',
    'diff',
    'fastest-levenshtein',
    'gettext-parser',
    'jsonc-parser',
    'unist-util-visit',
    'unist-util-visit-parents',
    'mdast-util-',
    '@types/mdast',
    'xast-util-',
    'xastscript',
    '@types/xast',
  ],
  render: [
    'model',
    'markdown',
    'words',
    '@noble/hashes',
    'feed',
    'image-size',
    'mime',
    'preact',
    'preact-render-to-string',
    'property-information',
    'remark-smartypants',
    'unified',
    'xast-util-to-xml',
    'xastscript',
    'mdast-util-',
    'hast-util-',
    'fflate',
    'unist-util-visit',
    'unist-util-visit-parents',
    '@types/mdast',
    '@types/hast',
  ],
  check: [
    'model',
    'markdown',
    'words',
    'eld',
    'diff',
    'fastest-levenshtein',
    'hast-util-',
    'lru-cache',
    'parse5',
    'unist-util-visit',
    'unist-util-visit-parents',
    'vfile',
    '@types/hast',
    '@types/mdast',
  ],
  gate: ['model', '@sindresorhus/fnv1a'],
  report: [
    'model',
    'words',
    'markdown',
    'diff',
    'preact',
    'preact-render-to-string',
    'picocolors',
    'string-width',
    'wrap-ansi',
    '@discoveryjs/json-ext',
    '@types/sarif',
    '@types/xast',
    'xast-util-to-xml',
    'xastscript',
  ],
  release: ['model'],
  visual: ['model', 'diff'],
  // `visual/` compares what only `io/` can decode.
  // `release/` plans over digests, which only `io/` can take.
  io: [
    'model',
    'release',
    'visual',
    'node:',
    '@discoveryjs/json-ext',
    'ajv',
    'axe-core',
    'chokidar',
    'css-tree',
    'esbuild',
    'fast-xml-parser',
    'fastest-levenshtein',
    'html-encoding-sniffer',
    'jsonc-parser',
    'lightningcss',
    'lru-cache',
    'mime',
    'pa11y',
    'parse5',
    'playwright-core',
    'sharp',
    'subset-font',
    'tar',
    'yaml',
    '@likecoin/epubcheck-ts',
    '@sparticuz/chromium',
    'pdfjs-dist',
    // Bundled for the page, never run in Node.
    '@siteimprove/alfa-',
  ],
  verbs: [
    'host.ts',
    'publish.ts',
    'without-recalled.ts',
    'audit.ts',
    'audit-verdict.ts',
    'build.ts',
    'preview.ts',
    'model',
    'markdown',
    'ingest',
    'translate',
    'report',
    'render',
    'check',
    'gate',
    'words',
    'io',
    'node:',
    'fastest-levenshtein',
    'string-width',
    'picocolors',
    'wrap-ansi',
  ],
  'build.ts': ['file-article.ts', 'model', 'ingest', 'translate', 'render'],
  'between-events.ts': ['model'],
  'file-article.ts': [
    'article-reader.ts',
    'between-events.ts',
    'model',
    'ingest',
    'translate',
    'render',
  ],
  'article-reader.ts': ['model', 'ingest', 'translate', 'render'],
  'preview.ts': ['file-article.ts', 'host.ts', 'model', 'ingest', 'translate', 'render', 'check'],
  'audit.ts': ['model', 'check'],
  'audit-verdict.ts': ['model', 'check', 'gate'],
  'downloads.ts': ['host.ts', 'model', 'render'],
  'edition-summaries.ts': ['model', 'check'],
  'staying.ts': ['model', 'check'],
  'host.ts': ['model', 'ingest', 'render'],
  'without-recalled.ts': ['file-article.ts', 'model', 'ingest', 'check'],
  'template-words.ts': ['file-article.ts', 'host.ts', 'model', 'translate', 'render', 'check'],
  'publish.ts': [
    'host.ts',
    'between-events.ts',
    'downloads.ts',
    'edition-summaries.ts',
    'file-article.ts',
    'staying.ts',
    'template-words.ts',
    'model',
    'ingest',
    'translate',
    'render',
    'check',
    'gate',
  ],
  'index.ts': [
    'host.ts',
    'publish.ts',
    'audit.ts',
    'audit-verdict.ts',
    'model',
    'markdown',
    'words',
    'ingest',
    'translate',
    'render',
    'check',
    'gate',
    'report',
    'release',
  ],
  'cli.ts': ['verbs', 'model', 'node:', 'fastest-levenshtein', 'picocolors'],
}

/** Types that a stage may take from another without depending on what it does. */
const allowedTypes: Readonly<Record<string, readonly string[]>> = {
  io: ['check', 'render', 'preact'],
}

const root = fileURLToPath(new URL('../pipeline', import.meta.url))
const files = readdirSync(root, {recursive: true, encoding: 'utf8'})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path))

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(40)
})

test.each(files)('%s imports only what its part may', (path) => {
  const part = partOf(path)
  const own = allowed[part]
  expect(own, `no line for "${part}" in the table of layers`).toBeDefined()
  const wrong = importsOf(readFileSync(join(root, path), 'utf8')).filter(
    ({specifier, typeOnly}) => {
      const target = specifier.startsWith('.')
        ? partOf(join(path, '..', specifier).replaceAll('\\', '/'))
        : specifier
      if (target === part) return false
      const permitted = [...(own ?? []), ...(typeOnly ? (allowedTypes[part] ?? []) : [])]
      return !permitted.some((one) => matches(target, one))
    },
  )
  expect(wrong.map(({specifier}) => specifier)).toEqual([])
})

test.each(['cli.ts', 'verbs/build.ts'])(
  '%s starts quickly: it loads hardly any library',
  (path) => {
    expect(librariesOf(path)).toEqual(
      path === 'cli.ts' ? ['fastest-levenshtein', 'picocolors'] : ['lru-cache'],
    )
  },
)

test('a planted import is caught', () => {
  expect(
    importsOf(
      "import type {Root} from 'mdast'\nimport {a} from '../gate/gate.ts'\nconst b = await import('node:fs')",
    ),
  ).toEqual([
    {specifier: 'mdast', typeOnly: true},
    {specifier: '../gate/gate.ts', typeOnly: false},
    {specifier: 'node:fs', typeOnly: false},
  ])
})

/** The packages that are loaded with a file, whatever is done then. */
function librariesOf(path: string): readonly string[] {
  const libraries = new Set<string>()
  const seen = new Set<string>()
  const look = (at: string) => {
    if (seen.has(at)) return
    seen.add(at)
    const text = readFileSync(join(root, at), 'utf8').replace(/\bimport\s*\(/g, '')
    for (const {specifier, typeOnly} of importsOf(text)) {
      if (typeOnly || specifier.startsWith('node:')) continue
      if (specifier.startsWith('.')) look(join(at, '..', specifier).replaceAll('\\', '/'))
      else libraries.add(specifier)
    }
  }
  look(path)
  return [...libraries].toSorted()
}

function partOf(path: string): string {
  return path.split('/')[0] ?? path
}

function matches(target: string, permitted: string): boolean {
  if (permitted.endsWith('-') || permitted.endsWith(':')) return target.startsWith(permitted)
  if (permitted.startsWith('@types/')) return target === permitted.slice('@types/'.length)
  return target === permitted || target.startsWith(`${permitted}/`)
}

function importsOf(
  text: string,
): readonly {readonly specifier: string; readonly typeOnly: boolean}[] {
  const statement =
    /^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s*)?['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]/gm
  return [...text.matchAll(statement)].map(([, type, one, two]) => ({
    specifier: one ?? two ?? '',
    typeOnly: type !== undefined,
  }))
}
