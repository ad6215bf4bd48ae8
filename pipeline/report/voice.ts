import {speaker, type Speaker} from '../words/speaker.ts'
import type {ReportContext} from './context.ts'

/** Who speaks in a report that has one language: the one that `reportLanguage` asks for, else English. */
export function voiceOf({words, config}: Pick<ReportContext, 'words' | 'config'>): Speaker {
  return speaker(words, config.reportLanguage ?? 'en', 'en')
}
