import {readFileSync, readdirSync} from 'node:fs'
import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {chanceFrom} from '../chance-from.ts'

const styles = `
:root { color-scheme: light dark }
body { font: 1.0625rem/1.7 sans-serif; margin: 0 auto; max-width: 44rem; padding: 1rem }
:lang(ko) { word-break: keep-all; overflow-wrap: break-word }
nav ul { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; padding: 0 }
nav a { display: inline-block; padding: 0.5rem }
.table { overflow-x: auto } table { border-collapse: collapse } th, td { padding: 0.5rem }
@media print { nav { display: none } }
`

const wordsOf = {
  en: {home: 'Front page', world: 'World', skip: 'Skip to the article', year: 'Year', sold: 'Sold'},
  ko: {home: '첫 화면', world: '국제', skip: '기사로 건너뛰기', year: '연도', sold: '판매'},
}

/**
 * Writes a folder of pages as another tool might have built them: articles of about 1,000 words,
 * English and Korean by turns, of the sentences in `tests/fixtures`; every one of them different.
 */
export async function writePages(folder: string, count: number): Promise<void> {
  const random = chanceFrom(20_261_125)
  const texts = {en: sentencesOf('en'), ko: sentencesOf('ko')}
  await mkdir(folder, {recursive: true})
  await writeFile(join(folder, 'style.css'), styles)
  for (let index = 0; index < count; index++) {
    const locale = index % 2 === 0 ? 'en' : 'ko'
    const pick = () => texts[locale][Math.floor(random() * texts[locale].length)] ?? ''
    await writeFile(join(folder, `article-${index}.html`), page(locale, index, pick))
  }
}

function page(locale: 'en' | 'ko', index: number, pick: () => string): string {
  const words = wordsOf[locale]
  const headline = `${index}: ${pick()}`
  const paragraph = () => `<p>${Array.from({length: 4}, pick).join(' ')}</p>`
  const section = (id: number) =>
    `<h2 id="part-${id}">${pick()}</h2>${Array.from({length: 3}, paragraph).join('\n')}`
  const rows = Array.from(
    {length: 6},
    (_, row) => `<tr><td>${2019 + row}</td><td>${row * 7}</td></tr>`,
  )
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${headline}</title>
<link rel="stylesheet" href="style.css">
<a href="#article">${words.skip}</a>
<nav aria-label="${words.home}"><ul>
<li><a href="article-0.html">${words.home}</a></li><li><a href="article-1.html">${words.world}</a></li>
</ul></nav>
<main id="article" tabindex="-1">
<h1>${headline}</h1>
${[1, 2, 3, 4].map(section).join('\n')}
<div class="table" tabindex="0" role="region" aria-label="${words.sold}"><table>
<caption>${words.sold}</caption>
<thead><tr><th scope="col">${words.year}</th><th scope="col">${words.sold}</th></tr></thead>
<tbody>${rows.join('')}</tbody>
</table></div>
</main>
</html>
`
}

/** Plain sentences of the pairs of documents among the fixtures. */
function sentencesOf(locale: 'en' | 'ko'): readonly string[] {
  const folder = new URL('../../fixtures/translate/pairs/', import.meta.url)
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((path) =>
    path.endsWith('.md'),
  )
  const isKorean = /[가-힣]/
  return files.flatMap((path) =>
    readFileSync(new URL(path, folder), 'utf8')
      .split('\n')
      .filter((line) => /^[\p{L}][^<>&{}[\]`*_|#\\]{40,200}[.다]\.?$/u.test(line))
      .filter((line) => isKorean.test(line) === (locale === 'ko')),
  )
}
