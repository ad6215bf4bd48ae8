import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {styleFaults} from '../../pipeline/io/style-faults.ts'

function told(css: string): readonly string[] {
  return styleFaults('templates/styles/own.css', css).map(
    ({message: {key, values}, place: {file, line, column}}) =>
      `${file}:${line}:${column} ${key.split('/').at(-1)} ${values['wrong']} ${values['near']}`.trim(),
  )
}

const at = (css: string) => told(css).map((one) => one.replace(/^\S+ /, ''))

test('what is wrong is told with file, line and column', () => {
  expect(told('a {\n  color: red;\n  font-wieght: bold;\n}\n')).toEqual([
    'templates/styles/own.css:3:3 name font-wieght font-weight',
  ])
})

describe('told are', () => {
  test.each([
    ['margn-top: 3px', 'name margn-top margin-top'],
    ['colr: red', 'name colr color'],
    ['backgroud: red', 'name backgroud background'],
    ['dsiplay: flex', 'name dsiplay display'],
    ['color: rde', 'keyword rde red'],
    ['display: flexx', 'keyword flexx flex'],
    ['text-align: centre', 'keyword centre center'],
    ['border: 1px soild red', 'keyword soild solid'],
    ['margin: 3xp', 'value 3xp'],
    ['margin: 3', 'value 3'],
    ['color: #12', 'value #12'],
    ['padding: 1 rem', 'value 1'],
    ['COLR: red', 'name COLR color'],
  ])('%s', (css, expected) => {
    expect(at(`a { ${css} }`)).toEqual([expected])
  })

  test('those in nested rules, in layers, in containers and of descriptors', () => {
    expect(at('@layer x { a { &:hover { colr: red } } }')).toEqual(['name colr color'])
    expect(at('@container (width > 30rem) { a { widht: 1px } }')).toEqual(['name widht width'])
    expect(at('@font-face { font-family: x; font-dispaly: swap }')).toEqual([
      'name font-dispaly font-display',
    ])
    expect(at('@page { margn: 2cm; size: A4 }')).toEqual(['name margn margin'])
  })
})

describe('not told are', () => {
  test.each(
    `
    --colr: red
    --Own: {a: b}
    -webkit-line-clamp: 3
    -moz-osx-font-smoothing: grayscale
    *zoom: 1
    color: var(--x)
    margin: calc(1px + var(--x)) 3px
    color: light-dark(#111, #eee)
    color: rgb(from red r g b / 50%)
    color: oklch(60% 0.1 20)
    width: calc-size(auto, size)
    width: if(style(--x: 1): 2px; else: 3px)
    width: sibling-index()
    width: stretch
    width: 100cqi
    height: 100dvh
    top: anchor(bottom)
    anchor-name: --a
    position-area: top
    inset-area: top
    position-try-fallbacks: flip-block
    container: card / inline-size
    text-wrap: pretty
    text-box: trim-both cap alphabetic
    interpolate-size: allow-keywords
    field-sizing: content
    animation-timeline: scroll()
    display: grid-lanes
    grid-template-rows: masonry
    grid-template-rows: subgrid
    margin-trim: block
    corner-shape: squircle
    reading-flow: flex-visual
    word-break: auto-phrase
    text-autospace: normal
    line-height-step: 3px
    rule: 1px solid
    block-step: 3px
    font: 1rem/1.5 'Own', serif
    color: red !important
    aspect-ratio: 16 / 9
    line-height: 1.5
    margin: 0
    flex: 1
    z-index: -1
    font-weight: 450
    transition: color 0.2s allow-discrete
    unicode-bidi: plaintext
    color: AccentColor
    font-family: Georgia, my-own-font
    grid-area: own-name
    animation: spin 1s infinite
    view-transition-name: match-element
    page: chapter
  `
      .trim()
      .split('\n')
      .map((one) => [one.trim()]),
  )('%s', (css) => {
    expect(at(`a { ${css} }`)).toEqual([])
  })

  test.each([
    '@font-face { font-family: x; src: url(x.woff2) format("woff2") tech(variations); font-display: swap; unicode-range: U+20-7E; ascent-override: 90%; size-adjust: 90%; font-weight: 100 900 }',
    '@page :first { size: A4 landscape; margin: 2cm; @bottom-center { content: counter(page); font-size: 9pt } }',
    '@property --x { syntax: "<length>"; inherits: false; initial-value: 0px }',
    '@counter-style own { system: cyclic; symbols: "x"; suffix: " "; speak-as: bullets }',
    '@position-try --own { top: anchor(bottom); position-area: top }',
    '@view-transition { navigation: auto; types: slide }',
    '@font-palette-values --x { font-family: x; base-palette: 1; override-colors: 0 red }',
    '@scope (.a) to (.b) { :scope { color: red } }',
    '@starting-style { a { opacity: 0 } }',
    '@supports (colr: red) { a { color: red } }',
    '@supports not (display: flexx) { a { color: red } }',
    '@media (width >= 40rem) and (prefers-color-scheme: dark) { a { color: red } }',
    '@layer base, theme; @import url(x.css) layer(base);',
    '@keyframes own { from { opacity: 0 } 50.5% { scale: 1.2 } to { opacity: 1 } }',
    '@function --own(--x) { result: calc(var(--x) * 2) }',
    '@font-feature-values Own { @styleset { colr: 12 } }',
    '@container own style(--x: 1) { a { color: red } }',
  ])('%s', (css) => {
    expect(at(css)).toEqual([])
  })

  const styles = new URL('../../templates/styles/', import.meta.url)
  test.each(readdirSync(styles))('any in our own %s', (file) => {
    expect(told(readFileSync(new URL(file, styles), 'utf8'))).toEqual([])
  })
})
