import {fromXml} from 'xast-util-from-xml'
import {expect, test} from 'vitest'
import {inlineParserFor} from '../../../pipeline/markdown/inline.ts'
import {markdownOf} from '../../../pipeline/markdown/pieces.ts'
import {parseMarkdown} from '../../../pipeline/markdown/parse.ts'
import type {Unit} from '../../../pipeline/model/catalog.ts'
import {formats} from '../../../pipeline/translate/exchange/formats.ts'

const parse = inlineParserFor(parseMarkdown(''))
const xml = formats.filter(({name}) => name !== 'po')

// XML allows no `]]>` in a text (2.4) and no control character anywhere (2.2); the serialiser sees to neither.
const hard = 'a ]]> b & < > " \' `]]>` [x](/]]> "]]>") c\u0001d\u001F'

test.each(xml.map((format) => [format.name, format] as const))(
  '%s holds what XML forbids, and brings it back',
  (name, format) => {
    const unit: Unit = {
      key: 'paragraph-]]>',
      kind: 'paragraph',
      source: hard,
      target: hard,
      state: 'translated',
      stale: false,
      previousSource: undefined,
      origin: 'person',
      note: 'a ]]> & < > " \' \u0001b',
    }
    const file = format.write([
      {slug: 'story', sourceLocale: 'en', locale: 'ko', parse, units: [unit]},
    ])
    expect(file).not.toContain(']]>')
    expect(file).not.toMatch(/[\0-\x08\x0B-\x1F]/u) // oxlint-disable-line no-control-regex
    expect(() => fromXml(file)).not.toThrow()
    const [read] = format.read(file).articles[0]?.units ?? []
    const target = read?.target ?? ''
    expect(typeof target === 'string' ? target : markdownOf(target)).toBe(hard)
    if (name !== 'tmx') expect(read?.note).toBe('a ]]> & < > " \' b')
  },
)
