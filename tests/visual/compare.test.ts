import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Raster} from '../../pipeline/model/hands.ts'
import type {Area, Box, Layout} from '../../pipeline/model/layout.ts'
import {compareLooks} from '../../pipeline/visual/compare.ts'
import {matchBoxes} from '../../pipeline/visual/match.ts'
import {countPixels} from '../../pipeline/visual/pixels.ts'
import {alignRows} from '../../pipeline/visual/rows.ts'

const width = 8
const exact = {channel: 0, pixels: 0}

/** A picture whose rows are each of one shade. */
function picture(shades: readonly number[], wide = width): Raster {
  const data = Uint8Array.from({length: shades.length * wide * 3}, (_, at) => {
    return shades[Math.floor(at / (wide * 3))] ?? 0
  })
  return {data, width: wide, height: shades.length}
}

function differing(before: Raster, after: Raster, channel = 0): number {
  return countPixels(before, after, alignRows(before, after), channel).pixels
}

const rows = fc.array(fc.constantFrom<number>(0, 40, 80, 120, 255), {maxLength: 60})

describe('two pictures', () => {
  test('one with itself: no difference', () => {
    fc.assert(
      fc.property(rows, (shades) => {
        expect(alignRows(picture(shades), picture(shades)).every(({same}) => same)).toBe(true)
        expect(differing(picture(shades), picture(shades))).toBe(0)
      }),
    )
  })

  test('differ wherever a pixel does', () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const isSame = one.join() === other.join()
        expect(differing(picture(one), picture(other)) === 0).toBe(isSame)
      }),
    )
  })

  test('the other way round: the same stretches, what was new is gone', () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const there = alignRows(picture(one), picture(other))
        const back = alignRows(picture(other), picture(one))
        expect(back).toEqual(
          there.map(({same, before, after}) => ({same, before: after, after: before})),
        )
        expect(differing(picture(one), picture(other))).toBe(
          differing(picture(other), picture(one)),
        )
      }),
    )
  })

  test('the stretches cover both from top to bottom', () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        let [i, j] = [0, 0]
        for (const {before, after} of alignRows(picture(one), picture(other))) {
          expect([before[0], after[0]]).toEqual([i, j])
          ;[i, j] = [before[1], after[1]]
        }
        expect([i, j]).toEqual([one.length, other.length])
      }),
    )
  })

  test('rows that were put in are what differs, wherever they were put', () => {
    fc.assert(
      fc.property(rows, fc.integer({min: 1, max: 9}), fc.nat(), (shades, count, where) => {
        const at = where % (shades.length + 1)
        const more = shades.toSpliced(at, 0, ...Array.from({length: count}, () => 200))
        const [before, after] = [picture(shades), picture(more)]
        const unequal = alignRows(before, after).filter(({same}) => !same)
        expect(unequal).toEqual([{same: false, before: [at, at], after: [at, at + count]}])
        expect(differing(before, after)).toBe(count * width)
      }),
    )
  })

  test.each([
    ['a channel within tolerance', {channel: 1, pixels: 0}, false],
    ['a channel beyond it', {channel: 0, pixels: 0}, true],
    ['as many pixels as are allowed', {channel: 0, pixels: width}, false],
    ['one fewer', {channel: 0, pixels: width - 1}, true],
  ])('%s', (_, tolerance, differs) => {
    const [before, after] = [picture([9, 9, 9]), picture([9, 10, 9])]
    const look = (raster: Raster) => ({raster, layout: undefined})
    expect(compareLooks(look(before), look(after), tolerance) !== undefined).toBe(differs)
  })

  test('of different widths differ in what one lacks', () => {
    const [narrow, wide] = [picture([1, 2, 3], 4), picture([1, 2, 3], 6)]
    expect([differing(narrow, wide), differing(wide, narrow)]).toEqual([6, 6])
  })

  test('differ where the box around the difference says', () => {
    const before = picture([5, 5, 5, 5])
    const after = {...before, data: before.data.slice()}
    after.data[(2 * width + 3) * 3] = 77
    const found = compareLooks(
      {raster: before, layout: undefined},
      {raster: after, layout: undefined},
      exact,
    )
    expect(found).toMatchObject({pixels: 1, left: 3, right: 4, top: 2, bottom: 3, changes: []})
    expect(found?.picture).toMatchObject({width, height: 4})
  })
})

