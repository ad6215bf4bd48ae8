import {readFileSync} from 'node:fs'
import {gate} from '../../pipeline/gate/gate.ts'
import type {Edition} from '../../pipeline/model/edition.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import type {Waiver} from '../../pipeline/model/verdict.ts'
import type {Utterance} from '../../pipeline/model/speech.ts'
import type {Run} from '../../pipeline/model/run.ts'
import type {Transcript} from '../../pipeline/model/transcript.ts'
import type {ReportContext} from '../../pipeline/report/context.ts'

function words(tag: string, namespace: string): Record<string, string> {
  const file = new URL(`../../locales/${tag}/${namespace}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
}

/** A PNG of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** A page whose second line was another one. */
function heardOf(folder: string, lang: string, before: string | undefined): Transcript {
  const now = lang === 'en' ? 'heading level 1, North Korean Defectors' : '탈북민, 제목 레벨 1'
  const text = (line: string) => `page\n${line}\nmain, Home\n`
  const changed = before === undefined ? undefined : {before: text(before), now: text(now)}
  return {file: `transcripts/${folder}/index.html.txt`, lang, changed}
}

export const context: ReportContext = {
  words: {
    en: {report: words('en', 'report'), findings: words('en', 'findings')},
    ko: {report: words('ko', 'report'), findings: words('ko', 'findings')},
  },
  config: {
    url: 'https://paper.example/',
    source: 'en',
    locales: [
      {tag: 'en', direction: 'ltr', autonym: 'English'},
      {tag: 'ko', direction: 'ltr', autonym: '한국어'},
    ],
  } as unknown as ReportContext['config'],
  pictures: ({sha256}) => (sha256.startsWith('gone') ? undefined : pixel),
  reportPath: 'out/report/index.html',
  transcripts: new Map([
    ['en/story/index.html', heardOf('en/story', 'en', 'heading level 1, Defectors Speak Out')],
    ['ko/index.html', heardOf('ko', 'ko', '탈북민들, 파병군에 관해 입을 열다, 제목 레벨 2')],
    ['ko/story/index.html', heardOf('ko/story', 'ko', undefined)],
  ]),
  since: 'out/transcripts/4f2a91c07be3',
  releasePath: 'out/releases/4f2a91c07be3',
  colour: false,
  version: '1.2.3',
  tests: [
    {id: 'document/links', criteria: [], by: 'document/links', on: 'page'},
    {id: 'browser/accessibility', criteria: [], by: 'axe/color-contrast', on: 'page'},
    {id: 'document/alt', criteria: ['1.1.1'], by: 'axe/color-contrast', on: 'page'},
    {id: 'document/title-text', criteria: ['2.4.2'], by: 'not/run', on: 'page'},
  ],
  columns: 100,
  verbose: false,
}

const base = {
  check: 'document/links',
  outcome: 'failed',
  severity: 'error',
  message: {key: 'document/links/dead', values: {href: '/en/gone/', page: 'en/story/index.html'}},
  place: {
    file: 'en/story/index.html',
    line: 41,
    column: 7,
    selector: 'main > p:nth-of-type(3) > a',
  },
  locale: 'en',
  article: 'story',
  criteria: [],
  engines: [],
} satisfies Finding

const excerpt = '<a href="/en/gone/">the last summit</a>'

export const findings: readonly Finding[] = [
  {
    ...base,
    check: 'document/language-of-parts',
    message: {
      key: 'document/language-of-parts',
      values: {text: 'Bank of the river', script: 'Latin', lang: 'ko', attribute: ''},
    },
    place: {file: 'ko/story/index.html', line: 12, column: 3, selector: '#p4'},
    locale: 'ko',
    criteria: ['3.1.2'],
    excerpt: 'Bank of the river',
  },
  {
    ...base,
    check: 'visual/baseline',
    message: {
      key: 'visual/baseline',
      values: {
        view: 'phone-light',
        pixels: 1204,
        share: '0.08',
        top: 1200,
        bottom: 1260,
        page: 'ko/story/index.html',
        approve: 'galley approve ko/story/index.html',
        approveAll: 'galley approve',
        serve: 'galley approve --serve',
      },
    },
    place: {file: 'ko/story/index.html', view: 'phone-light'},
    locale: 'ko',
    pictures: [
      {label: 'approved', sha256: 'a1', width: 375, height: 4052},
      {label: 'current', sha256: 'b2', width: 375, height: 4060},
      {label: 'difference', sha256: 'gone', width: 375, height: 4060},
    ],
  },
  {
    ...base,
    check: 'axe/color-contrast',
    severity: 'warning',
    outcome: 'cantTell',
    message: {
      key: 'axe/color-contrast',
      values: {
        rule: 'color-contrast',
        help: 'Elements must meet minimum color contrast ratio thresholds',
        address: 'https://dequeuniversity.com/rules/axe/4.14/color-contrast',
        views: 'phone-dark, desktop-dark',
      },
    },
    place: {file: 'en/story/index.html', selector: 'figcaption', view: 'phone-dark'},
    criteria: ['1.4.3'],
    engines: ['axe', 'htmlcs'],
    excerpt: '<figcaption>Soldiers in a picture from state media</figcaption>',
    url: 'https://dequeuniversity.com/rules/axe/4.14/color-contrast',
    declared: [
      {
        property: 'color',
        value: '#a9a9a9',
        selector: '.prose figcaption',
        place: {file: 'templates/styles/prose.css', line: 41, column: 1},
      },
      {
        property: 'background',
        value: 'var(--paper)',
        selector: 'body',
        place: {file: 'assets/own.css', line: 2, column: 3},
      },
    ],
  },
  {
    ...base,
    excerpt,
    severity: 'notice',
    place: {file: 'articles/story/article.md', line: 9, column: 2},
  },
  ...['en/story/index.html', 'en/index.html'].map((file): Finding => ({
    ...base,
    check: 'htmlcs/WCAG2AA.Principle1.Guideline1_3.1_3_3.G96',
    outcome: 'cantTell',
    severity: 'notice',
    message: {key: 'htmlcs', values: {rule: 'G96', help: 'Do not rely on shape.', address: ''}},
    place: {file},
    criteria: ['1.3.3'],
    engines: ['htmlcs'],
  })),
  {
    ...base,
    excerpt,
    severity: 'warning',
    check: 'document/duplicate-id',
    message: {key: 'document/duplicate-id', values: {id: 'fn-1'}},
    criteria: ['1.3.1', '4.1.2'],
  },
]

const waiver: Waiver = {
  check: 'document/duplicate-id',
  file: 'en/*',
  selector: undefined,
  unit: undefined,
  reason: 'The footnotes are being moved to the end of the page.',
  owner: 'desk@paper.example',
  expires: '2026-12-24',
}

const progress = {
  units: 52,
  translated: 51,
  reviewed: 40,
  drafts: 1,
  untranslated: 0,
  stale: 2,
  wordsLeft: 0,
  words: 1870,
}

/** A run as `publish` makes it of these findings: English goes out, Korean is held. */
const spoken = (role: string, name: string, more: Partial<Utterance> = {}): Utterance => ({
  role,
  name,
  depth: 0,
  level: null,
  count: null,
  states: [],
  ...more,
})

const speech: readonly (readonly Utterance[])[] = [
  [
    spoken('navigation', 'Sections'),
    spoken('link', '한국어', {depth: 1, lang: 'ko'}),
    spoken('link', 'Home', {depth: 1}),
    spoken('heading', 'North Korean Defectors Speak Out', {level: 1}),
    spoken('text', 'Soldiers had been sent to fight.'),
    spoken('list', '', {count: 2}),
    spoken('button', 'More', {states: ['collapsed']}),
  ],
  [
    spoken('navigation', '분류'),
    spoken('link', '처음', {depth: 1}),
    spoken('link', 'English edition', {depth: 1, lang: 'en'}),
    spoken('heading', '탈북민들이 입을 열었다', {level: 1}),
    spoken('text', '병사들이 전선에 보내졌다.'),
    spoken('list', '', {count: 2}),
    spoken('button', '더 보기', {states: ['collapsed']}),
  ],
]

export function sample(found: readonly Finding[] = findings): Run {
  const editions = [
    {
      slug: 'story',
      locale: 'en',
      sourceLocale: 'en',
      units: [],
      progress: {...progress, translated: 52},
    },
    {
      slug: 'story',
      locale: 'ko',
      sourceLocale: 'en',
      units: [],
      progress: {...progress, words: 1204, translated: 52},
    },
  ] as unknown as readonly Edition[]
  const verdict = gate({
    editions,
    findings: found,
    checked: {
      'document/links': 6,
      'document/language-of-parts': 6,
      'axe/color-contrast': 24,
      'visual/baseline': 24,
    },
    policy: {
      state: {},
      missing: {},
      stale: {ko: 'notice'},
      block: [],
      together: false,
      tolerance: {channel: 0, pixels: 0},
      waivers: [waiver],
    },
    today: '2026-11-24',
  })
  const counted = (locale: string, severity: string) =>
    verdict.findings.filter(
      (one) => one.severity === severity && one.locale === locale && !one.waived && !one.asks,
    ).length
  return {
    editions: editions.map(({slug, locale, progress: p}, index) => ({
      slug,
      locale,
      sourceLocale: 'en',
      headline:
        [
          'North Korean Defectors Speak Out on Troops Sent to Fight in Ukraine for Russia',
          '탈북민들 “우크라이나전 파병 북한군은 용병”…열악한 처우·훈련 부족 우려',
        ][index] ?? '',
      progress: p,
      decision: verdict.editions[index]?.decision ?? 'hold',
      heard: {page: `${locale}/${slug}/index.html`, speech: speech[index] ?? []},
      found: {
        error: counted(locale, 'error'),
        warning: counted(locale, 'warning'),
        notice: counted(locale, 'notice'),
      },
    })),
    elsewhere: {error: 0, warning: 2, notice: 1},
    verdict,
    pages: 6,
    judged: ['en/index.html', 'en/story/index.html', 'ko/story/index.html'],
    url: 'https://paper.example/',
    views: ['phone-light', 'phone-dark', 'desktop-light', 'desktop-dark'],
    browser: 'Chromium 147.0.7727.0 (embedded)',
    release: {id: '4f2a91c07be3', changed: true},
  }
}

/** Words that try to be more than words, wherever a report shows some. */
export const poison = `</style></script><script>alert(1)</script><img src=x onerror=alert(1)>"'&\u001b[31m\u202e%0A::error::\n|a|b|`

export const poisoned: Finding = {
  ...base,
  message: {key: 'document/links/dead', values: {href: poison}},
  place: {file: `articles/${poison}/article.md`, line: 1, column: 1, selector: poison},
  excerpt: poison,
  url: 'javascript:alert(1)',
  engines: [poison],
}

/** The same findings, as an audit has them. */
export const audited: Run = {
  ...sample(),
  editions: [],
  release: undefined,
  url: 'https://pages.example/sub/',
  audited: [
    {
      path: 'en/story/index.html',
      decision: 'hold',
      unchanged: false,
      found: {error: 1, warning: 0, notice: 0},
    },
    {
      path: 'old.html',
      decision: 'release',
      unchanged: true,
      found: {error: 0, warning: 0, notice: 0},
    },
  ],
}
