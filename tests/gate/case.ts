import type {Case} from '../../pipeline/gate/gate.ts'
import type {Unit} from '../../pipeline/model/catalog.ts'
import type {Edition} from '../../pipeline/model/edition.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import type {Policy, Waiver} from '../../pipeline/model/verdict.ts'

/** A translated edition in which nothing is amiss. */
export function edition(slug: string, locale: string, progress: Partial<Edition['progress']> = {}) {
  return {
    slug,
    locale,
    sourceLocale: 'en',
    units: [] as readonly Unit[],
    progress: {
      units: 10,
      translated: 10,
      reviewed: 0,
      drafts: 0,
      untranslated: 0,
      stale: 0,
      wordsLeft: 0,
      words: 100,
      ...progress,
    },
  } as Edition
}

export function finding(about: Partial<Finding> = {}): Finding {
  return {
    check: 'document/links',
    outcome: 'failed',
    severity: 'error',
    message: {key: 'document/links/dead', values: {href: '/x/'}},
    place: {file: 'en/story/index.html', line: 3},
    locale: undefined,
    article: undefined,
    criteria: [],
    engines: [],
    ...about,
  }
}

export const policy: Policy = {
  state: {ko: 'translated'},
  missing: {ko: 'hold'},
  stale: {ko: 'notice'},
  block: [],
  together: false,
  tolerance: {channel: 0, pixels: 0},
  waivers: [],
}

export const waiver: Waiver = {
  check: 'document/links',
  file: 'en/*',
  selector: undefined,
  unit: undefined,
  reason: 'The page comes tomorrow.',
  owner: 'desk@paper.example',
  expires: '2026-12-01',
}

export const quiet: Case = {
  editions: [edition('story', 'en'), edition('story', 'ko'), edition('other', 'en')],
  findings: [],
  checked: {'document/links': 3},
  policy,
  today: '2026-11-24',
}