describe('two layouts', () => {
  const texts = fc.array(
    fc.record({text: fc.constantFrom('a', 'b', 'c', 'd', '', ''), up: fc.nat(4)}),
    {maxLength: 30},
  )

  test('each box is found once, or is new, or gone', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [before, after] = [layout(one), layout(other)]
        const {pairs, vanished, appeared} = matchBoxes(before, after)
        expect(new Set(pairs.values()).size).toBe(pairs.size)
        expect([...pairs.keys(), ...appeared].sort(byNumber)).toEqual([...after.boxes.keys()])
        expect([...pairs.values(), ...vanished].sort(byNumber)).toEqual([...before.boxes.keys()])
      }),
    )
  })

  test('one with itself: every box is itself', () => {
    fc.assert(
      fc.property(texts, (one) => {
        const {pairs} = matchBoxes(layout(one), layout(one))
        expect([...pairs].every(([a, b]) => a === b)).toBe(true)
        expect(pairs.size).toBe(one.length)
      }),
    )
  })

  /** Each box lies in the one so many places before it, where there is one. */
  function layout(all: readonly {readonly text: string; readonly up: number}[]): Layout {
    const boxes = all.map(({text, up}, index) => ({
      parent: up === 0 ? -1 : Math.max(-1, index - up),
      tag: 'p',
      id: '',
      text,
      hash: text,
      style: 0,
      x: 0,
      y: index * 10,
      w: 10,
      h: 10,
    }))
    return {properties: [], styles: [[]], fonts: [], boxes}
  }
})

