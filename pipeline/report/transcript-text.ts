import type {Words} from '../model/publication.ts'
import type {ReportedSpeech} from '../model/run.ts'
import {speaker} from '../words/speaker.ts'
import {clean} from './clean.ts'
import {transcribe} from './transcript.ts'

/**
 * A page’s transcript as a text to keep and compare, a line an utterance: in the page’s own
 * language where there are words for it, else in English.
 */
export function transcriptText(speech: ReportedSpeech, words: Words): string {
  const [page] = speech
  const lang = page?.lang ?? 'en'
  const own = [lang, lang.replace(/-.*/, '')].find((tag) => words[tag]?.['report'] !== undefined)
  const lines = transcribe(speech, speaker(words, own ?? 'en', 'en'))
  return lines.map(({text}) => `${clean(text)}\n`).join('')
}
