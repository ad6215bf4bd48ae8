import {expect, test} from 'vitest'
import {editionSummaries} from '../pipeline/edition-summaries.ts'
import {gate} from '../pipeline/gate/gate.ts'
import type {Finding} from '../pipeline/model/finding.ts'
import {filed} from '../pipeline/render/brief.ts'
import {edition} from './render/sample.ts'

const found = (about: Partial<Finding>): Finding => ({
  check: 'document/links',
  severity: 'warning',
  outcome: 'failed',
  message: {key: 'x', values: {}},
  place: {file: 'ko/index.html'},
  locale: undefined,
  article: undefined,
  criteria: [],
  engines: [],
  ...about,
})

test('an edition counts what is its own, and what is of pages that all share is counted once, elsewhere', () => {
  const editions = ['en', 'ko'].map((locale) => filed(edition({slug: 'story', locale})))
  const findings = [
    found({article: 'story', locale: 'ko'}),
    found({article: 'story', severity: 'notice'}),
    found({locale: 'ko'}),
    found({locale: 'ko', severity: 'error'}),
    found({article: 'no-edition', severity: 'error'}),
    found({
      pages: [
        {file: 'ko/story/index.html', views: [], pictures: [], locale: 'ko', article: 'story'},
      ],
    }),
  ]
  const verdict = gate({
    editions: editions.map(({brief}) => ({...brief, units: []})),
    findings,
    checked: {'document/links': 1},
    policy: {
      state: {},
      missing: {},
      stale: {},
      block: [],
      together: false,
      tolerance: {channel: 0, pixels: 0},
      waivers: [],
    },
    today: '2026-11-24',
  })
  const {editions: told, elsewhere} = editionSummaries(editions, verdict, new Map())
  expect(told.map(({found: count}) => count)).toEqual([
    {error: 0, warning: 0, notice: 1},
    {error: 0, warning: 2, notice: 1},
  ])
  expect(elsewhere).toEqual({error: 2, warning: 1, notice: 0})
})
