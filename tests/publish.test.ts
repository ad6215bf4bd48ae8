import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {h} from 'preact'
import {renderToString} from 'preact-render-to-string'
import {describe, expect, onTestFinished, test} from 'vitest'
import {browserChecks} from '../pipeline/check/checks.ts'
import {parseConfig} from '../pipeline/io/config.ts'
import {packageRoot, readPublication} from '../pipeline/io/publication.ts'
import {loadMarked, loadTemplates} from '../pipeline/io/templates.ts'
import type {CatalogFiles} from '../pipeline/model/catalog.ts'
import type {Finding} from '../pipeline/model/finding.ts'
import {forgetful} from '../pipeline/model/memory.ts'
import type {Publication} from '../pipeline/model/publication.ts'
import type {Rendition} from '../pipeline/model/rendition.ts'
import type {Capture} from '../pipeline/model/tab.ts'
import type {Host, Step} from '../pipeline/host.ts'
import {publish} from '../pipeline/publish.ts'
import type {Templates} from '../pipeline/render/template.ts'
import type {PageView} from '../pipeline/render/view.ts'
import {publishKnowing} from '../pipeline/verbs/ratchet.ts'
import {releasedOf} from '../pipeline/verbs/take-away.ts'
import {withoutRecalled} from '../pipeline/without-recalled.ts'

const article = (slug: string, headline: string) => ({
  path: `articles/${slug}/article.md`,
  text: `---\nheadline: ${headline}\npublished: 2026-11-24\n---\n\nA paragraph of ${headline}.\n`,
})

const config = parseConfig(
  '{"url": "https://paper.example/", "source": "en", "locales": ["en", "ko"]}',
  'publication.json',
)

/** Pages of links alone: what this test is about is who links to whom. */
const page = ({head, languages, tag}: PageView) =>
  `<!doctype html>${renderToString(
    h(
      'html',
      {lang: tag},
      h(
        'head',
        {},
        h('title', {}, head.title),
        head.canonical && h('link', {rel: 'canonical', href: head.canonical}),
        head.alternates.map(({hreflang, href}) => h('link', {rel: 'alternate', hreflang, href})),
      ),
      h(
        'body',
        {},
        h(
          'main',
          {},
          h('h1', {}, head.title),
          h('p', {}, tag === 'ko' ? '한국어로 쓴 쪽이다. '.repeat(20) : 'A page in English.'),
          languages.map(({href, autonym, tag: lang}) => h('a', {href, lang}, autonym)),
        ),
      ),
    ),
  )}`
