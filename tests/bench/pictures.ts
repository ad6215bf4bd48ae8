import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {readBaselines, readLayoutOf} from '../../pipeline/io/baselines.ts'
import {openCache} from '../../pipeline/io/cache.ts'
import {compareWithBaseline} from '../../pipeline/io/comparison.ts'

/** Milliseconds of CPU that it takes to compare one picture with the approved one. */
export interface Comparing {
  /** Megapixels. */
  readonly size: number
  readonly unchanged: number
  readonly changed: number
}

/**
 * Compares the largest approved picture of a folder with itself, and with the same picture into
 * which 60 rows were put, as a paragraph would: decoded, aligned, explained and painted.
 */
export async function comparing(folder: string): Promise<Comparing> {
  const all = [...(await readBaselines(folder)).values()].flatMap((views) => [...views.values()])
  const [largest] = all.toSorted((a, b) => b.width * b.height - a.width * a.height)
  if (!largest) throw new Error('there is no approved picture')
  const {width, height, environment} = largest
  const work = await mkdtemp(join(tmpdir(), 'galley-bench-'))
  const cache = openCache(work)
  const layout = (await readLayoutOf(folder, largest)) ?? noLayout
  const before = await readFile(join(folder, largest.file))
  const half = Math.floor(height / 2)
  const top = await sharp(before).extract({left: 0, top: 0, width, height: half}).toBuffer()
  const rest = await sharp(before)
    .extract({left: 0, top: half, width, height: height - half})
    .toBuffer()
  const after = await sharp({
    create: {width, height: height + 60, channels: 3, background: 'white'},
  })
    .composite([
      {input: top, left: 0, top: 0},
      {input: rest, left: 0, top: half + 60},
    ])
    .png()
    .toBuffer()
  const sha256 = await cache.putBytes(after)
  const options = {folder, cache, environment, tolerance: {channel: 0, pixels: 0}}
  const cost = async (current: {sha256: string; width: number; height: number}) => {
    const start = process.cpuUsage()
    await compareWithBaseline(current, largest, async () => layout, options)
    const {user, system} = process.cpuUsage(start)
    return (user + system) / 1000
  }
  const unchanged = await cost({sha256: largest.capture, width, height})
  const changed = await cost({sha256, width, height: height + 60})
  await rm(work, {recursive: true, force: true})
  return {size: (width * height) / 1e6, unchanged, changed}
}

const noLayout = {properties: [], styles: [], fonts: [], boxes: []}
