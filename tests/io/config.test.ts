import {Ajv} from 'ajv'
import {describe, expect, test} from 'vitest'
import {parseAuditConfig, parseConfig} from '../../pipeline/io/config.ts'
import {publicationSchema} from '../../pipeline/io/config-schema.ts'
import {PipelineError} from '../../pipeline/model/error.ts'

const least = '{"url": "https://paper.example", "source": "en", "locales": ["en", "ko"]}'

test('what is left out gets its default', () => {
  const config = parseConfig(least, 'publication.json')
  expect(config).toMatchObject({
    url: 'https://paper.example/',
    timeZone: 'UTC',
    locales: [
      {tag: 'en', direction: 'ltr', autonym: 'English'},
      {tag: 'ko', direction: 'ltr', autonym: '한국어'},
    ],
    policy: {
      state: {ko: 'translated'},
      missing: {ko: 'hold'},
      stale: {ko: 'notice'},
      block: [],
      originals: 'any',
    },
  })
  expect(config.views.map(({name}) => name)).toEqual([
    'phone-light',
    'phone-dark',
    'desktop-light',
    'desktop-dark',
  ])
})

test('a mark in front of the file is no fault of whoever wrote it', () => {
  const text = '\uFEFF{"url": "https://a.example/", "source": "en", "locales": ["en"]}'
  expect(parseConfig(text, 'p').source).toBe('en')
  expect(() => parseConfig(text.replace('"en"]', '5]'), 'p')).toThrow('p:1:60')
})

test('an audit asks for nothing that only a publication has to say', () => {
  const reason = 'The redesign mends it.'
  const waiver = {check: 'axe/image-alt', file: 'posts/*', reason, owner: 'design'}
  const text = JSON.stringify({policy: {waivers: [{...waiver, expires: '2027-03-31'}]}})
  expect(parseAuditConfig(text, 'p')).toMatchObject({
    url: 'http://localhost/',
    source: 'en',
    locales: [{tag: 'en'}, {tag: 'ko'}],
    policy: {waivers: [waiver]},
  })
  expect(parseAuditConfig('{}', 'p').policy.waivers).toEqual([])
  expect(() => parseAuditConfig('{"polcy": {}}', 'p')).toThrow('polcy')
  expect(() => parseConfig(text, 'p')).toThrow('"url"')
})

test('a right-to-left language is known by its script', () => {
  const text = least.replace('"ko"', '"ar"')
  expect(parseConfig(text, 'p').locales[1]).toMatchObject({direction: 'rtl', autonym: 'العربية'})
})

