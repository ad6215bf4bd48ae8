import {expect, test} from 'vitest'
import type {Probe} from '../../pipeline/io/look.ts'
import {edition, rendered} from '../render/sample.ts'
import {open, strict} from '../support/browser.ts'

/** What readers ask, and what they are shown: what the status says, and the headlines. */
const probe: Probe = {
  id: 'test/search',
  every: 'widest',
  probe: (tab) =>
    tab.evaluate(
      async (queries: readonly string[]) => {
        const field = document.querySelector<HTMLInputElement>('.finder input')
        const status = document.querySelector('[role=status]')
        if (field === null) return []
        const answers: [string, string, string[]][] = []
        for (const query of queries) {
          field.value = query
          field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}))
          await new Promise((resolve) => setTimeout(resolve, 600))
          const links = [...document.querySelectorAll('.results a')]
          answers.push([
            query,
            status?.textContent ?? '',
            links.map((one) => one.textContent ?? ''),
          ])
        }
        return answers
      },
      ['의회', '도서관을', '예산 도서관', '없는말', 'library'],
    ),
}

test('readers find articles by words, in compounds and with any particle', async () => {
  const {renditions} = rendered(
    [
      edition({slug: 'a', locale: 'ko', headline: '시의회 소식', text: '도서관 예산을 다뤘다.'}),
      edition({slug: 'b', locale: 'ko', headline: '도서관이 열렸다', text: '시민이 반겼다.'}),
      edition({slug: 'c', locale: 'en', headline: 'Libraries', text: 'Old libraries close.'}),
    ],
    [],
    {search: true},
  )
  const browser = await open({url: 'https://galley.example/', policy: strict, probes: [probe]})
  try {
    const {captures} = await browser.capture(
      renditions.filter(({page}) => page === 'search' || page === undefined),
    )
    const seen = (page: string) =>
      captures.find((one) => one.page === page && one.evidence[probe.id] !== undefined)?.evidence[
        probe.id
      ]
    expect(seen('ko/search/index.html')).toEqual([
      ['의회', '찾은 기사 1건', ['시의회 소식']],
      ['도서관을', '찾은 기사 2건', ['도서관이 열렸다', '시의회 소식']],
      ['예산 도서관', '찾은 기사 1건', ['시의회 소식']],
      ['없는말', '이 낱말이 들어 있는 기사가 없습니다.', []],
      ['library', '이 낱말이 들어 있는 기사가 없습니다.', []],
    ])
    expect(seen('en/search/index.html')).toMatchObject({
      4: ['library', 'Articles found: 1', ['Libraries']],
    })
  } finally {
    await browser.close()
  }
})
