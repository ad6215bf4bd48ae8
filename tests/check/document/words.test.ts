import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {documentChecks} from '../../../pipeline/check/checks.ts'
import {speaker} from '../../../pipeline/words/speaker.ts'
import {findingsIn, fixtures} from './fixture.ts'

const namespace = (tag: string): Record<string, string> =>
  JSON.parse(
    readFileSync(new URL(`../../../locales/${tag}/findings.json`, import.meta.url), 'utf8'),
  ) as Record<string, string>

const words = {en: {findings: namespace('en')}, ko: {findings: namespace('ko')}}

test.each(['en', 'ko'])('every finding of the fixtures is said in full in %s', (tag) => {
  const said = speaker(words, tag, 'en')
  const findings = documentChecks.flatMap((check) =>
    fixtures(check, 'fail').flatMap((fixture) => findingsIn(check, fixture)),
  )
  expect(findings.length).toBeGreaterThan(20)
  for (const {message, check} of findings) {
    expect(message.key.startsWith(check)).toBe(true)
    for (const key of [message.key, `${message.key}.advice`]) {
      expect([key, said.languageOf('findings', key)]).toEqual([key, tag])
      expect(said.say('findings', key, message.values)).not.toMatch(/\{\{|\}\}|\[\[|\]\]/)
    }
  }
})
