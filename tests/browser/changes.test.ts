import {mkdtempSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {baseline} from '../../pipeline/check/browser/baseline.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import type {Rendition} from '../../pipeline/model/rendition.ts'
import type {PictureComparison} from '../../pipeline/model/tab.ts'
import type {Policy} from '../../pipeline/model/verdict.ts'
import {asset, html, open, page, views} from '../support/browser.ts'

const words = 'Defectors spoke out about the troops that were sent to fight at the front. '
const text = (name: string) => `<p>${name}: ${words.repeat(3)}</p>`
const article = [text('One'), text('Two'), text('Three')].join('')
const section = (name: string) => `<section><h2>${name} of them</h2>${text(name)}</section>`
const aside = `<div style="display: grid; grid-template-columns: 1fr 1fr"><div>${article}</div><div>${text('Beside')}${text('Below')}</div></div>`
const box = (style: string) => `<div class="box" style="height: 80px; ${style}"></div>`
const font = `<style>@font-face { font-family: Own; src: url(own.woff2) } h1 { font-family: Own, sans-serif }</style>`
const clock = (time: string) => `${article}<p>Now: <time data-galley-mask>${time}</time></p>`
const image = (src: string) => `${article}<img src="${src}" alt="A map" width="60">${text('Last')}`
const pushed = (name: string) =>
  `<div style="display: flex"><b>${name}</b><p style="margin: 0 0 0 auto">Imprint</p></div>`
const framed = (img: string) => `${article}<div>${img}</div>${text('Last')}`
const filled = (style: string) =>
  `<style>body { display: flex; flex-direction: column; min-height: 100vh; margin: 0 } main { flex: 1 } footer { ${style} }</style>${article}</main><footer><p>Imprint.</p></footer><main>`
const forEars = (heard: string, colour: string) =>
  `${article}<style>h1 { color: ${colour} } p span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }</style><p>Read <span>${heard}</span>${heard === 'Two' ? '' : '<span>of it</span>'}</p>`
const square = (colour: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><path fill="${colour}" d="M0 0h60v60H0z"/></svg>`)}`

const table = (rows: readonly (readonly string[])[], style = '') =>
  `<style>table { width: 420px } td { padding: 4px } ${style}</style><table><tbody>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>${text('Last')}`
const towns = [
  ['Busan', '1204', 'Closed'],
  ['Ulsan', '640', 'None'],
  ['Pohang', '311', 'New harbour'],
] as const
const headed = (heading: string) => `${text('One')}${heading}${text('Two')}`
const stripes = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120"><defs><pattern id="p" width="7" height="5" patternUnits="userSpaceOnUse"><path fill="teal" d="M0 0h4v3H0z"/></pattern></defs><path fill="url(#p)" d="M0 0h200v120H0z"/></svg>')}`
const sampled = (rows: number) =>
  `<style>ul { line-height: 20.37px } img { width: 51.3% }</style><ul>${'<li>A boat</li>'.repeat(rows)}</ul><img src="${stripes}" alt="Stripes">`
const marked = (place: string) =>
  `<style>h2 { position: relative } h2::before { content: ""; position: absolute; ${place}; width: 6px; height: 6px; background: red }</style><h2>Heading</h2>${article}`
const listed = (item: string) =>
  `<p>It is <strong>not</strong> known.</p><ol><li>${item}</li><li>Last.</li></ol>`
const flowing = (name: string) =>
  `<style>.aside { float: left; width: 300px; height: 60px; background: teal }</style><div class="aside"></div><p>${name}</p>${text('Two')}`
const shared = (heading: string) =>
  `<style>.opening { display: grid; min-height: 400px } i { display: block; background: #eee }</style><div class="opening"><i></i><h2>${heading}</h2></div>${article}`

interface Pair {
  readonly before: string
  readonly after: string
  /** What the page says happened, in order: kind, tag, and what is needed to tell it from others. */
  readonly says: readonly string[]
  readonly textOnly?: true
}

const cases: Readonly<Record<string, Pair>> = {
  'a paragraph was put in': {
    before: html(article),
    after: html(article.replace('<p>Two', `${text('New')}<p>Two`)),
    says: ['appeared p', 'moved p ×2'],
    textOnly: true,
  },
  'a paragraph was taken out': {
    before: html(article),
    after: html(article.replace(text('Two'), '')),
    says: ['vanished p', 'moved p'],
    textOnly: true,
  },
  'a paragraph was put in beside a column that stays': {
    before: html(aside),
    after: html(aside.replace('<p>Two', `${text('New')}<p>Two`)),
    says: ['appeared p', 'moved p ×2'],
    textOnly: true,
  },
  'one word was changed': {
    before: html(article),
    after: html(article.replace('Two: Defectors', 'Two: Soldiers')),
    says: ['text p'],
    textOnly: true,
  },
  'a box of a new kind was put in': {
    before: html(article),
    after: html(`<p style="border: 3px solid">Breaking.</p>${article}`),
    says: ['appeared p', 'moved p ×3'],
  },
  'sections changed places': {
    before: html(`${section('One')}${section('Two')}`),
    after: html(`${section('Two')}${section('One')}`),
    says: ['moved h2 ×2', 'moved h2 ×2'],
  },
  'headings took another rank': {
    before: html(`${section('One')}${section('Two')}`),
    after: html(`${section('One')}${section('Two')}`.replaceAll('h2', 'h3')),
    says: ['restyled h3 element h2 → h3', 'moved p', 'moved p'],
  },
  'one of two equal paragraphs became a heading, the other went': {
    before: html(`${article}<p>Seoul.</p><p>Seoul.</p>`),
    after: html(`${article}<h2>Seoul.</h2>`),
    says: ['restyled h2 element p → h2', 'vanished p'],
  },
  'the ground of the page was changed': {
    before: html(article, '<style>body { background: white }</style>'),
    after: html(article, '<style>body { background: #eee }</style>'),
    says: ['restyled body background-color rgb(255, 255, 255) → rgb(238, 238, 238)'],
  },
  'a colour was changed': {
    before: html(article),
    after: html(article, '<style>h1 { color: #333 }</style>'),
    says: ['restyled h1 color rgb(0, 0, 0) → rgb(51, 51, 51)'],
  },
  'a headline was made larger': {
    before: html(article),
    after: html(article, '<style>h1 { font-size: 36px }</style>'),
    says: ['restyled h1 font-size 32px → 36px', 'moved p ×3'],
  },
  'a box was moved aside': {
    before: html(
      `${article}<div class="box" style="width: 80px; height: 80px; background: teal"></div>`,
    ),
    after: html(
      `${article}<div class="box" style="width: 80px; height: 80px; background: teal; margin-left: 40px"></div>`,
    ),
    says: ['restyled div margin-left 0px → 40px'],
  },
  'a box was made higher': {
    before: html(`${box('background: teal')}${article}`),
    after: html(`${box('background: teal; height: 100px')}${article}`),
    says: ['restyled div height 80px → 100px', 'moved p ×3'],
  },
  // As layouts have had it since before other sizes were kept as they are specified.
  'a box has a least height': {
    before: html(box('background: teal') + article),
    after: html(box('background: teal; min-height: 100px') + article),
    says: ['restyled div min-height 0px → 100px', 'moved p ×3'],
  },
  'something to draw on was made higher by its script': {
    before: html(`<canvas height="80"></canvas>${article}`),
    after: html(`<canvas height="100"></canvas>${article}`),
    says: ['resized canvas +20', 'moved p ×3'],
  },
  'a box was moved by what no box around it knows of': {
    before: html(`${box('background: teal')}${article}`),
    after: html(`${box('background: teal; width: 200px; translate: 8px')}${article}`),
    says: ['restyled div translate none → 8px', 'restyled div width auto → 200px'],
  },
  'the dots of a list were coloured': {
    before: html('<ul><li>One</li><li>Two</li></ul>'),
    after: html('<ul><li>One</li><li>Two</li></ul>', '<style>li::marker { color: red }</style>'),
    says: ['restyled li ::marker'],
  },
  'a style hides a paragraph that looks like others': {
    before: html(article),
    after: html(article, '<style>p:nth-of-type(2) { display: none }</style>'),
    says: ['vanished p hidden', 'moved p'],
  },
  'a style shrinks a paragraph to nothing': {
    before: html(article),
    after: html(article, '<style>p:nth-of-type(2) { font-size: 0 }</style>'),
    says: ['vanished p hidden', 'moved p'],
  },
  'a style leaves a paragraph unpainted': {
    before: html(`<div>${article}</div>`),
    after: html(
      `<div>${article}</div>`,
      '<style>p:nth-of-type(2) { content-visibility: hidden }</style>',
    ),
    says: ['vanished p hidden', 'moved p'],
  },
  'a style paints a section only when it is scrolled to': {
    before: html(article),
    after: html(article, '<style>p { content-visibility: auto }</style>'),
    says: [],
  },
  'a style shows again what it hid': {
    before: html(article, '<style>p:nth-of-type(2) { display: none }</style>'),
    after: html(article),
    says: ['appeared p hidden', 'moved p'],
  },
  'what a style sheet puts before the text was changed': {
    before: html(article, '<style>p::before { content: "§ " }</style>'),
    after: html(article, '<style>p::before { content: "¶ " }</style>'),
    says: ['restyled p ::before'],
  },
  'a paragraph was put in that is set off otherwise, for what stands before it': {
    before: html(`${text('One')}${text('Two')}`, '<style>h1 + p { margin-top: 5px }</style>'),
    after: html(
      `${text('One')}${text('New')}${text('Two')}`,
      '<style>h1 + p { margin-top: 5px } p:nth-of-type(2) { margin-top: 24px }</style>',
    ),
    says: ['appeared p', 'moved p'],
    textOnly: true,
  },
  'what fills the room above was given less of it, and a part of the page a ground': {
    before: html(filled('margin-top: 40px')),
    after: html(filled('margin-top: 80px; background: #eee')),
    says: [
      'restyled footer background-color rgba(0, 0, 0, 0) → rgb(238, 238, 238)',
      'restyled footer margin-top 40px → 80px',
      'moved p',
    ],
  },
  'a picture gave way to a smaller one, which needs no frame for its files': {
    before: html(
      framed(
        `<picture><source media="(width > 1px)" srcset="${square('teal')}"><img src="${square('teal')}" alt="A map" width="60" height="60"></picture>`,
      ),
    ),
    after: html(framed(`<img src="${square('red')}" alt="A map" width="30" height="30">`)),
    says: ['restyled img picture', 'moved p'],
  },
  'what a style sheet puts before the text was hidden': {
    before: html(article, '<style>p::before { content: "§ " }</style>'),
    after: html(article, '<style>p::before { content: "§ "; display: none }</style>'),
    says: ['restyled p ::before'],
  },
  'a word grew beside what keeps to the other end': {
    before: html(pushed('The New Paper')),
    after: html(pushed('Another Paper')),
    says: ['text b'],
    textOnly: true,
  },
  'a font went missing': {
    before: html(article, font),
    after: html(article, font.replace('own.woff2', 'gone.woff2')),
    says: ['font Own', 'moved p ×3'],
  },
  'a picture went missing': {
    before: html(image(square('teal'))),
    after: html(image('gone.png')),
    says: ['restyled img picture', 'moved p'],
  },
  'a picture vanished': {
    before: html(image(square('teal'))),
    after: html(`${article}${text('Last')}`),
    says: ['vanished img', 'moved p'],
  },
  'something was drawn otherwise that no style tells of': {
    before: html(
      `${article}<svg width="60" height="60"><path fill="teal" d="M0 0h60v60H0z"/></svg>`,
    ),
    after: html(
      `${article}<svg width="60" height="60"><path fill="teal" d="M0 0h30v60H0z"/></svg>`,
    ),
    says: ['redrawn svg'],
  },
  'a clock under a mask shows another time': {
    before: html(clock('12:00')),
    after: html(clock('12:01')),
    says: [],
  },
  'a colour was changed above a masked clock': {
    before: html(clock('12:00')),
    after: html(clock('12:01'), '<style>h1 { color: #333 }</style>'),
    says: ['restyled h1 color rgb(0, 0, 0) → rgb(51, 51, 51)'],
  },
  'words for ears alone were changed, and a colour with them': {
    before: html(forEars('One more word', '#000')),
    after: html(forEars('Two', '#333')),
    says: ['restyled h1 color rgb(0, 0, 0) → rgb(51, 51, 51)'],
  },
  'a cell of a table has more words, and takes room from the others': {
    before: html(table(towns)),
    after: html(table(towns).replace('Closed', 'Closed since the storm in spring')),
    says: ['text td', 'moved td ×3', 'moved td ×2'],
    textOnly: true,
  },
  'a row was put in a table with stripes': {
    before: html(table(towns, 'tr:nth-child(even) { background: #ddd }')),
    after: html(
      table(
        [...towns.slice(0, 1), ['Sokcho', '12', '-'], ...towns.slice(1)],
        'tr:nth-child(even) { background: #ddd }',
      ),
    ),
    says: ['appeared tr', 'moved td ×7'],
    textOnly: true,
  },
  'a link in a sentence has fewer words': {
    before: html('<p>Ask the <a href="/">ministry of the sea</a> for an answer.</p>'),
    after: html('<p>Ask the <a href="/">ministry</a> for an answer.</p>'),
    says: ['text a'],
    textOnly: true,
  },
  'the last link of a sentence became words': {
    before: html('<p>Ask the <a href="/">ministry</a> for an answer.</p>'),
    after: html('<p>Ask the ministry for an answer.</p>'),
    says: ['vanished a', 'text p'],
    textOnly: true,
  },
  'a word of a list was set off as others are in a paragraph': {
    before: html(listed('Each owner gets a letter.')),
    after: html(listed('<strong>Each</strong> owner gets a letter.')),
    says: ['appeared strong', 'text li'],
    textOnly: true,
  },
  'what was around a heading went, and its ground with it': {
    before: html(headed('<div style="background: #eee"><h2>Heading</h2></div>')),
    after: html(headed('<h2>Heading</h2>')),
    says: ['vanished div around'],
  },
  'what was around a heading went, and the heading took another rank': {
    before: html(headed('<div style="padding: 9px"><h2>Heading</h2></div>')),
    after: html(headed('<h3>Heading</h3>')),
    says: ['vanished div around', 'restyled h3 element h2 → h3', 'moved p'],
  },
  'what was around two paragraphs went, and one of them': {
    before: html(`${text('One')}<div style="padding: 9px">${text('Two')}${text('Three')}</div>`),
    after: html(`${text('One')}${text('Three')}`),
    says: ['vanished div around', 'vanished p', 'moved p'],
  },
  'a sign that a style sheet puts beside a heading was moved': {
    before: html(marked('left: -12px; top: 4px')),
    after: html(marked('left: -16px; top: 8px')),
    says: ['restyled h2 ::before place'],
  },
  'a heading has more words before a sign that keeps to its end': {
    before: html(
      marked('right: -12px; top: 4px').replace('<h2>', '<h2 style="width: fit-content">'),
    ),
    after: html(
      marked('right: -12px; top: 4px').replace(
        '<h2>Heading',
        '<h2 style="width: fit-content">Another heading',
      ),
    ),
    says: ['text h2'],
    textOnly: true,
  },
  'a picture was pushed down by parts of a pixel': {
    before: html(sampled(2)),
    after: html(sampled(3)),
    says: ['appeared li', 'moved img'],
    textOnly: true,
  },
  'a text beside what it flows around begins lower, for a longer one before it': {
    before: html(flowing('Short.')),
    after: html(flowing(words.repeat(4))),
    says: ['text p', 'moved p'],
    textOnly: true,
  },
  'a headline takes more of a room that it shares': {
    before: html(shared('Heading')),
    after: html(shared(words.repeat(3))),
    says: ['text h2'],
    textOnly: true,
  },
  'the page runs the other way': {
    before: html(
      `<ul><li>One</li></ul><blockquote style="padding-inline-start: 9px">Two</blockquote>`,
    ),
    after: html(
      `<style>main { direction: rtl }</style><ul><li>One</li></ul><blockquote style="padding-inline-start: 9px">Two</blockquote>`,
    ),
    says: ['restyled main direction ltr → rtl'],
  },
  'a masked clock in a line shows a longer time': {
    before: html(`<p>It is <time data-galley-mask>1:00</time> in Seoul.</p>${article}`),
    after: html(`<p>It is <time data-galley-mask>12:00:15</time> in Seoul.</p>${article}`),
    says: [],
  },
  'nothing was changed': {before: html(article), after: html(article), says: []},
}

const folder = mkdtempSync(join(tmpdir(), 'galley-changes-'))
const desktop = views.filter(({name}) => name === 'desktop-light')
const own = createRequire(import.meta.url).resolve(
  '@fontsource/noto-serif-kr/files/noto-serif-kr-latin-400-normal.woff2',
)
const files = (side: 'before' | 'after'): readonly Rendition[] => [
  ...Object.values(cases).map((pair, index) => page(`${index}.html`, pair[side])),
  asset('own.woff2', 'font/woff2', readFileSync(own)),
]

async function look(shown: readonly Rendition[], approve: boolean, masks: Policy['masks'] = []) {
  const browser = await open({
    probes: [baseline],
    cache: join(folder, 'cache'),
    baselines: join(folder, 'baselines'),
    views: desktop,
    masks,
  })
  const {captures} = await browser.capture(shown)
  if (approve)
    await browser.approve(() => true, {
      at: '2026-11-25T10:00:00.000Z',
      by: 'Kim',
      reason: 'As meant',
    })
  await browser.close()
  return captures.map(({page: path, evidence, failures}) => {
    expect(failures).toEqual({})
    // The evidence is what the probe of this very check has given.
    return {path, evidence: evidence[baseline.id] as unknown as PictureComparison}
  })
}

function judged(seen: Awaited<ReturnType<typeof look>>): readonly Finding[] {
  const [view] = desktop
  if (!view) return []
  return seen.flatMap(({path, evidence}) =>
    baseline.judge(evidence, {page: path, view, locale: 'en', article: undefined}),
  )
}

describe('a page that changed says what happened', () => {
  let seen: Awaited<ReturnType<typeof look>> = []
  beforeAll(async () => {
    await look(files('before'), true)
    seen = await look(files('after'), false)
  })

  test.each(Object.entries(cases).map(([name, pair], index) => ({name, pair, index})))(
    '$name',
    ({pair, index}) => {
      const {difference} = seen[index]?.evidence ?? {}
      const said = (difference?.changes ?? []).map((change) => {
        const {kind, tag, property, from, to, height, count, hidden, around} = change
        const by = kind === 'resized' ? [`+${height}`] : []
        const how =
          kind === 'restyled' && !/^(::|picture)/.test(property ?? '')
            ? [property, from, '→', to]
            : kind === 'restyled'
              ? [property]
              : kind === 'font'
                ? [from]
                : []
        const times = kind === 'moved' && count > 1 ? [`×${count}`] : []
        return [kind, tag, ...how, ...by, ...times, hidden && 'hidden', around && 'around']
          .filter((part) => part)
          .join(' ')
      })
      expect(said).toEqual(pair.says)
      const causes = (difference?.changes ?? []).filter(
        ({kind}) => !/^(moved|vanished|font)$/.test(kind),
      )
      for (const {selector} of causes) expect(selector).toMatch(/^(html|#)/)
      expect(difference?.textOnly ?? false).toBe(pair.textOnly ?? false)
    },
  )

  test('what was masked is known of each picture, and not painted into what is compared', () => {
    const index = Object.keys(cases).indexOf('a colour was changed above a masked clock')
    const found = judged(seen).find(({place}) => place.file === `${index}.html`)
    const pictures = found?.pictures ?? []
    expect(pictures.map(({label, masked = []}) => [label, masked.length])).toEqual([
      ['approved', 1],
      ['current', 1],
      ['difference', 1],
    ])
  })

  test('text alone is a notice, anything else an error', () => {
    for (const {place, severity} of judged(seen)) {
      const pair = Object.values(cases)[parseInt(place.file, 10)]
      expect(severity).toBe(pair?.textOnly ? 'notice' : 'error')
    }
  })
})
