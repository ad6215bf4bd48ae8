import {join} from 'node:path'
import {findPublication} from '../io/publication.ts'
import * as server from '../io/serve.ts'
import {PipelineError} from '../model/error.ts'
import type {Verb} from './verb.ts'

/** `galley serve`: show the live release on this machine. */
export const serve: Verb = {
  name: 'serve',
  operands: '',
  summary: 'show the live release in a browser on this machine',
  about:
    'Serves out/current on the loopback address only, with the caching headers and the strict\n' +
    'Content-Security-Policy it should have in public. A new release shows without a restart.',
  options: {
    port: {type: 'string', value: 'N', about: 'port to listen on; 8080, or the next free one'},
  },
  async run({folder, value, has, print, tell, stopped}) {
    const asked = value('port')
    const port = Number(asked ?? 8080)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new PipelineError(
        'usage',
        `"${asked}" is not a port.`,
        'Use a number from 0 to 65535; 0 takes any free port.',
      )
    }
    const {url, close} = await server.serve(join(findPublication(folder), 'out'), {port})
    print(has('json') ? JSON.stringify({url}) : `Serving the live release at ${url}`)
    tell('Stop with Ctrl+C.\n')
    await stopped()
    await close()
    return 0
  },
}
