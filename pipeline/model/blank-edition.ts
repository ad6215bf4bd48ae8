import {noFacts} from './article.ts'
import type {Edition} from './edition.ts'

/** An edition with nothing in it: for texts that are judged or rendered as an article's are, and are of none. */
export const blankEdition: Edition = {
  slug: '',
  locale: 'und',
  sourceLocale: 'und',
  headline: {text: '', locale: 'und'},
  standfirst: undefined,
  byline: [],
  dateline: undefined,
  published: undefined,
  updated: undefined,
  facts: noFacts,
  corrections: [],
  body: {type: 'root', children: []},
  progress: {
    units: 0,
    translated: 0,
    reviewed: 0,
    drafts: 0,
    untranslated: 0,
    stale: 0,
    wordsLeft: 0,
    words: 0,
  },
  units: [],
}
