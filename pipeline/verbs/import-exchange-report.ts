import type {BroughtBack} from '../translate/exchange/bring-back.ts'

/** One article's translation that came back. */
export interface BroughtArticle {
  readonly slug: string
  readonly locale: string
  readonly format: string
  readonly brought: BroughtBack
}

const words: Readonly<Record<BroughtBack['units'][number]['outcome'], string>> = {
  translated: 'translated',
  draft: 'drafts, to be looked at',
  restated: 'got another state or note',
  same: 'had this very translation',
  unchanged: 'are as they were exported',
  kept: 'kept the newer translation they have; the other is among the retired',
  emptied: 'were emptied in the file, and keep their translation',
  unknown: 'are not in the article; their texts are among the retired',
}

/** What an import of exchange files came to, for a machine and in words. */
export function exchangeReport(articles: readonly BroughtArticle[]) {
  const data = articles.map(({slug: article, locale, format, brought: {catalog, units}}) => {
    const came = new Set(units.map(({key}) => key))
    return {
      article,
      locale,
      format,
      counts: Object.fromEntries(
        Object.keys(words).map((name) => [
          name,
          units.filter(({outcome}) => outcome === name).length,
        ]),
      ),
      absent: catalog.units.filter(({key}) => !came.has(key)).length,
      untranslated: catalog.units.filter(({target}) => target === undefined).length,
      units,
    }
  })
  const lines = data.flatMap(({article, locale, format, counts, absent, untranslated}) => [
    `locales/${locale}/${article}.json, from ${format}:`,
    ...Object.entries(words).flatMap(([name, says]) => line(counts[name] ?? 0, says)),
    ...line(absent, 'are not in the file, and stay as they are'),
    ...line(untranslated, 'units are still without a translation'),
  ])
  return {data: {articles: data}, text: lines.join('\n')}
}

function line(number: number, says: string): readonly string[] {
  return number === 0 ? [] : [`${String(number).padStart(6)}  ${says}`]
}
