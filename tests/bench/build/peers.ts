import {spawnSync} from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'

/** A builder, and how it is called on a corpus that `writeCorpus` wrote. */
export interface Peer {
  readonly name: string
  /** Make the site it builds from; not measured. */
  prepare(corpus: string): void
  /** What it keeps between builds besides its output. */
  remembered(corpus: string): readonly string[]
  /** Builds after the first one, which find what that left: what has changed since, and its name. */
  readonly again?: (
    corpus: string,
  ) => readonly {readonly name: string; readonly change: () => void}[]
  build(corpus: string): {
    readonly out: string
    readonly program: string
    readonly words: readonly string[]
    readonly folder: string
  }
}

const here = fileURLToPath(new URL('.', import.meta.url))
const root = resolve(here, '../../..')

/** The builders of this machine, and those it does not have. */
export function peers(eleventy: string | undefined): {
  readonly here: readonly Peer[]
  readonly absent: readonly {readonly name: string; readonly how: string}[]
} {
  const hasHugo = spawnSync('hugo', ['version']).status === 0
  const hasEleventy = eleventy !== undefined && existsSync(join(eleventy, eleventyCommand))
  return {
    here: [
      loop('satteri', 'loop (Sätteri)'),
      loop('micromark', 'loop (micromark)'),
      galley,
      ...(hasHugo ? [hugo('hugo-whole', 'Hugo, same outputs'), hugo('hugo', 'Hugo, less')] : []),
      ...(hasEleventy ? [eleventyIn(resolve(eleventy))] : []),
    ],
    absent: [
      ...(hasHugo ? [] : [{name: 'Hugo', how: 'Put `hugo` on the path.'}]),
      ...(hasEleventy
        ? []
        : [
            {
              name: 'Eleventy',
              how: 'Install @11ty/eleventy in a folder, and name that with --eleventy.',
            },
          ]),
    ],
  }
}

/** Everything is rendered anew; only the cut fonts, which change with the alphabet, are kept. */
const galley: Peer = {
  name: 'Galley',
  prepare(corpus) {
    const {program, words, folder} = this.build(corpus)
    spawnSync(program, words, {cwd: folder})
  },
  remembered: (corpus) => [join(corpus, 'galley/.galley/memory')],
  again: (corpus) => [
    {name: 'Galley, nothing new', change() {}},
    {
      name: 'Galley, one edit',
      change() {
        const articles = join(corpus, 'galley/articles')
        const [slug = ''] = readdirSync(articles).sort().slice(10)
        appendFileSync(join(articles, slug, 'article.md'), '\n\nIt was said again.\n')
      },
    },
  ],
  build(corpus) {
    const folder = join(corpus, 'galley')
    return {
      out: join(folder, 'out/build'),
      program: process.execPath,
      words: [join(root, 'dist/cli.js'), 'build'],
      folder,
    }
  },
}

function loop(engine: 'satteri' | 'micromark', name: string): Peer {
  return {
    name,
    prepare: () => {},
    remembered: () => [],
    build(corpus) {
      const out = join(corpus, `out-${engine}`)
      const words = [join(here, 'loop.js'), join(corpus, 'markdown'), out, engine]
      return {out, program: process.execPath, words, folder: root}
    },
  }
}

/** `hugo-whole` writes what Galley writes; `hugo` articles, their subjects and one feed. */
function hugo(site: 'hugo' | 'hugo-whole', name: string): Peer {
  return {
    name,
    prepare(corpus) {
      const folder = freshSite(corpus, site)
      for (const locale of ['en', 'ko'])
        cpSync(join(corpus, 'markdown', locale), join(folder, 'content', locale, 'articles'), whole)
      cpSync(join(corpus, 'markdown/tags.json'), join(folder, 'data/tags.json'))
    },
    remembered: (corpus) => [
      join(corpus, site, 'resources'),
      join(corpus, site, '.hugo_build.lock'),
    ],
    build(corpus) {
      const folder = join(corpus, site)
      const words = ['--quiet', '--cacheDir', join(folder, 'resources/cache')]
      return {out: join(folder, 'public'), program: 'hugo', words, folder}
    },
  }
}

const eleventyCommand = 'node_modules/@11ty/eleventy/cmd.cjs'

function eleventyIn(installed: string): Peer {
  return {
    name: 'Eleventy',
    prepare(corpus) {
      const site = freshSite(corpus, 'eleventy')
      symlinkSync(join(installed, 'node_modules'), join(site, 'node_modules'))
      writeFileSync(join(site, 'package.json'), '{"type": "module"}\n')
      for (const locale of ['en', 'ko']) {
        const folder = join(site, 'src', locale)
        cpSync(join(corpus, 'markdown', locale), join(folder, 'articles'), whole)
        writeFileSync(join(folder, `${locale}.json`), JSON.stringify({lang: locale}))
        writeFileSync(
          join(folder, 'articles/articles.11tydata.mjs'),
          `export default {layout: 'article.njk', tags: 'article_${locale}', permalink: ({page}) => \`/${locale}/articles/\${page.fileSlug}/\`}\n`,
        )
      }
      cpSync(join(corpus, 'markdown/tags.json'), join(site, 'src/_data/tagids.json'))
    },
    remembered: (corpus) => [join(corpus, 'eleventy/.cache')],
    build(corpus) {
      const folder = join(corpus, 'eleventy')
      const words = [eleventyCommand, '--quiet']
      return {out: join(folder, '_site'), program: process.execPath, words, folder}
    },
  }
}

const whole = {recursive: true}

/** A builder's own templates in a folder of their own. */
function freshSite(corpus: string, name: string): string {
  const site = join(corpus, name)
  rmSync(site, {recursive: true, force: true})
  mkdirSync(site, whole)
  cpSync(join(here, 'peers', name), site, whole)
  return site
}
