// Releases over and over until it is killed: `release.driver.ts OUT`. Each release is one letter
// through and through, so that a mix of two can be told.
import {letGo as release} from './let-go.ts'

const [out = ''] = process.argv.slice(2)
for (let turn = process.pid; ; turn++) {
  const letter = 'abcdefgh'[turn % 8] ?? 'a'
  await release(
    out,
    ['index.html', 'en/index.html', 'ko/index.html', 'assets/style.css'].map((path) => ({
      path,
      mediaType: 'text/plain',
      content: letter.repeat(20_000),
      locale: undefined,
      article: undefined,
      page: undefined,
    })),
  ).catch(() => {})
}
