import {expect, test} from 'vitest'
import {winnerOf, type Matched} from '../../pipeline/io/cascade.ts'

type Rule = readonly [layer: string, value: string, important?: 'important']

const style = (property: string, value: string, important?: string) => ({
  styleSheetId: 'sheet',
  cssProperties: [
    {
      name: property,
      value,
      important: important !== undefined,
      range: {startLine: 0, startColumn: 0},
    },
  ],
})
const matched = (
  rules: readonly Rule[],
  origin = 'regular',
): NonNullable<Matched['matchedCSSRules']> =>
  rules.map(([layer, value, important]) => ({
    rule: {
      origin,
      selectorList: {selectors: [{text: 'p'}]},
      layers: layer === '' ? [] : [{text: layer}],
      style: style('color', value, important),
    },
    matchingSelectors: [0],
  }))

test.each<[string, readonly Rule[], string]>([
  [
    'the last rule',
    [
      ['', 'red'],
      ['', 'blue'],
    ],
    'blue',
  ],
  [
    'what is in no layer',
    [
      ['a', 'red'],
      ['b', 'green'],
      ['', 'blue'],
    ],
    'blue',
  ],
  [
    'what is important',
    [
      ['', 'red', 'important'],
      ['', 'blue'],
    ],
    'red',
  ],
  [
    'the last that is important',
    [
      ['', 'red', 'important'],
      ['', 'blue', 'important'],
    ],
    'blue',
  ],
  [
    'the first layer of what is important',
    [
      ['a', 'red', 'important'],
      ['', 'blue', 'important'],
    ],
    'red',
  ],
  [
    'the last rule of that layer',
    [
      ['a', 'red', 'important'],
      ['a', 'lime', 'important'],
      ['b', 'blue', 'important'],
    ],
    'lime',
  ],
])('%s wins', (_, rules, expected) => {
  expect(winnerOf({matchedCSSRules: matched(rules)}, ['color'])?.value).toBe(expected)
})

test('attributes win over the browser, and every rule over attributes', () => {
  const attributesStyle = style('color', 'grey')
  const browsers = matched([['', 'black']], 'user-agent')
  const said = (rules: readonly Rule[]) =>
    winnerOf({attributesStyle, matchedCSSRules: [...matched(rules), ...browsers]}, ['color'])
  expect(said([])).toMatchObject({value: 'grey', sheet: undefined})
  expect(said([['', 'red']])).toMatchObject({value: 'red', sheet: 'sheet'})
})

test('what the browser calls important wins over what the author does', () => {
  const browsers = matched([['', 'black', 'important']], 'user-agent')
  const inlineStyle = style('color', 'grey', 'important')
  const matchedCSSRules = [...browsers, ...matched([['', 'red', 'important']])]
  expect(winnerOf({matchedCSSRules}, ['color'])).toMatchObject({value: 'black', sheet: undefined})
  expect(winnerOf({inlineStyle, matchedCSSRules}, ['color'])?.value).toBe('black')
})

test("the element's own important style wins over layers", () => {
  const inlineStyle = style('color', 'grey', 'important')
  const matchedCSSRules = matched([['a', 'red', 'important']])
  expect(winnerOf({inlineStyle, matchedCSSRules}, ['color'])?.value).toBe('grey')
  const plain = style('color', 'grey')
  expect(winnerOf({inlineStyle: plain, matchedCSSRules}, ['color'])?.value).toBe('red')
})