describe('what is wrong is refused with place, key, what was found and what is allowed', () => {
  const cases: readonly (readonly [name: string, text: string, message: string, advice: string])[] =
    [
      [
        'a misspelt key',
        '{\n  "url": "https://a.example/", "source": "en", "locales": ["en"],\n  "polcy": {}}',
        'p.json:3:12: there is no key "polcy". Did you mean "policy"?',
        'Allowed here: url, source, locales, timeZone, views, schemes, downloads, secondOpinions, certifiedBy, reportLanguage, timeLimit, fonts, parallel, search, showcase, contact, machine, policy.',
      ],
      [
        'a misspelt value',
        '{"url": "https://a.example/", "source": "en", "locales": ["en", "ko"],\n"policy": {"editions": {"ko": {"missing": "holds"}}}}',
        'p.json:2:43: "policy.editions.ko.missing" is "holds".',
        'Allowed: one of "hold", "source".',
      ],
      [
        'a severity that there is none of',
        '{"url": "https://a.example/", "source": "en", "locales": ["en"],\n"policy": {"severity": [{"check": "document/links", "severity": "none"}]}}',
        'p.json:2:65: "policy.severity.0.severity" is "none".',
        'Allowed: one of "error", "warning", "notice".',
      ],
      [
        'a reason that is none',
        '{"url": "https://a.example/", "source": "en", "locales": ["en"],\n"policy": {"waivers": [{"check": "axe/label", "file": "*", "reason": "Later.", "owner": "desk", "expires": "2027-01-31"}]}}',
        'p.json:2:70: "policy.waivers.0.reason" is "Later.".',
        'Allowed: at least 10 characters.',
      ],
      [
        'no language at all',
        '{"url": "https://a.example/", "source": "en", "locales": []}',
        'p.json:1:58: "locales" is [].',
        'Allowed: a list that is not empty.',
      ],
      [
        'a missing key',
        '{"source": "en", "locales": ["en"]}',
        'p.json:1:1: the key "url" is missing.',
        'Add it; the README shows a complete publication.json.',
      ],
      [
        'a source that is not a locale',
        '{"url": "https://a.example/", "source": "fr", "locales": ["en"]}',
        'p.json:1:41: the source language "fr" is not among the locales (en).',
        'Add "fr" to "locales", or name one of them as "source".',
      ],
      [
        'a tag that is no language',
        '{"url": "https://a.example/", "source": "en", "locales": ["en", "korean!"]}',
        'p.json:1:65: "korean!" is not a language tag that CLDR knows.',
        'Use a BCP 47 tag such as "en", "ko" or "zh-Hant".',
      ],
      [
        'policy for a language that is not published',
        '{"url": "https://a.example/", "source": "en", "locales": ["en", "ko"], "policy": {"editions": {"kr": {}}}}',
        'p.json:1:102: policy for the editions in "kr", which is not a language of this publication (en, ko).',
        'Correct the tag, or add the language to "locales".',
      ],
      [
        'the most findings of a language that is not published',
        '{"url": "https://a.example/", "source": "en", "locales": ["en"], "policy": {"most": {"editions": {"kr": {}}}}}',
        'p.json:1:105: the most findings of the editions in "kr", which is not a language of this publication (en).',
        'Correct the tag, or add the language to "locales".',
      ],
      [
        'a waiver without an owner',
        '{"url": "https://a.example/", "source": "en", "locales": ["en"], "policy": {"waivers": [{"check": "axe/color-contrast", "file": "*", "reason": "agreed with the designer", "expires": "2030-01-01"}]}}',
        'p.json:1:89: the key "owner" is missing in "policy.waivers.0".',
        'Add it; the README shows a complete publication.json.',
      ],
      [
        'one language in two spellings',
        '{"url": "https://a.example/", "source": "en", "locales": ["en", "ko", "EN"]}',
        'p.json:1:71: "EN" is the same language as another of the locales.',
        'Name each language once.',
      ],
      [
        'lists within lists without end',
        '['.repeat(100_000),
        'p.json:1:1: this is not JSON: it is nested too deep.',
        'Mend the file at this place.',
      ],
      [
        'text that is not JSON',
        '{"url": "https://a.example/"',
        'p.json:1:29: this is not JSON: a closing } is missing.',
        'Mend the file at this place.',
      ],
      [
        'a comma too many',
        '{"url": "https://a.example/",}',
        'p.json:1:30: this is not JSON: a key in double quotes is missing, or a comma is too many.',
        'Mend the file at this place.',
      ],
      [
        'YAML',
        'url: https://a.example/',
        'p.json:1:1: this is not JSON: text must stand in double quotes.',
        'Mend the file at this place.',
      ],
      [
        'a comment',
        '{\n  // ours\n  "url": "https://a.example/"}',
        'p.json:2:3: this is not JSON: there must be no comment.',
        'Mend the file at this place.',
      ],
      [
        'a key that is there twice',
        '{"url": "https://a.example/", "policy": {"together": true,\n "together": false}}',
        'p.json:2:2: this is not JSON: the key "together" is there twice.',
        'Mend the file at this place.',
      ],
    ]
  test.each(cases)('%s', (_, text, message, advice) => {
    const error = thrownBy(() => parseConfig(text, 'p.json'))
    expect({code: error.code, message: error.message, advice: error.advice}).toEqual({
      code: 'bad-policy',
      message,
      advice,
    })
  })
})

function thrownBy(run: () => unknown): PipelineError {
  try {
    run()
  } catch (error) {
    if (error instanceof PipelineError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

test('the schema itself is a schema', () => {
  expect(new Ajv().validateSchema(publicationSchema)).toBe(true)
})
