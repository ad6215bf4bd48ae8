import {join, relative} from 'node:path'
import {keepSources} from '../io/kept-sources.ts'
import {keepTranscripts, liveTranscripts} from '../io/kept-transcripts.ts'
import {withLock} from '../io/lock.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {recover} from '../io/release.ts'
import {openTranscripts} from '../io/transcripts.ts'
import type {Picture} from '../model/finding.ts'
import type {Run} from '../model/run.ts'
import {publish} from '../publish.ts'
import {wantedPortraits, withPortraits} from '../report/portraits.ts'
import {openHost, type Effects, type OpenHost} from './host.ts'
import {withOpinions} from './opinions.ts'
import {listening, sinceNamed} from './listening.ts'
import {onceReleased} from './once-released.ts'
import {judgedBy, publishKnowing, recorded} from './ratchet.ts'
import {stoppable} from './stoppable.ts'
import {releasedOf, takeAway} from './take-away.ts'
import type {Call, ExitCode} from './verb.ts'
import {wantedReports, writeReports} from './write-reports.ts'

/** The same run, with pictures of the elements that its findings are about. */
async function illustrated(result: Run, host: OpenHost): Promise<Run> {
  const {verdict} = result
  const taken = await host.portray(wantedPortraits(verdict.findings))
  return {...result, verdict: {...verdict, findings: withPortraits(verdict.findings, taken)}}
}

/** Run the pipeline for `publish`, `check` and `release`, and report. */
export async function run(call: Call, effects: Effects): Promise<ExitCode> {
  const wanted = wantedReports(call)
  const root = findPublication(call.folder)
  const out = join(root, 'out')
  return withLock(out, async () => {
    if (effects.release) await recover(out)
    const read = await readPublication(root)
    const judging = await judgedBy(read.config, read.words, root, call)
    const publication = {...read, config: await withOpinions(judging, call)}
    const named = await sinceNamed(call, join(out, 'report'))
    const live = await liveTranscripts(out)
    const report = join(out, 'report')
    const transcripts = await openTranscripts(report, true)
    const opened = await openHost(root, publication, effects, call)
    const host = listening(opened, transcripts, publication.words)
    const unstoppable = stoppable(call, host)
    try {
      const judged = await (call.has('record') ? publishKnowing : publish)(publication, host)
      const mayTakeAway =
        effects.release && judged.release === undefined && host.refusal() === undefined
      const published = mayTakeAway
        ? {...judged, release: await takeAway(root, publication, host, call)}
        : judged
      const {release} = published
      if (release && release.without === undefined) {
        const {bundles} = host
        await onceReleased(call, release, () =>
          keepSources(out, release.id, {publication, bundles, editions: releasedOf(judged)}),
        )
      }
      const result = await onceReleased(call, release, async () => {
        const shown = await illustrated(published, host)
        const pictures = await host.pictures(shown)
        // Where nothing has changed for readers, only the words of transcripts can have.
        const since = named ?? (release?.changed === false ? undefined : live)
        const heard = await transcripts.written(undefined, since)
        if (release && release.without === undefined) {
          const released = shown.judged.flatMap((page) => heard.get(page)?.file ?? [])
          await keepTranscripts(out, release.id, report, released)
        }
        const known = {
          words: publication.words,
          config: publication.config,
          pictures: ({sha256}: Picture) => pictures.get(sha256),
          reportPath: 'out/report/index.html',
          transcripts: heard,
          since: since && relative(call.cwd, since),
          releasePath: release === undefined ? undefined : `out/releases/${release.id}`,
        }
        call.tell(host.clear())
        await writeReports(call, shown, root, known, report, wanted)
        return shown
      })
      const refusal = host.refusal()
      if (refusal !== undefined) throw refusal
      return await recorded(result, publication.config, root, call)
    } finally {
      unstoppable()
      await host.close()
    }
  })
}
