import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {audit} from '../../pipeline/verbs/audit.ts'
import type {Call} from '../../pipeline/verbs/verb.ts'

/** A page with nothing wrong with it but what is put into it. */
export const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pears of the north</title></head><body><main><h1>Pears</h1>${body}</main></body></html>`

/** A folder with these files, and settings for a quick audit in one view. */
export function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'galley-audit-'))
  const small = {url: 'http://localhost/', source: 'en', locales: ['en'], schemes: ['light']}
  const views = {desktop: {width: 1280, height: 800}}
  const all = {'publication.json': JSON.stringify({...small, views}), ...files}
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  return root
}

/** Runs `galley audit` there, and tells what its report says. */
export async function run(
  root: string,
  operands: readonly string[],
  options: Record<string, unknown> = {},
) {
  const call: Call = {
    operands,
    folder: root,
    cwd: root,
    has: (option) => options[option] === true,
    values: (option) => {
      const value = options[option]
      return Array.isArray(value) ? value.map(String) : []
    },
    value: (option) => {
      const value = options[option]
      return typeof value === 'string' ? value : undefined
    },
    print: () => {},
    tell: () => {},
    terminal: {columns: 100, colour: false, live: false},
    stopped: () => new Promise(() => {}),
  }
  const code = await audit.run(call)
  const out = typeof options['out'] === 'string' ? options['out'] : 'out/audit'
  const report = JSON.parse(readFileSync(join(root, out, 'report.json'), 'utf8')) as {
    readonly audited: readonly {
      readonly path: string
      readonly decision: string
      readonly unchanged: boolean
      readonly transcript: string | null
    }[]
    readonly findings: readonly {
      readonly check: string
      readonly key: string
      readonly advice: string | null
      readonly severity: string
      readonly blocks: boolean
      readonly place: {readonly file: string; readonly selector?: string}
    }[]
    readonly transcripts: {readonly changed: readonly unknown[]}
  }
  return {
    code,
    since: report.transcripts.changed,
    findings: report.findings,
    pages: report.audited.map(({path, decision}) => `${path} ${decision}`),
    heard: report.audited.map(({transcript}) =>
      transcript === null ? '' : readFileSync(join(root, out, transcript), 'utf8'),
    ),
    unchanged: report.audited.filter((one) => one.unchanged).map(({path}) => path),
    blocks: report.findings
      .filter(({blocks}) => blocks)
      .map(({check, place}) => `${place.file} ${check}`),
  }
}
