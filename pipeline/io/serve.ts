import {createServer, type Server} from 'node:http'
import {PipelineError} from '../model/error.ts'
import {answer, securityHeaders} from './answer.ts'
import {currentRelease, type StandingRelease} from './release.ts'

/** A running server. */
export interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serve the live release of an output folder on the loopback address, with the headers it should
 * have in public. A new release shows without a restart.
 *
 * @param base the path that the publication has on its host, with a slash at both ends
 * @param port 0 takes any free port; a port that is taken gives way to one of the next twenty
 * @throws PipelineError `no-release`, `busy`
 */
export async function serve(
  out: string,
  {port, base}: {readonly port: number; readonly base: string},
): Promise<Served> {
  let shown: readonly StandingRelease[] = await latest(out, [])
  if (shown.length === 0) {
    throw new PipelineError(
      'no-release',
      'Nothing has been released yet.',
      'Publish with `galley publish`.',
    )
  }
  const server = createServer((request, response) => {
    latest(out, shown)
      .then((releases) => answer((shown = releases), request, response, base))
      .catch(() => {
        if (!response.headersSent) response.writeHead(500, securityHeaders)
        response.end()
      })
  })
  return listen(server, port, base)
}

/**
 * The live release, and behind it those shown before: a page that is still open may yet ask for
 * its own assets. None where what is live is damaged.
 */
async function latest(
  out: string,
  shown: readonly StandingRelease[],
): Promise<readonly StandingRelease[]> {
  const live = await currentRelease(out, shown[0])
  if (live === undefined || live === shown[0]) return live === undefined ? [] : shown
  return [live, ...shown].slice(0, 3)
}

/**
 * Listen on the loopback address: on this port, or one of the next twenty where it is taken.
 *
 * @param base path that what is served lies at, with a slash at both ends
 * @throws PipelineError `busy`
 */
export async function listen(server: Server, port: number, base: string): Promise<Served> {
  const bound = await bind(server, port)
  return {
    url: `http://127.0.0.1:${bound}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function bind(server: Server, port: number): Promise<number> {
  const last = port === 0 ? 0 : Math.min(port + 20, 65_535)
  for (let tried = port; tried <= last; tried++) {
    const code = await new Promise<string | undefined>((resolve) => {
      const fail = (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message)
      server.once('error', fail)
      server.listen(tried, '127.0.0.1', () => {
        server.off('error', fail)
        resolve(undefined)
      })
    })
    const address = server.address()
    if (code === undefined) return typeof address === 'object' && address ? address.port : tried
    if (code !== 'EADDRINUSE') {
      throw new PipelineError(
        'busy',
        code === 'EACCES'
          ? `You may not listen on port ${tried}.`
          : `Port ${tried} of 127.0.0.1 cannot be listened on: ${code}.`,
        'Name a port above 1023 with --port N.',
      )
    }
  }
  throw new PipelineError(
    'busy',
    `Port ${port} is taken, and so are those after it up to ${last}.`,
    'Name a free one with --port N, or --port 0 for any.',
  )
}
