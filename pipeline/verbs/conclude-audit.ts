import {join, relative} from 'node:path'
import type {Settings} from '../io/audit/settings.ts'
import {openCache} from '../io/cache.ts'
import {shownPictures} from '../io/pictures.ts'
import type {Transcripts} from '../io/transcripts.ts'
import type {Picture} from '../model/finding.ts'
import type {Run} from '../model/run.ts'
import {picturesTold} from '../report/pictures-told.ts'
import {recorded} from './ratchet.ts'
import type {Call, ExitCode} from './verb.ts'
import {writeReports, type Wanted} from './write-reports.ts'

/** Writes and prints what an audit came to, and gives its exit code. */
export async function concludeAudit(
  call: Call,
  result: Run,
  {root, config, words}: Settings,
  out: string,
  wanted: readonly Wanted[],
  transcripts: Transcripts,
  since: string | undefined,
): Promise<ExitCode> {
  const pictures = await shownPictures(
    picturesTold(result.verdict.findings),
    openCache(join(root, '.galley/cache')),
  )
  const known = {
    words,
    config,
    pictures: ({sha256}: Picture) => pictures.get(sha256),
    transcripts: await transcripts.written(
      (result.audited ?? []).map(({path}) => path),
      since,
    ),
    since: since && relative(call.cwd, since),
    reportPath: relative(call.cwd, join(out, 'index.html')),
    releasePath: undefined,
  }
  await writeReports(call, result, root, known, out, wanted)
  return recorded(result, config, root, call)
}
