import type {Test} from '../model/run.ts'
import {opinionEngines} from '../model/tab.ts'
import {axeRules} from './browser/axe-rules.ts'
import {browserChecks, documentChecks, fileChecks, translationChecks} from './checks.ts'
import {rules} from './rule/rules.ts'

/** Everything that is tested for: each check, and each rule of those that are made of rules. */
export const tests: readonly Test[] = [
  ...translationChecks.map(({id, criteria}) => ({id, criteria, by: id, on: 'edition' as const})),
  ...documentChecks.map(({id, criteria}) => ({id, criteria, by: id, on: 'page' as const})),
  ...browserChecks.map(({id, criteria, every}) => ({
    id,
    criteria,
    by: id,
    on: every.endsWith('template') ? ('template' as const) : ('page' as const),
  })),
  ...opinionEngines.map((engine) => ({
    id: `browser/${engine}`,
    criteria: [],
    by: `browser/${engine}`,
    on: 'page' as const,
  })),
  ...fileChecks.map(({id, criteria}) => ({id, criteria, by: id, on: 'edition' as const})),
  ...rules.map(({id, criteria, act}) => ({
    id,
    criteria,
    act,
    by: 'browser/standards',
    on: 'page' as const,
  })),
  ...[...axeRules].map(([rule, about]) => ({
    id: `axe/${rule}`,
    ...about,
    by: 'browser/accessibility',
    on: 'page' as const,
  })),
]
