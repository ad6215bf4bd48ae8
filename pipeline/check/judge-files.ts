import type {Made} from './evidence.ts'
import type {FileCheck} from './file/file-check.ts'
import {failed, onPage, trial, type Trial} from './trial.ts'

/** Files to take along; a strange site's are not looked at. */
export function judgeFiles(
  checks: readonly FileCheck[],
  {renditions, files}: Pick<Made, 'renditions' | 'files'>,
): readonly Trial[] {
  if (files === undefined) return []
  const pages = new Map(
    renditions.flatMap((one) =>
      one.page === 'article' ? [[`${one.locale} ${one.article}`, one] as const] : [],
    ),
  )
  const seenAt = new Map(files.map((one) => [one.path, one]))
  return checks.flatMap((check) =>
    renditions
      .filter(({mediaType}) => mediaType === check.mediaType)
      .map((file) => {
        const {seen, failure} = seenAt.get(file.path) ?? {}
        if (seen === undefined) {
          return failed(check, onPage(file), failure ?? 'no evidence was gathered')
        }
        const page = pages.get(`${file.locale} ${file.article}`)
        return trial(check, onPage(file), () => check.judge(seen, file, page))
      }),
  )
}