const templates: Templates = {
  hash: '',
  findings: [],
  article: page,
  parallel: page,
  showcase: page,
  search: page,
  front: page,
  list: page,
  archive: page,
  statement: page,
  gone: page,
  root: page,
  notFound: page,
  poster: ({headline}) => headline.html,
  book: ({body}) => body,
  sheets: {poster: '', book: '', paper: ''},
  scripts: {keepPlace: '', search: ''},
  icon: '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

const {templates: real} = await loadTemplates([packageRoot], undefined)
const {words} = await readPublication(packageRoot)

/** A world in which every page looks right, and what was done to it is kept. */
function world() {
  const released: Rendition[][] = []
  const saved: CatalogFiles[] = []
  const host: Host = {
    now: '2026-11-24T12:00:00.000Z',
    templates,
    marked: async () => templates,
    styles: '',
    memory: forgetful,
    say: () => {},
    save: async (files) => void saved.push(...files),
    subset: async (fonts) =>
      fonts.map(({path}) => ({
        path,
        content: '',
        mediaType: 'font/woff2',
        locale: undefined,
        article: undefined,
        page: undefined,
      })),
    develop: async (images) => ({
      renditions: images.map(({path, source: {bytes}}) => ({
        path,
        content: bytes,
        mediaType: 'image/png',
        locale: undefined,
        article: undefined,
        page: undefined,
      })),
      findings: [],
    }),
    draw: async (wanted) => ({
      renditions: wanted.map(({path, locale, article: slug}) => ({
        path,
        content: new Uint8Array(),
        mediaType: 'image/png',
        locale,
        article: slug,
        page: undefined,
      })),
      findings: [],
    }),
    examine: async () => [],
    capture: async (renditions) => ({
      browser: 'none',
      captures: renditions
        .filter((one) => one.page !== undefined)
        .flatMap(({path}) =>
          config.views.map((view): Capture => ({page: path, view, evidence: clear, failures: {}})),
        ),
    }),
    standing: async () => [],
    release: async (renditions) => {
      released.push([...renditions])
      return {id: 'x', changed: true}
    },
  }
  return {host, released, saved}
}

/** Evidence in which nothing is wrong, for each browser check. */
const clear = {
  'browser/request-failed': {missing: [], foreign: []},
  'browser/content-security-policy': {refused: []},
  'visual/baseline': {
    current: {sha256: '0', width: 1, height: 1},
    approved: {sha256: '0', width: 1, height: 1},
  },
  'browser/accessibility': [
    {engine: 'axe', issues: []},
    {engine: 'htmlcs', issues: []},
  ],
  'browser/clipped-text': {clipped: []},
  'browser/overflow': {viewport: 375, spilled: [], overlapping: [], wide: []},
  'browser/glyphs': [],
  'browser/ground-contrast': [],
  'browser/label-in-name': [],
  'browser/text-spacing': {before: [], after: []},
  'browser/reflow': {before: [], after: []},
  'browser/zoom': {before: [], after: [], still: []},
  'browser/standards': [
    {
      frame: '',
      value: {
        title: 'A page of the paper',
        url: '',
        nodes: [],
        scripts: [],
        turned: [],
        spaced: [],
        restless: [],
        alike: [],
        wordless: [],
      },
    },
  ],
  'browser/print': {
    troubles: [],
    before: 0,
    after: 0,
    lost: '',
    hidden: [],
    pale: [],
    scrolling: [],
    fixed: [],
  },
  'browser/orientation': {before: 0, after: 0, replaced: false, degrees: 0},
  'browser/control-contrast': [],
  'browser/motion': [],
  'browser/hover-content': [],
  'browser/opened': [],
  'browser/narrow-menu': [],
  'browser/picture-of-text': [],
  'browser/hidden-words': {kept: [], told: []},
  'browser/state-contrast': [],
  'browser/forced-colors': {focus: [], bare: [], contrast: [], unseen: []},
  'browser/focus-visible': {faint: [], unlooked: 0},
  'browser/edition-shape': [],
  'browser/keyboard': {
    trap: null,
    missed: [],
    pointerOnly: [],
    keyless: [],
    roleless: [],
    hasty: [],
    done: [],
    unreached: [],
    untried: 0,
    isCut: false,
  },
  'browser/focus-order': {stops: [], jumps: []},
  'browser/focus-obscured': [],
  'browser/skip-link': {link: null, before: 0, target: 'missing', moves: false},
}

/** Evidence of a page that does not look as approved. */
const different = {
  current: {sha256: '1', width: 1, height: 1},
  approved: {sha256: '0', width: 1, height: 1},
  difference: {
    pixels: 9,
    top: 0,
    bottom: 3,
    left: 0,
    right: 3,
    picture: {sha256: '2', width: 3, height: 3},
  },
}

const publication = (
  articles: Publication['articles'],
  catalogs: readonly CatalogFiles[],
): Publication => ({
  config,
  articles,
  images: [],
  catalogs,
  fonts: [],
  terms: undefined,
  words,
  packageWords: words,
  wordFiles: [],
})

/** Locale files in which every unit of these articles is translated. */
async function translated(articles: Publication['articles'], leaveOut: string) {
  const {host, saved} = world()
  await publish(publication(articles, []), host)
  return saved.map((file) => ({
    ...file,
    texts:
      file.locale === 'ko' && file.slug !== leaveOut
        ? file.texts?.replaceAll('""', '"옮긴 글이다."')
        : file.texts,
  }))
}

describe('the evidence of this test', () => {
  test('knows every browser check', () => {
    expect(Object.keys(clear).sort()).toEqual(browserChecks.map(({id}) => id).sort())
  })
})

test('the page of components is judged, and released only where that is asked', async () => {
  const articles = [article('a', 'Alpha')]
  const shown = async (showcase: 'check' | 'release' | undefined) => {
    const {host, released} = world()
    const {config: plain, ...rest} = publication(articles, await translated(articles, 'none'))
    const run = await publish({...rest, config: {...plain, showcase}}, host)
    const isShowcase = (path: string) => path === 'en/showcase/index.html'
    return [run.judged.some(isShowcase), released[0]?.some(({path}) => isShowcase(path))]
  }
  expect(await shown(undefined)).toEqual([false, false])
  expect(await shown('check')).toEqual([true, false])
  expect(await shown('release')).toEqual([true, true])
})

test('an edition that is not translated is held, and nothing points at it', async () => {
  const articles = [article('a', 'Alpha'), article('b', 'Beta')]
  const {host, released} = world()
  const run = await publish(publication(articles, await translated(articles, 'b')), host)
  expect(run.editions.map(({slug, locale, decision}) => `${slug} ${locale} ${decision}`)).toEqual([
    'a en release',
    'a ko release',
    'b en release',
    'b ko hold',
  ])
  expect(run.verdict.decision).toBe('held')
  const paths = released[0]?.map(({path}) => path) ?? []
  expect(paths).toContain('ko/a/index.html')
  expect(paths).toContain('en/b/index.html')
  expect(paths).not.toContain('ko/b/index.html')
  for (const {path, content} of released[0] ?? []) {
    expect(String(content), path).not.toContain('/ko/b/')
  }
})

test('the last article that is withdrawn is taken away from readers, and drafts alone release nothing', async () => {
  const at = async (status: string) => {
    const {path, text} = article('a', 'Alpha')
    const articles = [{path, text: text.replace('published:', `status: ${status}\npublished:`)}]
    const {host, released} = world()
    const run = await publish(publication(articles, []), host)
    return [run.verdict.decision, released[0]?.map((one) => one.path).filter(isGonePage)]
  }
  const isGonePage = (path: string) => path.endsWith('/a/index.html')
  expect(await at('withdrawn')).toEqual(['passed', ['en/a/index.html', 'ko/a/index.html']])
  expect(await at('draft')).toEqual(['held', undefined])
})

test('an article is withdrawn or moves, although its address looks otherwise than was approved', async () => {
  const articles = [article('a', 'Alpha'), article('b', 'Beta')]
  const edited = (key: string) =>
    articles.map(({path, text}) => ({
      path,
      text: path.includes('/b/') ? text.replace('published:', `${key}\npublished:`) : text,
    }))
  const at = async (key: string, changed: string) => {
    const {host, released} = world()
    const capture = async (renditions: readonly Rendition[]) => {
      const {captures, browser} = await host.capture(renditions)
      const looked = captures.map((one) =>
        one.page === changed
          ? {...one, evidence: {...one.evidence, 'visual/baseline': different}}
          : one,
      )
      return {browser, captures: looked}
    }
    const files = await translated(articles, '')
    const {verdict} = await publish(publication(edited(key), files), {...host, capture})
    const told = verdict.findings.filter(({check}) => check === 'visual/baseline')
    return [
      verdict.decision,
      released.length,
      ...told.map(({severity, message}) => `${severity} ${message.key}`),
    ]
  }
  const unapproved = ['passed', 1, 'warning visual/baseline/none']
  expect(await at('status: withdrawn', 'en/b/index.html')).toEqual(unapproved)
  expect(await at('formerly: [old]', 'en/old/index.html')).toEqual(unapproved)
  expect(await at('tags: [news]', 'en/a/index.html')).toEqual(['held', 1, 'error visual/baseline'])
})

test('where nothing may go out, what was released last goes out without what was withdrawn', async () => {
  const articles = [article('a', 'Alpha'), article('b', 'Beta')]
  const last = publication(articles, await translated(articles, 'b'))
  const {host, released} = world()
  const before = await publish(last, host)
  const editions = releasedOf(before)
  expect(editions).toHaveLength(3)

  const edited = (text: string, key: string) => text.replace('published:', `${key}\npublished:`)
  const today = (key: string) => {
    const [{path, text}, b] = articles as [(typeof articles)[0], (typeof articles)[0]]
    const news = {path: b.path, text: `${b.text}\nMore. [Nowhere](nowhere.md)\n`}
    return {...last, articles: [{path, text: edited(text, key)}, news, article('c', 'Gamma')]}
  }
  const rest = await withoutRecalled(
    {publication: last, editions},
    today('status: withdrawn'),
    host,
  )
  expect(rest?.without).toEqual(['articles/a/article.md'])
  const run = await publish(rest!.publication, host, rest!.isWanted)
  expect(run.editions.map(({slug, locale}) => `${slug} ${locale}`)).toEqual(['b en'])
  const paths = released[1]?.map(({path}) => path).filter((path) => /[abc]\/index/.test(path))
  expect(paths?.sort()).toEqual(['en/a/index.html', 'en/b/index.html', 'ko/a/index.html'])
  const text = released[1]?.map(({content}) => String(content)).join('')
  expect(text).not.toMatch(/Alpha|More|Gamma/)

  for (const key of ['status: draft', 'embargo: 2027-01-01']) {
    const left = await withoutRecalled({publication: last, editions}, today(key), host)
    expect(left?.without, key).toEqual(['articles/a/article.md'])
  }
  expect(await withoutRecalled({publication: last, editions}, today('tags: [a]'), host)).toBe(
    undefined,
  )
})

test('whoever records what holds is told that nothing does any more', async () => {
  const articles = [article('a', 'Alpha'), article('b', 'Beta')]
  const linked = articles.map((one) => ({...one, text: `${one.text}\n[Nowhere](nowhere.md)\n`}))
  const {host} = world()
  const steps: string[] = []
  const say = ({stage, done}: Step) => void steps.push(`${stage} ${done}`)
  const asked = publication(linked, await translated(linked, ''))
  const held = await publish(asked, host)
  expect(held.editions.filter(({decision}) => decision === 'hold')).not.toEqual([])

  const {verdict, editions} = await publishKnowing(asked, {...host, say})
  expect(verdict.decision).toBe('passed')
  expect(editions.map(({decision}) => decision)).not.toContain('hold')
  expect(verdict.findings.filter(({known}) => known)).not.toEqual([])
  expect(steps.filter((step) => step.startsWith('gate'))).toEqual(['gate 4'])
  expect(steps.filter((step) => step.startsWith('ingest'))).toEqual(['ingest 2'])
})

test('a template word without its value holds the language, at its line', async () => {
  const articles = [article('a', 'Alpha')]
  const {host} = world()
  const own = {skip: '본문', 'notice.original': '원문 읽기'}
  const path = 'locales/ko/site.json'
  const text = JSON.stringify(own, null, 2)
  const run = await publish(
    {
      ...publication(articles, await translated(articles, '')),
      wordFiles: [{path, text, locale: 'ko', namespace: 'site', words: own}],
    },
    host,
  )
  expect(run.editions.map(({locale, decision}) => `${locale} ${decision}`)).toEqual([
    'en release',
    'ko hold',
  ])
  const lost = run.verdict.findings.find(({check}) => check === 'translation/words')
  expect(lost).toMatchObject({
    severity: 'error',
    blocks: true,
    place: {file: path, line: 3, column: 22},
  })
})

test.each([[['en', 'ko']], [['en']]])(
  'a subject without a name is told where the languages are %j',
  async (locales) => {
    const {host} = world()
    const settings = {url: config.url, source: 'en', locales}
    const filed = article('first', 'Bread')
    const text = filed.text.replace('published:', 'tags: [fishing]\npublished:')
    const asked = {
      ...publication([{...filed, text}], []),
      config: parseConfig(JSON.stringify(settings), 'publication.json'),
    }
    const {verdict} = await publish(asked, host)
    const told = verdict.findings.filter(({message: {key}}) => key === 'translation/words/topic')
    expect(told.map(({place: {file, line}}) => [file, line])).toEqual([
      ['articles/first/article.md', 3],
    ])
  },
)

test('a section not yet translated does not hold the source edition', async () => {
  const {path, text} = article('a', 'Alpha')
  const articles = [{path, text: `${text}\n## What is known\n\nMore of it.\n`}]
  const {host, released} = world()
  const run = await publish(publication(articles, []), {...host, templates: real})
  expect(run.editions.map(({locale, decision}) => `${locale} ${decision}`)).toEqual([
    'en release',
    'ko hold',
  ])
  expect(released).toHaveLength(1)
})

test('what a template has wrong is led back to its file and line, on every page', async () => {
  const root = mkdtempSync(join(tmpdir(), 'galley-traced-'))
  onTestFinished(() => rmSync(root, {recursive: true}))
  mkdirSync(join(root, 'templates/components'), {recursive: true})
  writeFileSync(
    join(root, 'templates/components/footer.tsx'),
    'export const Footer = () => (\n  <footer>\n    <h6>Too deep</h6>\n  </footer>\n)\n',
  )
  const roots = [root, packageRoot]
  const loaded = await loadTemplates(roots, undefined)
  const {host} = world()
  const {verdict} = await publish(publication([article('a', 'Alpha')], []), {
    ...host,
    ...loaded,
    marked: () => loadMarked(roots, loaded.templates),
  })
  const wrong = verdict.findings.filter(({check}) => check === 'document/heading-order')
  expect(wrong.map(({place}) => place.file)).toContain('ko/a/index.html')
  for (const {place} of wrong) {
    expect(place.source).toEqual({file: 'templates/components/footer.tsx', line: 3, column: 5})
  }
})

test('an address that readers have and that would lead nowhere is told of, and holds nothing', async () => {
  const {host, released} = world()
  const {verdict} = await publish(publication([article('a', 'Alpha')], []), {
    ...host,
    standing: async () => ['en/a/index.html', 'en/old/index.html'],
  })
  expect(verdict.findings).toContainEqual(
    expect.objectContaining({check: 'ingest/lost-addresses', severity: 'warning'}),
  )
  expect(released).toHaveLength(1)
})

test('the report still says what held an edition that went away', async () => {
  const articles = [article('a', 'Alpha')]
  const {host} = world()
  const {verdict} = await publish(publication(articles, []), host)
  const ko = verdict.editions.find(({locale}) => locale === 'ko')
  expect(ko?.because.length).toBeGreaterThan(0)
})

test('the report still says what is wrong with an image whose article went away', async () => {
  const articles = [article('a', 'Alpha'), article('b', 'Beta')]
  const {host} = world()
  const refused: Finding = {
    check: 'image/active',
    outcome: 'failed',
    severity: 'error',
    message: {key: 'image/active', values: {}},
    place: {file: 'articles/a/map.svg'},
    locale: undefined,
    article: 'a',
    criteria: [],
    engines: [],
  }
  let rounds = 0
  const files = await translated(articles, '')
  const {verdict} = await publish(publication(articles, files), {
    ...host,
    // Once the article is held, nobody asks for its images any more.
    develop: async (images) => ({
      ...(await host.develop(images)),
      findings: rounds++ === 0 ? [refused] : [],
    }),
  })
  expect(rounds).toBeGreaterThan(1)
  expect(verdict.findings.map(({check}) => check)).toContain('image/active')
})

test('approved pictures without a page are told, those of a held edition are not', async () => {
  const articles = [article('a', 'Alpha'), article('b', 'Beta')]
  const {host, released} = world()
  const approved = ['ko/b/index.html', 'ko/old/index.html']
  const capture = async (renditions: readonly Rendition[]) => {
    const shown = new Set(renditions.map(({path}) => path))
    const strays = approved.filter((path) => !shown.has(path))
    return {...(await host.capture(renditions)), strays}
  }
  const files = await translated(articles, 'b')
  const {verdict, editions} = await publish(publication(articles, files), {...host, capture})
  expect(editions.map(({decision}) => decision)).toContain('hold')
  expect(released).toHaveLength(1)
  const told = verdict.findings.filter(({check}) => check === 'visual/stray')
  expect(told.map(({place, severity}) => `${severity} ${place.file}`)).toEqual([
    'warning ko/old/index.html',
  ])
})

test('a page that looks different only because an edition is held is not held too', async () => {
  const articles = [article('a', 'Alpha'), article('b', 'Beta')]
  const {host, released} = world()
  const capture = async (renditions: readonly Rendition[]) => {
    const {captures, browser} = await host.capture(renditions)
    const whole = renditions.some(({path}) => path === 'ko/b/index.html')
    return {
      browser,
      captures: captures.map((one) =>
        whole ? one : {...one, evidence: {...one.evidence, 'visual/baseline': different}},
      ),
    }
  }
  const files = await translated(articles, 'b')
  const run = await publish(publication(articles, files), {...host, capture})
  expect(run.editions.map(({decision}) => decision)).toEqual([
    'release',
    'release',
    'release',
    'hold',
  ])
  expect(released).toHaveLength(1)

  const always = async (renditions: readonly Rendition[]) => {
    const {captures, browser} = await host.capture(renditions)
    return {
      browser,
      captures: captures.map((one) =>
        one.page === 'ko/a/index.html'
          ? {...one, evidence: {...one.evidence, 'visual/baseline': different}}
          : one,
      ),
    }
  }
  const stopped = await publish(publication(articles, files), {...host, capture: always})
  expect(stopped.editions.map(({decision}) => decision)).toEqual([
    'release',
    'hold',
    'release',
    'hold',
  ])
})

test('an article that cannot be read holds the run, not the other articles', async () => {
  const articles = [
    article('a', 'Alpha'),
    {path: 'articles/b/article.md', text: 'No front matter.'},
  ]
  const {host, released} = world()
  const run = await publish(publication(articles, await translated(articles, '')), host)
  expect(run.verdict.decision).toBe('held')
  expect(released[0]?.map(({path}) => path)).toContain('en/a/index.html')
})

test('what a list shows of a held article holds no other article', async () => {
  const articles = [article('a', 'Alpha'), article('b', 'Beta')]
  const {host, released} = world()
  const unseen = [{kind: 'missing', character: '\u0378', selector: 'h1'}]
  const capture = async (renditions: readonly Rendition[]) => {
    const {captures, browser} = await host.capture(renditions)
    const shows = renditions.some(({path}) => path === 'en/b/index.html')
    const isMarked = (path: string) => ['en/b/index.html', 'en/index.html'].includes(path)
    return {
      browser,
      captures: captures.map((one) =>
        shows && isMarked(one.page)
          ? {...one, evidence: {...one.evidence, 'browser/glyphs': unseen}}
          : one,
      ),
    }
  }
  const files = await translated(articles, 'b')
  const run = await publish(publication(articles, files), {...host, capture})
  expect(run.editions.map(({slug, locale, decision}) => `${slug} ${locale} ${decision}`)).toEqual([
    'a en release',
    'a ko release',
    'b en hold',
    'b ko hold',
  ])
  expect(run.verdict.decision).toBe('held')
  const paths = released[0]?.map(({path}) => path) ?? []
  expect(paths).toContain('en/index.html')
  expect(paths).not.toContain('en/b/index.html')
})

test('an article that shows a held one among related ones is judged without it', async () => {
  const telling = (slug: string, headline: string) => {
    const {path, text} = article(slug, headline)
    return {path, text: text.replace('published', 'section: world\npublished')}
  }
  const articles = [telling('a', 'Alpha'), telling('b', 'Beta')]
  const decide = async (isWrong: (path: string, html: string) => string | undefined) => {
    const {host, released} = world()
    const capture = async (renditions: readonly Rendition[]) => {
      const {captures, browser} = await host.capture(renditions)
      const pages = new Map(renditions.map(({path, content}) => [path, String(content)]))
      return {
        browser,
        captures: captures.map((one) => {
          const selector = isWrong(one.page, pages.get(one.page) ?? '')
          const glyphs = [{kind: 'missing', character: '\u0378', selector}]
          return selector === undefined
            ? one
            : {...one, evidence: {...one.evidence, 'browser/glyphs': glyphs}}
        }),
      }
    }
    const marked = () => loadMarked([packageRoot], real)
    const judged = await publish(publication(articles, await translated(articles, '')), {
      ...host,
      templates: real,
      marked,
      capture,
    })
    return {
      ...judged,
      decisions: judged.editions.map(({slug, locale, decision}) => `${slug} ${locale} ${decision}`),
      page: String(released[0]?.find(({path}) => path === 'en/a/index.html')?.content),
    }
  }
  const wanted = ['a en release', 'a ko release', 'b en hold', 'b ko release']
  const related = 'section.related a[href="/en/b/"]'
  const shows = (html: string) => html.includes('<a href="/en/b/">')
  const own = await decide((path, html) =>
    path === 'en/b/index.html'
      ? 'h1'
      : path === 'en/a/index.html' && shows(html)
        ? related
        : undefined,
  )
  expect(own.decisions).toEqual(wanted)
  expect(own.page).not.toContain('/en/b/')
  // What is the template's own stays, whoever is away.
  const both = await decide((path) =>
    path === 'en/b/index.html' ? 'h1' : path === 'en/a/index.html' ? 'main' : undefined,
  )
  expect(both.decisions).toEqual(['a en hold', ...wanted.slice(1)])
  // Where nobody's words are to blame all of them are held.
  const all = await decide((path) => (path.startsWith('en/') ? 'main' : undefined))
  expect(all.decisions).toEqual(['a en hold', 'a ko release', 'b en hold', 'b ko release'])
})

test('what the words of one language do to pages that speak for all holds no other language', async () => {
  const articles = [article('a', 'Alpha'), article('b', 'Beta')]
  const files = await translated(articles, '')
  const decide = async (isWrong: (path: string, hasKorean: boolean) => boolean) => {
    const {host, released} = world()
    const capture = async (renditions: readonly Rendition[]) => {
      const {captures, browser} = await host.capture(renditions)
      const hasKorean = renditions.some(({path}) => path === 'ko/404.html')
      const glyphs = [{kind: 'missing', character: '\u0378', selector: 'h1'}]
      return {
        browser,
        captures: captures.map((one) =>
          isWrong(one.page, hasKorean)
            ? {...one, evidence: {...one.evidence, 'browser/glyphs': glyphs}}
            : one,
        ),
      }
    }
    const {editions, verdict} = await publish(publication(articles, files), {...host, capture})
    return {
      decisions: editions.map(({locale, decision}) => `${locale} ${decision}`),
      decision: verdict.decision,
      paths: released[0]?.map(({path}) => path) ?? [],
    }
  }
  const shared = await decide(
    (path, hasKorean) => hasKorean && ['404.html', 'ko/404.html'].includes(path),
  )
  expect(shared.decisions).toEqual(['en release', 'ko hold', 'en release', 'ko hold'])
  expect(shared.decision).toBe('held')
  expect(shared.paths).toContain('404.html')
  expect(shared.paths).not.toContain('ko/404.html')
  // What is wrong there without that language too goes out with any edition.
  const always = await decide((path) => ['404.html', 'ko/404.html'].includes(path))
  expect(always.decisions).toEqual(['en hold', 'ko hold', 'en hold', 'ko hold'])
  expect(always.paths).toEqual([])
})

test('nothing to publish is not a pass', async () => {
  const {host, released} = world()
  const run = await publish(publication([], []), host)
  expect(run.verdict.decision).toBe('held')
  expect(released).toEqual([])
})

test('the same input gives the same bytes', async () => {
  const articles = [article('a', 'Alpha')]
  const files = await translated(articles, '')
  const [one, two] = [world(), world()]
  await publish(publication(articles, files), one.host)
  await publish(publication(articles, files), two.host)
  expect(one.released).toEqual(two.released)
})

describe('what readers can take along', () => {
  const articles = [article('a', 'Alpha'), article('b', 'Beta')]
  const taking = async (examine: Host['examine']) => {
    const {host, released} = world()
    const wanted = publication(articles, await translated(articles, 'b'))
    const run = await publish(
      {...wanted, config: {...wanted.config, downloads: ['epub']}},
      {
        ...host,
        templates: {...templates, book: ({body, tag}) => `<html lang="${tag}">${body}</html>`},
        examine,
      },
    )
    const paths = released.flat().map(({path}) => path)
    return {run, taken: paths.filter((path) => path.endsWith('.epub'))}
  }

  test('goes out with its edition, and is held with it', async () => {
    const {taken} = await taking(async (files) =>
      files.map(({path}) => ({path, seen: {kind: 'epub', messages: []}, failure: undefined})),
    )
    expect(taken.toSorted()).toEqual(['en/a/a.epub', 'en/b/b.epub', 'ko/a/a.epub'])
  })

  test('holds its edition where it is not right, or nobody could look', async () => {
    const {run, taken} = await taking(async (files) =>
      files.flatMap(({path}) => {
        const message = {
          by: 'EPUBCheck',
          id: 'RSC-005',
          severity: 'error',
          message: 'x',
          file: 'y',
          line: 1,
          criteria: [],
        } as const
        if (path === 'en/b/b.epub') return []
        const messages = path === 'ko/a/a.epub' ? [message] : []
        return [{path, seen: {kind: 'epub', messages}, failure: undefined}]
      }),
    )
    expect(taken).toEqual(['en/a/a.epub'])
    const why = run.verdict.findings.filter(({check}) => check === 'file/epub')
    expect(why.map(({place, outcome}) => `${place.file} ${outcome}`).toSorted()).toEqual([
      'en/b/b.epub cantTell',
      'ko/a/a.epub failed',
    ])
  })
})
