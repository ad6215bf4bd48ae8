import {expect, test} from 'vitest'
import {stateContrast} from '../../../pipeline/check/browser/state-contrast.ts'

test('text that is too pale under a pointer in light colours and in dark ones is told of once', () => {
  const pale = (scheme: 'light' | 'dark', selector: string) =>
    ({state: 'hover', scheme, selector, context: '<button>Send</button>', contrast: null}) as const
  const findings = stateContrast.judge(
    [pale('dark', '#both'), pale('dark', '#night'), pale('light', '#both')],
    {
      page: 'en/a/index.html',
      view: {name: 'desktop-light', width: 1280, height: 800, scheme: 'light'},
      locale: 'en',
      article: 'a',
    },
  )
  expect(findings.map(({place, message}) => [place.selector, message.key])).toEqual([
    ['#night', 'browser/state-contrast/hover-dark'],
    ['#both', 'browser/state-contrast/hover-light'],
  ])
})