describe('what changed between two looks', () => {
  const size = {x: 0, y: 0, w: 40, h: 40}
  type Part = Partial<Box> & Pick<Box, 'tag'>
  const page: Part = {tag: 'main', parent: -1, ...size}

  /** A white page of 40 × 40 with these boxes; each rectangle is painted black. */
  function look(parts: readonly Part[], ...painted: readonly Area[]) {
    const boxes = parts.map(({text = '', ...part}): Box => ({
      parent: 0,
      id: '',
      text,
      hash: text,
      style: 0,
      ...size,
      ...part,
    }))
    const data = new Uint8Array(40 * 40 * 3).fill(255)
    for (const {x, y, w, h} of painted) {
      for (let row = y; row < y + h; row++) {
        data.fill(0, (row * 40 + x) * 3, (row * 40 + x + w) * 3)
      }
    }
    const layout: Layout = {properties: [], styles: [[]], fonts: [], boxes}
    return {raster: {data, width: 40, height: 40}, layout}
  }
  const said = (before: ReturnType<typeof look>, after: ReturnType<typeof look>) =>
    compareLooks(before, after, exact)?.changes.map(({kind, tag}) => `${kind} ${tag}`)

  test('beside a headline that takes one line more lies what is as high, but for parts of a pixel', () => {
    const opening = (text: string, grown: number) => [
      page,
      {tag: 'header', h: 20 + grown},
      {tag: 'h1', parent: 1, text, x: 20, w: 20, h: 10 + grown},
      {tag: 'div', parent: 1, w: 10, h: 20 + (grown && grown - 1)},
    ]
    const after = look(opening('Welcome to all', 10), {x: 20, y: 0, w: 9, h: 15})
    expect(said(look(opening('Welcome', 0)), after)).toEqual(['text h1'])
  })

  test('what holds the same in another order is higher for that', () => {
    const held = (h: number, texts: readonly string[]) => [
      page,
      {tag: 'div', h},
      ...texts.map((text, at) => ({tag: 'p', parent: 1, text, y: 2 + at * (h / 2), h: 8})),
    ]
    const after = look(held(26, ['Two', 'One']), {x: 0, y: 16, w: 9, h: 3})
    const before = look(held(20, ['One', 'Two']), {x: 0, y: 3, w: 9, h: 3})
    expect(said(before, after)).toEqual(['moved p', 'moved p'])
  })

  test('an edge that is drawn a pixel beside its box, which moved, is no other drawing', () => {
    const quoted = (y: number) => [
      page,
      {tag: 'blockquote', y, h: 10},
      {tag: 'p', parent: 1, text: 'Nobody', x: 10, y, w: 20, h: 10},
    ]
    const before = look(quoted(10), {x: 0, y: 10, w: 1, h: 10})
    const after = look(quoted(25), {x: 0, y: 24, w: 1, h: 11})
    expect(said(before, after)).toEqual(['moved p'])
  })

  test('an edge in another colour is drawn a pixel beside its box', () => {
    const parts = [page, {tag: 'div', y: 10, w: 20, h: 10, style: 1}]
    const edged = (colour: string, ...painted: readonly Area[]) => {
      const {raster, layout} = look(parts, ...painted)
      const styles = [['black'], [colour]]
      return {raster, layout: {...layout, properties: ['border-top-color'], styles}}
    }
    const after = edged('black', {x: 0, y: 9, w: 20, h: 1})
    expect(said(edged('white'), after)).toEqual(['restyled div'])
  })

  test('what stands in line with a word that changed begins at another part of a pixel', () => {
    const line = (word: string) => [
      page,
      {tag: 'p', h: 10},
      {tag: 'span', parent: 1, text: word, w: 20, h: 10},
      {tag: 'span', parent: 1, text: 'Seoul', x: 20, w: 20, h: 10},
    ]
    const before = look(line('The'), {x: 22, y: 2, w: 9, h: 3})
    expect(said(before, look(line('One'), {x: 23, y: 2, w: 9, h: 3}))).toEqual(['text span'])
  })

  test('large letters hang over further', () => {
    const headed = (text: string, ...painted: readonly Area[]) => {
      const {raster, layout} = look([page, {tag: 'h1', text, h: 20, style: 1}], ...painted)
      const styles = [['16px'], ['40px']]
      return {raster, layout: {...layout, properties: ['font-size'], styles}}
    }
    const after = headed('Paper', {x: 4, y: 26, w: 3, h: 3})
    expect(said(headed('Mail'), after)).toEqual(['text h1'])
  })

  test('letters that moved to the side by part of a pixel have other edges', () => {
    const cell = (x: number) => [page, {tag: 'td', text: 'English', x, w: 20, h: 12}]
    const letters = (x: number, w = 5) => ({x, y: 3, w, h: 3})
    const before = look(cell(10), letters(12))
    expect(said(before, look(cell(11), letters(14)))).toEqual(['moved td'])
    expect(said(before, look(cell(11), letters(14, 14)))).toEqual(['redrawn td', 'moved td'])
  })

  test('what is put before an element is as wide as that', () => {
    const ruled = (padding: string, rule: string, ...painted: readonly Area[]) => {
      const {raster, layout} = look([page, {tag: 'footer', h: 20, style: 1}], ...painted)
      const properties = ['padding-left', '::before']
      return {
        raster,
        layout: {
          ...layout,
          properties,
          styles: [
            ['', ''],
            [padding, rule],
          ],
        },
      }
    }
    const before = ruled('20px', '"" rgb(0, 0, 0) 335px')
    const ink = {x: 4, y: 4, w: 3, h: 3}
    expect(
      compareLooks(before, ruled('24px', '"" rgb(0, 0, 0) 327px', ink), exact)?.changes,
    ).toMatchObject([{property: 'padding-left'}])
    expect(
      compareLooks(before, ruled('20px', '"" rgb(0, 0, 0) 327px', ink), exact)?.changes,
    ).toMatchObject([{property: '::before'}])
  })

  test('another heading is text alone, though margins were noted as they came out when the page was approved', () => {
    const styled = (properties: readonly string[], margin: string, ...parts: readonly Part[]) => {
      const {raster, layout} = look([page, ...parts], ...parts.map(({y = 0}) => ({...ink, y})))
      const values = properties.map((name) => (name === 'width' ? '20px' : margin))
      return {raster, layout: {...layout, properties, styles: [values]}}
    }
    const ink = {x: 4, y: 0, w: 9, h: 3}
    const heading = (text: string, y: number) => ({tag: 'h1', text, y, w: 20, h: 8})
    const ofOld = ['margin-left', 'margin-top']
    const ofNow = ['width', 'margin-left', 'margin-top']
    const after = styled(ofNow, 'auto', heading('Tides', 5))
    const before = heading('A vote that nobody foresaw', 15)
    expect(compareLooks(styled(ofOld, '10px', before), after, exact)?.textOnly).toBe(true)
    expect(compareLooks(styled(ofNow, '10px', before), after, exact)?.textOnly).toBe(false)
  })

  describe('a change of style that shows nowhere', () => {
    const properties = ['gap', 'text-wrap']
    /** Two paragraphs and where they stand, with what is drawn in each. */
    const two = (
      style: readonly string[],
      texts: readonly string[],
      tops: readonly number[] = [0, 20],
      drawn = 4,
      edge = 0,
    ) => {
      const parts = texts.map((text, at) => ({
        tag: 'p',
        text,
        y: tops[at] ?? 0,
        w: 40,
        h: texts.length > 2 ? 13 : 20,
      }))
      const inked = (text: string) => (text.startsWith('new') ? 9 : drawn)
      const letters = parts.map(({y, text}) => ({x: 4, y: y + 4, w: inked(text), h: 3}))
      const edges = parts.slice(1).map(({y}) => ({x: 30, y: y + 9, w: edge, h: edge}))
      const {raster, layout} = look([page, ...parts], ...letters, ...edges)
      const boxes = layout.boxes.map((box) => ({...box, style: box.tag === 'p' ? 1 : 0}))
      return {raster, layout: {...layout, properties, styles: [['', ''], style], boxes}}
    }
    const before = two(['13px', 'wrap'], ['one', 'two'])
    const of = (after: ReturnType<typeof two>) => {
      const found = compareLooks(before, after, exact)
      return [found?.textOnly, found?.changes.map(({kind, property}) => property ?? kind).join()]
    }

    test('is none where words changed that one of those that have it does not hold', () => {
      expect(of(two(['0px', 'wrap'], ['one', 'new two']))).toEqual([true, 'text'])
    })

    test('is told where every element that has it holds changed words', () => {
      expect(of(two(['0px', 'wrap'], ['new one', 'new two']))).toEqual([false, 'text,gap,text'])
    })

    test('is told where something stands further off', () => {
      const moved = two(['0px', 'wrap'], ['one', 'new two'], [0, 24])
      expect(of(moved)).toEqual([false, 'gap,text'])
    })

    test.each([
      ['stands a pixel lower', [0, 14, 27], 0],
      ['has a dot that it had not', [0, 13, 26], 1],
    ])('is told where something %s, which text may do', (_, tops, dot) => {
      const texts = ['one', 'two', 'three']
      const approved = two(['13px', 'wrap'], texts, [0, 13, 26])
      const after = two(['0px', 'wrap'], ['new one', 'two', 'three'], tops, 4, dot)
      const found = compareLooks(approved, after, exact)
      expect(found?.textOnly).toBe(false)
      expect(found?.changes.map(({property}) => property)).toContain('gap')
    })

    test('is told where something is drawn otherwise', () => {
      const drawn = two(['0px', 'wrap'], ['one', 'new two'], [0, 20], 6)
      expect(of(drawn)).toEqual([false, 'gap,text'])
    })
  })

  test('what a mask covers that was not there when the page was approved is not looked at', () => {
    const clock = {tag: 'div', y: 10, w: 20, h: 10}
    const time = {tag: 'time', parent: 1, text: '12:00', y: 10, w: 20, h: 10}
    const before = look([page, clock, time], {x: 2, y: 12, w: 9, h: 3})
    const masked = [page, {...clock, masked: true as const}]
    expect(said(before, look(masked))).toBeUndefined()
    const after = look([...masked, {tag: 'hr', y: 30, h: 2}], {x: 0, y: 30, w: 40, h: 2})
    expect(said(before, after)).toEqual(['appeared hr'])
    // Where the approved picture is blank, somebody has to look at what is there now.
    expect(said(look(masked), before)).toEqual(['appeared time'])
  })

  test('what came may lie over what stands next in the page', () => {
    const bar = {tag: 'div', y: 10, h: 10}
    const note = {...size, w: 20, h: 20}
    const after = look([page, {tag: 'aside', ...note}, bar], note)
    expect(said(look([page, bar]), after)).toEqual(['appeared aside'])
  })

  test('of what moved by parts of a pixel letters may have gone further than its edge', () => {
    const cell = (y: number) => [page, {tag: 'td', text: 'English', y, w: 20, h: 12}]
    const letters = (y: number) => ({x: 2, y, w: 9, h: 3})
    const edge = (y: number) => ({x: 0, y, w: 20, h: 1})
    const before = look(cell(10), letters(13), edge(21))
    expect(said(before, look(cell(15), letters(19), edge(26)))).toEqual(['moved td'])
    expect(said(before, look(cell(15), letters(22), edge(26)))).toEqual(['redrawn td', 'moved td'])
  })
})

function byNumber(one: number, other: number): number {
  return one - other
}
