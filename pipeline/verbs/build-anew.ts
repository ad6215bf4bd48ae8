import {existsSync, mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {versions} from 'node:process'
import {getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString} from 'node:v8'
import {build} from '../build.ts'
import {emptyFolder, inPlace, writeBuild, type BuildFile} from '../io/build-folder.ts'
import {writeBuilt, sumsOf, type Built, type Holding} from '../io/built.ts'
import {isUntouched, stampOf} from '../io/file-marks.ts'
import type {DevelopedImages} from '../io/images.ts'
import type {KnownFiles} from '../io/known-files.ts'
import {withLock} from '../io/lock.ts'
import {openMemory} from '../io/memory.ts'
import {packageRoot, readPublication} from '../io/publication.ts'
import {sweep, temporaryName} from '../io/temporary.ts'
import {loadTemplates} from '../io/templates.ts'
import type {FontRequest} from '../model/font.ts'
import type {ImageRequest} from '../model/image.ts'
import type {Rendition} from '../model/rendition.ts'

/** What is built, and what is known of the build before. */
interface Order {
  readonly folder: string
  /** Whatever is in the folder is an earlier build's. */
  readonly isOurs: boolean
  /** Where what was made is remembered; `undefined`: nowhere. */
  readonly memory: string | undefined
  readonly store: string
  readonly last: Built | undefined
  readonly known: KnownFiles
  /** What names them, once they have been read. */
  readonly sources: () => string
  readonly program: string
  /** The moment of the build, in milliseconds. */
  readonly now: number
}

/**
 * Build what has changed, and write it.
 *
 * @throws PipelineError `busy` where another build is at work in the folder
 */
export async function buildAnew(root: string, order: Order): Promise<Built> {
  return withLock(order.folder, async () => {
    if (order.memory !== undefined) return makeAndWrite(root, order, order.memory)
    // What is made once is put away nevertheless: held, it takes twice the memory. Where a build was
    // killed it lies there until the next one.
    const desk = join(root, '.galley/fresh')
    mkdirSync(desk, {recursive: true})
    await sweep(desk, undefined)
    const passing = join(desk, temporaryName('memory'))
    try {
      return await makeAndWrite(root, order, passing)
    } finally {
      rmSync(passing, {recursive: true, force: true})
    }
  })
}

async function makeAndWrite(root: string, order: Order, put: string): Promise<Built> {
  const {folder, last, known, sources, program, now} = order
  const before = inPlace(folder, last?.holds ?? nothing)
  if (!order.isOurs && last === undefined) emptyFolder(folder)
  const memory = openMemory(put, program, false)
  const publication = await readPublication(root, {known, held: false, reports: false}, memory)
  const kept = order.memory === undefined ? undefined : join(order.memory, 'templates')
  const looks = await loadTemplates([root, packageRoot], kept)
  const made = await clearingInTime(() =>
    build(publication, {...looks, memory, now: new Date(now).toISOString()}),
  )
  // The name of a font or an image says what is in it: one that stands there need not be made.
  const stands = ({path}: {readonly path: string}) => {
    const old = before.files.get(path)
    return old !== undefined && isUntouched(stampOf(join(folder, path), 'file'), old)
  }
  const cache = join(root, '.galley/cache')
  const developed = await develop(
    made.images.filter((one) => !stands(one)),
    cache,
  )
  const fonts = await subset(
    made.fonts.filter((one) => !stands(one)),
    cache,
  )
  const files: readonly BuildFile[] = [
    ...made.renditions.map(fileOf),
    ...[...made.fonts, ...made.images]
      .filter(stands)
      .map(({path}) => ({path, sha256: () => before.files.get(path)?.holds, content: () => ''})),
    ...[...fonts, ...developed.renditions].map(fileOf),
  ]
  const built: Built = {
    folder,
    sources: sources(),
    program,
    outside: sumsOf([...looks.outside, ...publication.fonts.map(({path}) => path)]),
    since: now,
    until: made.until,
    editions: made.editions,
    errors: [...made.findings, ...developed.findings].filter(({severity}) => severity === 'error')
      .length,
    holds: writeBuild(folder, files, existsSync(folder) ? before : nothing),
  }
  memory.close(true)
  if (order.memory !== undefined) writeBuilt(order.store, built)
  return built
}

/**
 * Little of what thousands of articles take is wanted for long: better to clear away in time than to
 * take three times the memory. But while there is little of it, to clear away often takes long.
 */
async function clearingInTime<Made>(work: () => Promise<Made>): Promise<Made> {
  const leave = (percent: number) => setFlagsFromString(`--heap-growing-percent=${percent}`)
  const look = setInterval(() => {
    leave(Math.max(least, Math.floor(100 * (ample / getHeapStatistics().used_heap_size - 1))))
    if (hasLargeNursery()) setFlagsFromString('--semi-space-growth-factor=1')
  }, 50)
  try {
    return await work()
  } finally {
    clearInterval(look)
    leave(least)
  }
}

/**
 * Whether what is new in the heap takes as much room as it is worth. V8 from 12 on (Node 22) goes on
 * to 128 MiB, which is a third more memory for no less time.
 */
function hasLargeNursery(): boolean {
  if (Number.parseInt(versions.v8) < 12) return false
  const nursery = getHeapSpaceStatistics().find(({space_name}) => space_name === 'new_space')
  return nursery !== undefined && nursery.space_size >= 2 ** 24
}

/** Per cent of what there is. */
const least = 25
/** Bytes. */
const ample = 2 ** 27

const nothing: Holding = {files: new Map(), folders: new Map()}

/** What makes images and fonts takes longer to load than an edit to build. */
async function develop(images: readonly ImageRequest[], cache: string): Promise<DevelopedImages> {
  if (images.length === 0) return {renditions: [], findings: []}
  return (await import('../io/images.ts')).developImages(images, cache)
}

async function subset(fonts: readonly FontRequest[], cache: string): Promise<readonly Rendition[]> {
  return fonts.length === 0 ? [] : (await import('../io/fonts.ts')).subsetFonts(fonts, cache)
}

function fileOf(rendition: Rendition): BuildFile {
  return {path: rendition.path, sha256: () => rendition.sha256, content: () => rendition.content}
}
