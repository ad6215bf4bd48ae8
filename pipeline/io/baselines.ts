import {mkdir, readFile, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {PipelineError} from '../model/error.ts'
import type {Layout} from '../model/layout.ts'
import type {TakenPicture} from '../model/tab.ts'
import {writeAtomic} from './files.ts'
import {packLayout, parseLayout, textOf, unpackLayout} from './layout-file.ts'
import {pathWithin} from './path-within.ts'
import {compact} from './pictures.ts'
import {sha256} from './digest.ts'

/** What pictures depend on beside the page: they are compared only where both are the same. */
export interface Environment {
  /** `Chromium 147.0.7727.0 (embedded)`. */
  readonly browser: string
  /** SHA-256 (hex) of fonts and font settings. */
  readonly fonts: string
}

/** One approved picture: how a page looked in one view when a person said that it was right. */
export interface Baseline {
  /** Path of its PNG from the folder of the baselines. */
  readonly file: string
  readonly width: number
  readonly height: number
  /** SHA-256 (hex) of the PNG's bytes. */
  readonly picture: string
  /** SHA-256 (hex) of the bytes as the browser gave them: equal means equal, without decoding. */
  readonly capture: string
  /** SHA-256 (hex) of the layout that lies beside the PNG; left out where none was noted down. */
  readonly layout?: string
  readonly environment: Environment
}

/** Page → view → baseline. */
export type Baselines = ReadonlyMap<string, ReadonlyMap<string, Baseline>>

/** `manifest.json`; environments by a short name, as one is shared by many pictures. */
interface Manifest {
  readonly environments: Readonly<Record<string, Environment>>
  readonly pages: Readonly<Record<string, Readonly<Record<string, Entry>>>>
}
type Entry = Omit<Baseline, 'environment'> & {readonly environment: string}

/** The approved pictures in a folder; none where there is no manifest. */
export async function readBaselines(folder: string): Promise<Baselines> {
  const path = join(folder, 'manifest.json')
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw unreadable(path, error)
  })
  if (text === undefined) return new Map()
  try {
    const {environments, pages} = parseManifest(text)
    const read = (views: Readonly<Record<string, Entry>>) =>
      Object.entries(views).map(([view, entry]) => {
        const environment = environments[entry.environment] ?? {browser: '?', fonts: '?'}
        return [view, {...entry, environment}] as const
      })
    const baselines = new Map(
      Object.entries(pages).map(([page, views]) => [page, new Map(read(views))]),
    )
    // The list comes with a pull request: what it names is opened and deleted.
    for (const {baseline} of flat(baselines)) await pathWithin(folder, baseline.file)
    return baselines
  } catch (error) {
    throw unreadable(path, error, text)
  }
}

function parseManifest(text: string): Manifest {
  const value: unknown = JSON.parse(text)
  const {environments, pages} = record(value)
  for (const environment of Object.values(record(environments))) {
    const {browser, fonts} = record(environment)
    if (typeof browser !== 'string' || typeof fonts !== 'string') throw new TypeError('environment')
  }
  for (const entry of Object.values(record(pages)).flatMap((views) =>
    Object.values(record(views)),
  )) {
    const {file, picture, capture, width, height, environment, layout = ''} = record(entry)
    const texts = [file, picture, capture, environment, layout].every(
      (one) => typeof one === 'string',
    )
    if (!texts || typeof width !== 'number' || typeof height !== 'number') {
      throw new TypeError('picture')
    }
  }
  return value as Manifest
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('not a record')
  }
  return {...value}
}

function unreadable(path: string, cause: unknown, text = ''): PipelineError {
  if (/^<{7}( |$)/m.test(text)) {
    return new PipelineError(
      'unreadable-file',
      `Two people approved pictures at the same time, and git has left both in the list: ${path}`,
      'Take one side with its pictures (`git checkout --ours` or `--theirs`, and the folder), then look at the pages and run `galley approve`.',
      {cause},
    )
  }
  return new PipelineError(
    'unreadable-file',
    `The list of approved pictures cannot be read: ${path}`,
    'Restore it from version control, or delete it and run `galley approve`.',
    {cause},
  )
}

/** The bytes of an approved picture; `undefined` where they are gone or not what was approved. */
export async function readBaseline(folder: string, {file, picture}: Baseline) {
  const bytes = await readFile(join(folder, file)).catch(() => undefined)
  return bytes && sha256(bytes) === picture ? bytes : undefined
}

