import {PipelineError} from '../model/error.ts'

/**
 * The moment of a build in milliseconds: the clock's, or the one that `SOURCE_DATE_EPOCH` names, so
 * that a build can be made again (https://reproducible-builds.org/specs/source-date-epoch/).
 *
 * @throws PipelineError `usage`
 */
export function momentOfBuild(): number {
  const given = process.env['SOURCE_DATE_EPOCH']
  if (given === undefined || given === '') return Date.now()
  const milliseconds = Number(given) * 1000
  if (/^\d+$/.test(given) && milliseconds <= 8.64e15) return milliseconds
  throw new PipelineError(
    'usage',
    `SOURCE_DATE_EPOCH is "${given}", which is no moment.`,
    'Give whole seconds since 1970, for example of the last commit: `git log -1 --format=%ct`.',
  )
}
