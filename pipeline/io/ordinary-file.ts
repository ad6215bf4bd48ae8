import {readFileSync, type Stats} from 'node:fs'

/** More than anybody writes by hand, in MB; several times as much ends a run for want of memory. */
const most = {article: 16, json: 64, other: 512} as const

/**
 * The bytes of a file of a publication. What is no file is refused, as whoever reads a pipe waits for
 * ever and some devices never end; and so is an article of more than 16 MB.
 *
 * @param stats of what the path leads to
 * @throws Error with a code, like the system's own
 */
export function readOrdinary(path: string, stats: Stats): Buffer {
  if (!stats.isFile() && !stats.isDirectory()) throw refused('ENXIO', 'it is not an ordinary file')
  const megabytes =
    most[/\.mdx?$/i.test(path) ? 'article' : /\.json$/i.test(path) ? 'json' : 'other']
  if (stats.size > megabytes * 2 ** 20) throw refused('EFBIG', `it is larger than ${megabytes} MB`)
  return readFileSync(path)
}

function refused(code: string, message: string): Error {
  return Object.assign(new Error(message), {code})
}
