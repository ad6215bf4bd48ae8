import {mkdir} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {conclude} from '../audit-verdict.ts'
import {findPa11yCi, readPa11yCi} from '../io/audit/pa11y-ci.ts'
import {readPart, unfinishedPart, writePart} from '../io/audit/results.ts'
import {writeAtomic} from '../io/files.ts'
import {openTranscripts, type Transcripts} from '../io/transcripts.ts'
import {withLock} from '../io/lock.ts'
import {readSettings} from '../io/audit/settings.ts'
import {PipelineError} from '../model/error.ts'
import type {AuditPart, PassedBy} from '../model/audit.ts'
import {pictureOptions, withMasks} from './audit-pictures.ts'
import {concludeAudit} from './conclude-audit.ts'
import {sinceNamed} from './listening.ts'
import {opinionOptions, withOpinions} from './opinions.ts'
import {passedBy, refuseOtherPolicy} from './passed-by.ts'
import type {PublicationConfig} from '../model/publication.ts'
import {judgedBy, knowing, ratchetOptions} from './ratchet.ts'
import type {Call, ExitCode, Verb} from './verb.ts'
import {refuseBeside} from './refuse-beside.ts'
import {refuseOut} from './refuse-out.ts'
import {reportOptions, wantedReports} from './write-reports.ts'
import {auditPart} from './audit-part.ts'
import {shardOf} from './shard.ts'

/** `galley audit TARGET`: the gate for pages that Galley did not build. */
export const audit: Verb = {
  name: 'audit',
  operands: '[TARGET …]',
  summary: 'check pages that Galley did not build: a folder, addresses, or a sitemap',
  about:
    'TARGET is a folder of HTML files (or one of them), a sitemap (a file or an address), or addresses\n' +
    'on this machine or on hosts that --host lists. Without one, the urls of a pa11y-ci configuration\n' +
    '(.pa11yci, .pa11yci.json) are audited. The checks, the policy and the reports are those of\n' +
    '`galley check`; views and policy come from the publication.json here, if there is one. The\n' +
    "pages' own scripts run, and reach nothing but the target. With --baselines, pages are compared with\n" +
    'approved pictures as those of a publication are; --approve or --serve puts them there.',
  options: {
    jobs: {type: 'string', value: 'N', about: 'most pages at the same time'},
    shard: {type: 'string', value: 'I/N', about: 'only the Ith of N parts; join them with --merge'},
    merge: {type: 'boolean', about: 'join the results.json of all shards, which the operands name'},
    changed: {type: 'boolean', about: 'only pages that changed since they last passed'},
    host: {type: 'string', value: 'HOSTS', about: 'other hosts that may be asked, with commas'},
    url: {type: 'string', value: 'URL', about: 'the address that a folder is served at'},
    config: {type: 'string', value: 'FILE', about: 'a pa11y-ci configuration; else the one here'},
    find: {type: 'string', value: 'PATTERN', about: "in a sitemap's addresses, to be replaced"},
    replace: {type: 'string', value: 'TEXT', about: 'what takes its place'},
    exclude: {
      type: 'string',
      value: 'PATTERN',
      about: "leave out a sitemap's addresses that this fits a part of",
    },
    out: {type: 'string', value: 'FOLDER', about: 'where results and report go; else out/audit'},
    github: {type: 'boolean', about: 'print findings as annotations for GitHub Actions'},
    ...pictureOptions,
    ...ratchetOptions,
    ...opinionOptions,
    ...reportOptions,
    verbose: {type: 'boolean', about: 'list notices too, and what only a person can answer'},
  },
  async run(call) {
    refuseIdle(call)
    const wanted = wantedReports(call)
    const named = call.value('config')
    const file = named ?? findPa11yCi(call.cwd)
    const isNamed = named !== undefined
    const pa11yCi = file && (await readPa11yCi(resolve(call.cwd, file), isNamed))
    const read = await readSettings(call.folder, pa11yCi || undefined)
    const config = await judgedBy(read.config, read.words, read.root, call)
    const settings = withMasks({...read, config: await withOpinions(config, call)}, call)
    const shard = shardOf(call.value('shard'))
    const name = shard.of === 1 ? 'out/audit' : `out/audit-${shard.index}-of-${shard.of}`
    const out = resolve(settings.root, call.value('out') ?? name)
    refuseOut(call, out)
    const today = new Date().toISOString().slice(0, 10)
    return withLock<ExitCode>(out, async () => {
      const since = await sinceNamed(call, out)
      // A run that ends before its time must not leave those of an earlier one for --merge to join.
      if (!call.has('merge')) await writeAtomic(join(out, 'results.json'), unfinishedPart)
      const transcripts = await openTranscripts(out, call.has('changed') || call.has('merge'))
      const parts = call.has('merge')
        ? await readParts(call, transcripts, passedBy(settings.config, settings.rules, today))
        : [await auditPart(call, settings, shard, today, transcripts, out)]
      const scope = shard.of === 1 ? 'whole' : 'part'
      const judged = (by: PublicationConfig) => conclude(parts, by, settings.rules, today, scope)
      const first = judged(settings.config)
      // Whoever records a state is told what its next run will say.
      const result = call.has('record') ? judged(knowing(settings.config, first)) : first
      await mkdir(out, {recursive: true})
      const [part] = parts
      if (!call.has('merge') && part) await writeAtomic(join(out, 'results.json'), writePart(part))
      return concludeAudit(call, result, settings, out, wanted, transcripts, since)
    })
  },
}

/** @throws PipelineError `usage` for what would be left unheeded */
function refuseIdle(call: Call): void {
  const own = 'A part of the target is no state of it: record the whole, or what --merge joins.'
  refuseBeside(call, 'record', ['changed', 'shard'], own)
  const looks = 'The parts were looked at when they were made; --merge joins what was found there.'
  refuseBeside(call, 'merge', ['shard', 'changed', 'approve', 'serve', 'mask', 'jobs'], looks)
  refuseBeside(call, 'approve', ['serve'], 'One approves all at once, the other lets you decide.')
  if (!call.has('merge') || call.operands.length > 0) return
  throw new PipelineError(
    'usage',
    'Nothing is named that --merge is to join.',
    'Name the results of all parts: galley audit --merge out/audit-*/results.json',
  )
}

/** What other runs found, and what they heard. */
async function readParts(
  call: Call,
  transcripts: Transcripts,
  now: PassedBy,
): Promise<readonly AuditPart[]> {
  const paths = call.operands.map((path) => resolve(call.cwd, path))
  const parts = await Promise.all(paths.map(readPart))
  for (const [index, part] of parts.entries()) {
    refuseOtherPolicy(part, call.operands[index] ?? '', now)
  }
  for (const path of paths) await transcripts.adopt(dirname(path))
  return parts
}
