import {resolve} from 'node:path'
import {heardIn} from '../check/speech.ts'
import {transcriptsIn} from '../io/kept-transcripts.ts'
import type {Transcripts} from '../io/transcripts.ts'
import {PipelineError} from '../model/error.ts'
import type {Words} from '../model/publication.ts'
import type {Capture} from '../model/tab.ts'
import {transcriptText} from '../report/transcript-text.ts'
import type {OpenHost} from './host.ts'
import type {Call} from './verb.ts'

/** The same host, which writes down what a screen reader says of each page that it looks at. */
export function listening(host: OpenHost, transcripts: Transcripts, words: Words): OpenHost {
  return {
    ...host,
    async capture(renditions) {
      const sighting = await host.capture(renditions)
      for (const capture of sighting.captures) {
        takeDown(transcripts, capture.page, [capture], words)
      }
      return sighting
    },
  }
}

/** Writes down what was heard of a page, where somebody listened. */
export function takeDown(
  transcripts: Transcripts,
  page: string,
  captures: readonly Capture[],
  words: Words,
): void {
  const heard = captures.map(heardIn).find((one) => one !== undefined)
  if (heard !== undefined) transcripts.put(page, transcriptText(heard, words), heard[0]?.lang)
}

/**
 * The folder of transcripts that `--since` names; `undefined` where it is not there.
 *
 * @param report the folder that this run writes to
 * @throws PipelineError `usage` where it holds none, or this run writes over them
 */
export async function sinceNamed(call: Call, report: string): Promise<string | undefined> {
  const named = call.value('since')
  if (named === undefined) return undefined
  const folder = resolve(call.cwd, named)
  if (folder !== report) return transcriptsIn(folder)
  throw new PipelineError(
    'usage',
    `This run writes its own report to ${named}.`,
    'Move the earlier report elsewhere, and name that folder.',
  )
}
