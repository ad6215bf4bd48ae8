import {join} from 'node:path'
import {withLock} from '../io/lock.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {PipelineError} from '../model/error.ts'
import {publish} from '../publish.ts'
import {openHost} from './host.ts'
import type {ExitCode, Verb} from './verb.ts'

/** `galley approve`: the pages look right as they are now. */
export const approve: Verb = {
  name: 'approve',
  operands: '[PAGE …]',
  summary: 'approve how pages look now, as the pictures later runs are compared with',
  about:
    'Takes a picture of every page in every view and keeps it in tests/baselines/, with the versions\n' +
    'of browser and fonts it was taken with. Name pages (en/index.html, ko/*) to approve only those.\n' +
    'Commit the pictures: they are what a later run is compared with.',
  options: {},
  async run(call) {
    const root = findPublication(call.folder)
    const out = join(root, 'out')
    return withLock<ExitCode>(out, async () => {
      const publication = await readPublication(root)
      const host = await openHost(root, publication, {save: false, release: false}, call)
      try {
        const {pages, views} = await publish(publication, host)
        if (pages === 0) {
          throw new PipelineError(
            'nothing-to-approve',
            'There is no page to approve.',
            'Ingest an article first.',
          )
        }
        const changed = await host.browser.approve((page) => isNamed(page, call.operands))
        call.tell(host.clear())
        call.print(
          call.has('json')
            ? JSON.stringify({changed, views}, null, 2)
            : changed.length === 0
              ? 'Every approved picture is as it was.'
              : `Approved in ${views.length} views:\n${changed.map((page) => `  ${page}`).join('\n')}`,
        )
        return 0
      } finally {
        await host.close()
      }
    })
  },
}

/** Whether a page is among those named; all are where none is. `*` stands for any characters. */
function isNamed(page: string, names: readonly string[]): boolean {
  if (names.length === 0) return true
  return names.some((name) => {
    const pattern = name
      .replace(/^\/+/, '')
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('.*')
    return new RegExp(`^${pattern}(?:index\\.html|/index\\.html)?$`).test(page)
  })
}