/** The layout that was approved with a picture; `undefined` where there is none, or not what was approved. */
export async function readLayoutOf(
  folder: string,
  {file, layout}: Baseline,
): Promise<Layout | undefined> {
  if (layout === undefined) return undefined
  const bytes = await readFile(join(folder, layoutFile(file))).catch(() => undefined)
  const text = bytes && (await unpackLayout(bytes))
  return text !== undefined && sha256(text) === layout ? parseLayout(text) : undefined
}

/** Path of the layout beside an approved picture, from the folder of the baselines. */
export function layoutFile(file: string): string {
  return file.replace(/\.png$/, '.layout.br')
}

/** A picture to be approved. */
export interface Candidate {
  readonly page: string
  readonly view: string
  readonly picture: TakenPicture
  readonly layout: Layout | undefined
  readonly png: Uint8Array
}

/**
 * Makes these pictures the approved ones of their pages and views. Of the pages and views that
 * `only` covers, what is not among them is dropped. Gives the pages whose pictures changed, sorted.
 */
export async function writeBaselines(
  folder: string,
  candidates: readonly Candidate[],
  environment: Environment,
  only: (page: string, view: string) => boolean,
): Promise<readonly string[]> {
  const before = await readBaselines(folder)
  const kept = flat(before).filter(({page, view}) => !only(page, view))
  const fresh = await Promise.all(
    candidates.map(async ({page, view, picture, layout, png}) => {
      const old = before.get(page)?.get(view)
      const isAsBefore = old?.capture === picture.sha256 && isSame(old.environment, environment)
      if (isAsBefore) {
        const isWhole = layout === undefined || old.layout === sha256(textOf(layout))
        if (isWhole && (await readBaseline(folder, old))) return {page, view, baseline: old}
      }
      const bytes = await compact(png)
      const file = `${page.replace(/\.html$/, '')}.${view}.png`
      await mkdir(dirname(join(folder, file)), {recursive: true})
      await writeAtomic(join(folder, file), bytes)
      const {width, height, sha256: capture} = picture
      const text = layout && textOf(layout)
      if (text !== undefined) {
        await writeAtomic(join(folder, layoutFile(file)), await packLayout(text))
      }
      // Where the picture alone was lost nobody asked for the layout, and that beside it holds.
      const noted = text === undefined ? isAsBefore && old.layout : sha256(text)
      const baseline = {
        file,
        width,
        height,
        picture: sha256(bytes),
        capture,
        ...(typeof noted === 'string' && {layout: noted}),
        environment,
      }
      return {page, view, baseline}
    }),
  )
  const after = [...kept, ...fresh]
  await mkdir(folder, {recursive: true})
  await writeAtomic(join(folder, 'manifest.json'), manifestOf(after))

  const files = new Set(after.map(({baseline}) => baseline.file))
  const gone = flat(before).filter(({baseline}) => !files.has(baseline.file))
  for (const {baseline} of gone) {
    await rm(join(folder, baseline.file), {force: true})
    await rm(join(folder, layoutFile(baseline.file)), {force: true})
  }
  const changed = fresh.filter(({page, view, baseline}) => before.get(page)?.get(view) !== baseline)
  return [...new Set([...changed, ...gone].map(({page}) => page))].sort()
}

interface Placed {
  readonly page: string
  readonly view: string
  readonly baseline: Baseline
}

function flat(baselines: Baselines): readonly Placed[] {
  return [...baselines].flatMap(([page, views]) =>
    [...views].map(([view, baseline]) => ({page, view, baseline})),
  )
}

function isSame(one: Environment, other: Environment): boolean {
  return one.browser === other.browser && one.fonts === other.fonts
}

/** Sorted, and with nothing in it but what the pictures are: the same pictures, the same bytes. */
function manifestOf(all: readonly Placed[]): string {
  const environments: Record<string, Environment> = {}
  const pages: Record<string, Record<string, Entry>> = {}
  const order = ({page, view}: Placed) => `${page}\n${view}`
  for (const {page, view, baseline} of all.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))) {
    const {browser, fonts} = baseline.environment
    const name = sha256(`${browser}\n${fonts}`).slice(0, 8)
    environments[name] = {browser, fonts}
    pages[page] = {...pages[page], [view]: {...baseline, environment: name}}
  }
  return `${JSON.stringify({environments, pages}, null, 2)}\n`
}
