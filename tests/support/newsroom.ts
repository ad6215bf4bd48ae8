import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {vi} from 'vitest'
import {publicationJson, type Desk} from '../verbs/desk.ts'

// Every character any edit brings along: fonts are cut once, and not for each edit again.
export const words =
  'Harbor ships return to the quay at noon, and **the *ferry*** waits. 배가 항구로 돌아온다 **부두**'
export const article = (headline: string, more = '', body = words) =>
  `---\nheadline: ${headline}\npublished: 2025-01-02\nsection: world\ntags: [sea, trade]\n${more}---\n\n## ${headline}\n\n${body}\n`
const slugs = ['pier', 'quay', 'dock', 'lock', 'mole'] as const
export const start = {
  'publication.json': publicationJson({policy: {editions: {ko: {missing: 'source'}}}}),
  'articles/harbor/article.md': article(words),
  'articles/pier/article.md': article('The pier', 'formerly: [jetty]\n'),
  'articles/quay/article.md': article('The quay'),
  'templates/styles/own.css': '',
}

/** Edits that a newsroom makes, each on whatever is there when its turn comes. */
export const edits: Readonly<Record<string, (at: Desk, chance: number) => void>> = {
  write: ({write}, n) => write(file(n), article(`The ${slug(n)} ${n % 3}`)),
  rewrite: ({write}, n) =>
    write(file(n), article(`The ${slug(n)}`, '', `${words}\n\n${words.slice(n % 9)}`)),
  rename({root}, n) {
    const there = list(root).filter((name) => name !== 'harbor')
    const free = slugs.find((name) => !there.includes(name))
    const old = there[n % (there.length || 1)]
    if (old !== undefined && free !== undefined) {
      renameSync(join(root, 'articles', old), join(root, 'articles', free))
    }
  },
  remove: ({root}, n) => rmSync(join(root, 'articles', slug(n)), {recursive: true, force: true}),
  translate({root, write, read}, n) {
    const there = list(root, 'locales/ko').filter((name) => !/units|site/.test(name))
    const path = `locales/ko/${there[n % (there.length || 1)] ?? ''}`
    if (there.length === 0 || statSync(join(root, path)).size > 2 ** 20) return
    const texts = Object.keys(JSON.parse(read(path)) as object).map((key, index) => [
      key,
      (index + n) % 3 === 0 ? '' : words.slice((index + n) % 9),
    ])
    write(path, JSON.stringify(Object.fromEntries(texts), null, 2))
  },
  sidecar({root, write, read}, n) {
    const there = list(root, 'locales/ko').filter((name) => name.endsWith('.units.json'))
    const path = `locales/ko/${there[n % (there.length || 1)] ?? ''}`
    if (there.length > 0)
      write(path, read(path).replaceAll('"state": "translated"', '"state": "reviewed"'))
  },
  term: ({write}, n) =>
    write(
      'locales/terms.json',
      JSON.stringify([{id: 'sea', kind: 'place', en: 'sea', ko: n % 2 ? '배' : '부두'}]),
    ),
  policy: ({write}, n) =>
    write(
      'publication.json',
      publicationJson({
        timeZone: n % 2 === 0 ? 'Asia/Seoul' : 'UTC',
        parallel: n % 3 === 0,
        policy: {editions: {ko: {missing: 'source', state: n % 5 === 0 ? 'draft' : 'translated'}}},
      }),
    ),
  template: ({write, read}, n) =>
    write(
      'templates/front.tsx',
      readFileSync(new URL('../../templates/front.tsx', import.meta.url), 'utf8').replace(
        /class="([\w-]+)"/,
        (_, name: string) => `class="${name} at-${n % 4}"`,
      ) + (n > 4 ? '' : read('templates/styles/own.css')),
    ),
  style: ({write}, n) =>
    write(
      'templates/styles/site.css',
      `${readFileSync(new URL('../../templates/styles/site.css', import.meta.url), 'utf8')}\n.at-${n % 4} {top: ${n % 4}px}`,
    ),
  site: ({write}, n) =>
    write('locales/ko/site.json', JSON.stringify({'paper.name': `부두 ${n % 3}`})),
  picture: ({write}, n) => {
    write(
      'articles/harbor/sea.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" width="${n + 1}" height="9"/>`,
    )
    write('articles/harbor/article.md', article(words, '', `${words}\n\n![the sea](sea.svg)`))
  },
  withdraw: ({write}, n) => write(file(n), article(`The ${slug(n)}`, 'status: withdrawn\n')),
  draft: ({write}, n) => write(file(n), article(`The ${slug(n)}`, 'status: draft\n')),
  embargo: ({write}, n) =>
    write(
      file(n),
      article(`The ${slug(n)}`, `embargo: 2026-12-0${(n % 5) + 1}T0${n % 9}:00:00Z\n`),
    ),
  correct: ({write}, n) =>
    write(
      file(n),
      article(
        `The ${slug(n)}`,
        'corrections:\n  - date: 2025-01-03\n    wrong: the ships\n    right: ships\n',
      ),
    ),
  news: ({write}, n) =>
    write(file(n), article(`The ${slug(n)}`).replace('2025-01-02', `2026-11-2${n % 6}`)),
  moved: ({write}, n) => write(file(n), article(`The ${slug(n)}`, `formerly: [${slug(n + 1)}]\n`)),
  writer: ({write}, n) =>
    write(file(n), article(`The ${slug(n)}`, `byline: [${n % 2 ? '부두 항구' : 'Harbor Quay'}]\n`)),
  tongue: ({write}, n) =>
    write(file(n), article(`The ${slug(n)}`, n % 2 ? 'locale: ko\n' : 'locale: en\n')),
  languages: ({write}, n) =>
    write(
      'publication.json',
      publicationJson({
        locales: [['ko', 'en'], ['en'], ['en', 'ko', 'de']][n % 3],
        search: n % 2 === 0,
        policy: {editions: {en: {missing: 'source'}}},
      }),
    ),
  damage({root}, n) {
    const built = join(root, 'out/build')
    const there = list(root, 'out/build').filter((name) =>
      statSync(join(built, name)).isDirectory(),
    )
    const path = join(built, there[n % (there.length || 1)] ?? 'none')
    rmSync(path, {recursive: true, force: true})
    // A link to a folder elsewhere, or a file, in place of a folder.
    if (n % 3 === 1 && there.length > 0) symlinkSync(join(root, 'articles'), path)
    if (n % 3 === 2 && there.length > 0) writeFileSync(path, 'broken')
  },
  forget: ({root}) => rmSync(join(root, '.galley/memory'), {recursive: true, force: true}),
  wait: (_, n) => vi.setSystemTime(Date.now() + n * 3_600_000),
  wordless: ({write}, n) => write(file(n), article('"🚀!"')),
  twice: ({root, write}, n) => {
    const other = file(n).replace(/md$/, 'mdx')
    if (existsSync(join(root, other))) rmSync(join(root, other))
    else if (existsSync(join(root, file(n)))) write(other, article(`The ${slug(n)}`))
  },
  bytes({root}, n) {
    const path = join(root, file(n))
    if (!existsSync(path) || statSync(path).size > 2 ** 20) return
    const text = readFileSync(path)
    writeFileSync(path, Buffer.concat([text, Buffer.from([0xe9, 0x0a])]))
  },
  called({root, write, read}, n) {
    const there = list(root, 'locales/en').filter((name) => !/units|site/.test(name))
    const path = `locales/en/${there[n % (there.length || 1)] ?? ''}`
    if (there.length === 0) return
    write(path, read(path).replace(/("byline-\w+": )"[^"]*"/, `$1"${n % 3 ? 'Harbor Quay' : ''}"`))
  },
  twin({root, write}, n) {
    const other = slug(n).toUpperCase()
    if (list(root).includes(other)) rmSync(join(root, 'articles', other), {recursive: true})
    else write(`articles/${other}/article.md`, article(`The ${other}`))
  },
  // No right to be read, but for root too: there is too much of it.
  locked({root}, n) {
    const path = join(root, n % 2 ? file(n) : `locales/ko/${slug(n)}.json`)
    if (existsSync(path)) truncateSync(path, 3 * 2 ** 30)
  },
  folder({root}, n) {
    const path = join(root, file(n))
    if (existsSync(path)) rmSync(path, {recursive: true})
    if (n % 2) writeFileSync(join(root, 'articles', `${slug(n)}.txt`), 'beside')
  },
  swap({root, write, read}, n) {
    const [one, other] = [file(n), file(n + 1 + (n % 3))]
    if (![one, other].every((path) => existsSync(join(root, path)))) return
    if ([one, other].some((path) => statSync(join(root, path)).size > 2 ** 20)) return
    const was = read(one)
    write(one, read(other))
    write(other, was)
  },
  touch({root}, n) {
    const path = join(root, file(n))
    if (existsSync(path)) utimesSync(path, n, n)
  },
  untold: ({root}, n) =>
    ['json', 'units.json']
      .slice(n % 2)
      .forEach((end) => rmSync(join(root, `locales/ko/${slug(n)}.${end}`), {force: true})),
  plain: ({root}) => rmSync(join(root, 'templates/front.tsx'), {force: true}),
  // A card is on every list, a specimen on the showcase alone.
  part({root, write}, n) {
    const name = ['card', 'corrections', 'topic', 'downloads', 'day'][n % 5] ?? 'card'
    const path = `templates/components/${name}.tsx`
    if (existsSync(join(root, path))) return rmSync(join(root, path))
    const ours = new URL(`../../${path}`, import.meta.url)
    return write(path, readFileSync(ours, 'utf8').replace(/<(\w+)/, `<$1 data-at="${n % 3}"`))
  },
  settings: ({write}, n) => write('publication.json', publicationJson(settings(n))),
  topics({root, write}, n) {
    const path = `locales/${n % 2 ? 'ko' : 'en'}/topics.json`
    if (n % 5 === 0) return rmSync(join(root, path), {force: true})
    return write(path, JSON.stringify({sea: n % 3 ? '부두' : 'Quay', world: '항구'}))
  },
  nameless({root}, n) {
    const path = ['locales/ko/site.json', 'templates/styles/site.css', 'locales/terms.json'][n % 3]
    rmSync(join(root, path ?? ''), {force: true})
  },
  // The same bytes for another name, other bytes of the same length under the same one.
  image({root, write}, n) {
    const at = `articles/${slug(n)}`
    if (!existsSync(join(root, file(n)))) return
    if (n % 4 === 0) return rmSync(join(root, at, 'sea.svg'), {force: true})
    const name = n % 4 === 1 ? 'quay.svg' : 'sea.svg'
    write(
      `${at}/${name}`,
      `<svg xmlns="http://www.w3.org/2000/svg" width="${(n % 9) + 1}" height="9"/>`,
    )
    write(
      file(n),
      article(`The ${slug(n)}`, '', `${words}\n\n![the sea](${name} "ships ${n % 2}")`),
    )
  },
  linked: ({write}, n) =>
    write(
      file(n),
      article(
        `The ${slug(n)}`,
        `standfirst: ${words.slice(0, 9 + (n % 9))}\n`,
        `${words}[^a] [quay](../${slug(n + 1)}/)\n\n[^a]: ships\n\n| quay | noon |\n| --- | --- |\n| ${n % 4} | 2 |`,
      ),
    ),
  // One in two languages is filed elsewhere, and what it corrects is translated.
  filed: ({write}, n) =>
    write(
      file(n),
      article(
        `The ${slug(n)}`,
        [
          `corrections: [{date: 2025-01-0${(n % 6) + 3}, wrong: to the pier, right: to the quay}]`,
          n % 2 ? 'byline: [Harbor Quay, 부두 항구]' : 'dateline: HARBOR',
          n % 3 ? `formerly: [was-${n % 4}]` : 'status: withdrawn',
          '',
        ].join('\n'),
      )
        .replace('section: world', n % 5 ? `section: at-${n % 5}` : 'tags: []')
        .replace(/(tags: \[.+\])/, n % 4 ? '$1' : 'subjects: []'),
    ),
  speak({root, write}, n) {
    const tag = n % 2 ? 'de' : 'ko'
    if (!existsSync(join(root, file(n)))) return
    if (n % 3 === 0) return rmSync(join(root, `locales/${tag}`), {recursive: true, force: true})
    write(`locales/${tag}/site.json`, JSON.stringify({'paper.name': `Quay ${n % 3}`}))
  },
  sync: () => {},
}
export const named = Object.keys(edits)

/** Any of what may be set, each number another choice of it. */
function settings(n: number): object {
  const bit = (at: number) => ((n * 2_654_435_761) >>> (at + 8)) % 2 === 1
  const locales = bit(6) ? ['en', 'ko'] : bit(7) ? ['en', 'ko', 'de'] : ['ko', 'en']
  return {
    ...(bit(0) && {url: 'https://paper.example/at/'}),
    ...(bit(1) && {timeZone: 'Asia/Seoul'}),
    ...(bit(2) && {contact: 'desk@paper.example'}),
    ...(bit(3) && {certifiedBy: 'The desk'}),
    ...(bit(4) && {showcase: 'release'}),
    downloads: bit(5) ? ['epub'] : [],
    locales,
    parallel: bit(8),
    search: bit(9),
    policy: {
      editions: Object.fromEntries(
        locales.slice(1).map((tag, at) => [
          tag,
          {
            missing: bit(10 + at) ? 'hold' : 'source',
            stale: bit(12 + at) ? 'blocks' : bit(14) ? 'hold' : 'notice',
          },
        ]),
      ),
      together: bit(15),
      waivers: bit(16)
        ? [
            {
              check: 'document/links',
              file: 'en/*',
              reason: 'The ferry says so itself.',
              owner: 'desk',
              expires: `2026-12-0${(n % 8) + 1}`,
            },
          ]
        : [],
    },
  }
}

function slug(n: number): string {
  return slugs[n % slugs.length] ?? 'pier'
}
function file(n: number): string {
  return `articles/${slug(n)}/article.md`
}
function list(root: string, folder = 'articles'): readonly string[] {
  try {
    return readdirSync(join(root, folder)).sort()
  } catch {
    return []
  }
}
