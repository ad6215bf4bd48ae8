import {readFileSync} from 'node:fs'
import Draft04 from 'ajv-draft-04'
import {XmlDocument, XsdValidator} from 'libxml2-wasm'
import {describe, expect, test} from 'vitest'
import type {Finding} from '../../pipeline/model/finding.ts'
import {junit} from '../../pipeline/report/junit.ts'
import {sarif} from '../../pipeline/report/sarif.ts'
import {context, findings, poisoned, sample} from './sample.ts'

const read = (name: string) =>
  readFileSync(new URL(`../fixtures/report/schemas/${name}`, import.meta.url), 'utf8')

const runs: Readonly<Record<string, readonly Finding[]>> = {
  'a usual run': findings,
  'a run that found nothing': [],
  'hostile texts': [poisoned],
}

describe('SARIF 2.1.0 as OASIS has it', () => {
  // One of its patterns is none with `u`.
  const ajv = new Draft04.default({strict: false, validateFormats: false, unicodeRegExp: false})
  const validate = ajv.compile(JSON.parse(read('sarif-2.1.0-rtm.5.json')))

  test.each(Object.entries(runs))('%s', (_, found) => {
    validate(JSON.parse(sarif.write(sample(found), context)))
    expect(validate.errors ?? []).toEqual([])
  })

  test('what is no log is found out', () => {
    expect(validate({version: '2.1.0', runs: [{results: []}]})).toBe(false)
  })
})

describe('JUnit as Jenkins reads it', () => {
  const schema = XsdValidator.fromDoc(XmlDocument.fromString(read('jenkins-junit.xsd')))

  test.each(Object.entries(runs))('%s', (_, found) => {
    const report = XmlDocument.fromString(junit.write(sample(found), context))
    expect(() => schema.validate(report)).not.toThrow()
  })

  test('what is no report is found out', () => {
    const report = XmlDocument.fromString('<testsuites><case name="x"/></testsuites>')
    expect(() => schema.validate(report)).toThrow(/case/)
  })
})
