import type {Run} from '../model/run.ts'
import type {Call} from './verb.ts'

/**
 * Do what comes after a release: pictures, transcripts, reports. Where that fails, as on a disk that
 * is full, it is said that readers have the release all the same.
 */
export async function onceReleased<Result>(
  call: Pick<Call, 'tell'>,
  release: Run['release'],
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    if (release?.changed === true) {
      call.tell(
        `\nRelease ${release.id.slice(0, 12)} is live. What comes after it, its report, failed:\n`,
      )
    }
    throw cause
  }
}
