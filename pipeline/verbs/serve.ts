import {join} from 'node:path'
import {findPublication, readPublication} from '../io/publication.ts'
import * as server from '../io/serve.ts'
import {PipelineError} from '../model/error.ts'
import {watchAndServe} from './preview.ts'
import type {Verb} from './verb.ts'

/** `galley serve`: show the live release, or the working copy, on this machine. */
export const serve: Verb = {
  name: 'serve',
  operands: '',
  summary: 'show the live release on this machine; with --watch the working copy, as it is edited',
  about:
    'Serves out/current on the loopback address only, with the caching headers and the strict\n' +
    'Content-Security-Policy it should have in public. A new release shows without a restart.\n' +
    'With --watch it renders the working copy instead, drafts too, and again whenever an article, a\n' +
    'locale file, a template or a style changes; open pages follow. Nothing is checked, written or\n' +
    'released. What is wrong stands on the page, with its file and line.',
  options: {
    watch: {type: 'boolean', about: 'show the working copy, and follow every change'},
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
    const root = findPublication(folder)
    const {url, close} = has('watch')
      ? await watchAndServe(root, {port}, (line) => tell(`${line}\n`))
      : await server.serve(join(root, 'out'), {port, base: await baseOf(root)})
    const what = has('watch') ? 'working copy' : 'live release'
    print(has('json') ? JSON.stringify({url}) : `Serving the ${what} at ${url}`)
    tell('Stop with Ctrl+C.\n')
    await stopped()
    await close()
    return 0
  },
}

/** The path that the publication has on its host. */
async function baseOf(root: string): Promise<string> {
  const {config} = await readPublication(root)
  return new URL(config.url).pathname
}
