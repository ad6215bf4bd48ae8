import {describe, expect, test} from 'vitest'
import type {PublicationConfig} from '../../pipeline/model/publication.ts'
import {all, edition, page, rendered, textOf} from './sample.ts'

const waiver = {
  check: 'axe/color-contrast',
  selector: undefined,
  unit: undefined,
  owner: 'desk',
  expires: '2027-01-01',
}
const policy: PublicationConfig['policy'] = {
  state: {},
  missing: {},
  stale: {},
  block: [],
  together: false,
  tolerance: {channel: 0, pixels: 0},
  waivers: [
    {...waiver, file: '*', reason: 'The chart’s legend is faint.'},
    {...waiver, file: 'ko/*', reason: 'A caption in Korean is faint.'},
  ],
}
const both = [edition({}), edition({locale: 'ko', text: '글이다.'})]

describe('the statement on accessibility', () => {
  test('names what is known to be wrong in its language, and whom to tell of more', () => {
    const out = rendered(both, [], {policy, contact: 'access@paper.example'})
    const english = page(out, 'en/accessibility/index.html')
    expect(all(english, 'li').map(textOf)).toContain('The chart’s legend is faint.')
    expect(textOf(english)).not.toContain('A caption in Korean')
    const links = all(english, 'a').map(({properties}) => properties['href'])
    expect(links).toContain('mailto:access@paper.example')

    const korean = page(out, 'ko/accessibility/index.html')
    const faint = all(korean, 'li').find((one) => textOf(one).startsWith('The chart’s'))
    expect(faint?.properties['lang']).toBe('en')
    expect(textOf(korean)).toContain('A caption in Korean')
  })

  test('names no waiver of a translation, and says that older errors go out', () => {
    const known = [{fingerprint: '0', check: 'axe/label', file: 'ko/one/index.html', count: 1}]
    const waivers = [
      {...waiver, check: 'translation/numbers', file: '*', reason: 'It was rounded.'},
    ]
    const out = rendered(both, [], {policy: {...policy, waivers, known}})
    const english = textOf(page(out, 'en/accessibility/index.html'))
    expect(english).not.toContain('It was rounded.')
    expect(english).toContain('The checks have found none.')
    const korean = textOf(page(out, 'ko/accessibility/index.html'))
    expect(korean).toContain('아직 고치지 못한 것이 있습니다.')
    expect(korean).not.toContain('발견된 문제는 없습니다')
  })

  test('names no waiver whose last day has passed, and is written anew when one has', () => {
    const waivers = [
      {...waiver, file: '*', reason: 'The legend was faint.', expires: '2025-01-13'},
      {...waiver, file: '*', reason: 'The caption is faint.', expires: '2025-01-14'},
    ]
    const out = rendered(both, [], {policy: {...policy, waivers}})
    const english = textOf(page(out, 'en/accessibility/index.html'))
    expect(english).not.toContain('The legend was faint.')
    expect(english).toContain('The caption is faint.')
    expect(out.until).toBe(Date.parse('2025-01-14T23:59:59.999Z'))
  })

  test('names no waiver that excuses nothing, for want of a day that there is', () => {
    const waivers = [{...waiver, file: '*', reason: 'It is faint.', expires: '2027-02-31'}]
    const out = rendered(both, [], {policy: {...policy, waivers}})
    expect(textOf(page(out, 'en/accessibility/index.html'))).not.toContain('It is faint.')
  })

  test('says that nothing is known where nothing is, and is linked from every page', () => {
    const out = rendered(both, [], {contact: 'https://paper.example/help'})
    const english = page(out, 'en/accessibility/index.html')
    expect(textOf(english)).toContain('The checks have found none.')
    for (const path of ['en/index.html', 'en/one/index.html']) {
      const links = all(page(out, path), 'a').map(({properties}) => properties['href'])
      expect(links).toContain('/en/accessibility/')
    }
  })
})
