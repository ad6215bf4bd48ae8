import {openTranscripts} from '../io/transcripts.ts'
import type {Words} from '../model/publication.ts'
import type {EditionSummary} from '../model/run.ts'
import {transcriptText} from '../report/transcript-text.ts'

/** Writes what a screen reader says of each edition beside the report; gives the files by `locale/slug`. */
export async function editionTranscripts(
  editions: readonly EditionSummary[],
  report: string,
  words: Words,
): Promise<ReadonlyMap<string, string>> {
  const transcripts = await openTranscripts(report, false)
  const heard = editions.filter(({speech}) => speech.length > 0)
  for (const {locale, slug, speech} of heard) {
    transcripts.put(`${locale}/${slug}`, transcriptText(speech, words))
  }
  return transcripts.written(heard.map(({locale, slug}) => `${locale}/${slug}`))
}
