import {join} from 'node:path'
import {closest, distance} from 'fastest-levenshtein'
import {readBaselines} from '../io/baselines.ts'
import {withLock} from '../io/lock.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {whoever} from '../io/whoever.ts'
import {fits} from '../model/fits.ts'
import type {Host} from '../host.ts'
import type {Decider} from '../model/approval.ts'
import {PipelineError} from '../model/error.ts'
import {publish} from '../publish.ts'
import {decideInBrowser} from './approve-page.ts'
import {openHost} from './host.ts'
import {refuseBeside} from './refuse-beside.ts'
import type {Call, ExitCode, Verb} from './verb.ts'

/** The options of every way to decide on pictures. */
export const decisionOptions: Verb['options'] = {
  by: {type: 'string', value: 'NAME', about: "who decides; else git's user.name"},
  reason: {type: 'string', value: 'TEXT', about: 'why, for whoever asks later'},
}

/** `galley approve`: the pages look right as they are now. */
export const approve: Verb = {
  name: 'approve',
  operands: '[PAGE …]',
  summary: 'approve how pages look now, as the pictures later runs are compared with',
  about:
    'Takes a picture of every page in every view and keeps it in tests/baselines/, with the versions\n' +
    'of browser and fonts it was taken with. Name pages (en/index.html, ko/*) to approve only those.\n' +
    'With --serve a page, on this machine alone, shows what changed: old, new, difference and why, with\n' +
    'one key to accept (a) or reject (r).\n' +
    'Who approved what, and why, is a line in tests/baselines/approvals.jsonl. With --reject the\n' +
    'pictures are not kept, and hold their editions until the pages look otherwise.\n' +
    'Commit the folder: it is what a later run is compared with.',
  options: {
    ...decisionOptions,
    serve: {type: 'boolean', about: 'look at old, new and difference in a page, and decide there'},
    port: {type: 'string', value: 'N', about: 'port of that page; 8090, or the next free one'},
    reject: {type: 'boolean', about: 'say that these pages do not look right; needs a --reason'},
  },
  async run(call) {
    const root = findPublication(call.folder)
    const out = join(root, 'out')
    if (call.has('reject') && (call.value('reason') ?? '') === '') {
      throw new PipelineError(
        'usage',
        'Nothing says why these pages are rejected.',
        'For example: galley approve ko/index.html --reject --reason "The headline is cut off."',
      )
    }
    refuseBeside(call, 'reject', ['serve'], 'In the page that --serve opens, r rejects.')
    const decider = await deciderOf(call, root)
    const publication = await readPublication(root)
    const host = await openHost(root, publication, {save: false, release: false}, call)
    try {
      const pictured = [...(await readBaselines(join(root, 'tests/baselines'))).keys()]
      const naming = withNames(host, call.operands, pictured)
      const run = await withLock(out, () => publish(publication, naming))
      const {pages, views} = run
      if (pages === 0) throw nothingToApprove()
      call.tell(host.clear())
      const only = (page: string) => isNamed(page, call.operands)
      if (call.has('serve')) {
        await host.close()
        const cache = join(root, '.galley/cache')
        const {words, config} = publication
        const {browser} = host
        const deciding = {run, browser, cache, words, config, decider, only}
        return told(call, await decideInBrowser(call, deciding))
      }
      const isRejected = call.has('reject')
      const changed = await host.browser[isRejected ? 'reject' : 'approve'](only, decider)
      const title = isRejected ? 'Rejected' : 'Approved'
      call.print(
        call.has('json')
          ? JSON.stringify(
              {[isRejected ? 'rejected' : 'changed']: changed, views, by: decider.by},
              null,
              2,
            )
          : changed.length === 0
            ? 'Every approved picture is as it was.'
            : `${title} by ${decider.by} in ${views.length} views:\n${changed.map((page) => `  ${page}`).join('\n')}`,
      )
      return 0
    } finally {
      await host.close()
    }
  },
}

function told(
  call: Call,
  {
    accepted,
    rejected,
    of,
  }: {readonly accepted: number; readonly rejected: number; readonly of: number},
): ExitCode {
  const open = of - accepted - rejected
  call.tell(`${accepted} accepted, ${rejected} rejected, ${open} left open.\n`)
  return 0
}

function nothingToApprove(): PipelineError {
  return new PipelineError(
    'nothing-to-approve',
    'There is no page to approve.',
    'Ingest an article first.',
  )
}

/** Who decides now, and why, as the command line says. */
export async function deciderOf(call: Call, root: string): Promise<Decider> {
  const by = call.value('by')?.trim() ?? (await whoever(root))
  if (by === '') {
    throw new PipelineError(
      'usage',
      'Nobody is named who decides.',
      'Name somebody: --by "Kim Min"; or set git config user.name.',
    )
  }
  return {at: new Date().toISOString(), by, reason: (call.value('reason') ?? '').trim()}
}

/**
 * The same host, which looks at no page before all that were named are known to be there.
 *
 * @param pictured pages that have approved pictures, also those that are gone
 */
export function withNames(host: Host, names: readonly string[], pictured: readonly string[]): Host {
  let isKnown = false
  return {
    ...host,
    capture(renditions) {
      const pages = renditions.filter(({page}) => page !== undefined).map(({path}) => path)
      // Later ones of a run are without the editions that are held.
      if (!isKnown) for (const name of names) mustBePage(name, [...pages, ...pictured])
      isKnown = true
      return host.capture(renditions)
    },
  }
}

/** @throws PipelineError `usage` where no page is meant by the name, with the nearest that there is */
export function mustBePage(name: string, pages: readonly string[]): void {
  if (pages.some((page) => isNamed(page, [name]))) return
  const forms = pages.flatMap((page) => [page, page.replace(/\/?index\.html$/, '')])
  const near = closest(
    name.replace(/^\/+|\/+$/g, ''),
    forms.filter((form) => form !== ''),
  )
  const isNear =
    near !== undefined && distance(name, near) <= Math.max(3, Math.ceil(near.length / 2))
  throw new PipelineError(
    'usage',
    `There is no page "${name}".${isNear ? ` Did you mean "${near}"?` : ''}`,
    'Pages are named as they lie in the release: en/index.html, ko/*, or by their folder.',
  )
}

/** Whether a page is among those named; all are where none is. `*` stands for any characters. */
function isNamed(page: string, names: readonly string[]): boolean {
  if (names.length === 0) return true
  return names.some((name) => {
    const bare = name.replace(/^\/+/, '')
    return [bare, `${bare}index.html`, `${bare}/index.html`].some((form) => fits(form, page))
  })
}
