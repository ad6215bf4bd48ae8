import type {Layout} from '../model/layout.ts'
import type {Json, PictureComparison, PictureDifference, TakenPicture} from '../model/tab.ts'
import {compareLooks, type Tolerance} from '../visual/compare.ts'
import {
  layoutFile,
  readBaseline,
  readLayoutOf,
  type Baseline,
  type Environment,
} from './baselines.ts'
import {keyOf, type Cache} from './cache.ts'
import {packRaster, rasterOf} from './pictures.ts'
import {programHash} from './program.ts'

/** Where approved pictures and earlier comparisons lie, and how exact this one is. */
export interface ComparisonOptions {
  readonly folder: string
  readonly cache: Cache
  /** What the current picture was drawn with. */
  readonly environment: Environment
  readonly tolerance: Tolerance
}

/**
 * Compares a picture with the approved one. Equal bytes are equal pictures, whatever drew them, and
 * are not decoded; pictures that differ are held against each other only where browser and fonts
 * are the same.
 *
 * @param layout is asked for where a difference has to be explained, or the page to be approved
 */
export async function compareWithBaseline(
  current: TakenPicture,
  baseline: Baseline | undefined,
  layout: () => Promise<Layout>,
  {folder, cache, environment, tolerance}: ComparisonOptions,
): Promise<Compared> {
  const none = {approved: undefined, obstacle: undefined, difference: undefined}
  if (baseline === undefined) return {...none, current: masked(current, await layout())}
  const {width, height, picture: sha256} = baseline
  if (baseline.capture === current.sha256) {
    if (baseline.layout === undefined) await layout()
    return {...none, current, approved: {sha256, width, height}}
  }

  const now = await layout()
  const then = await readLayoutOf(folder, baseline)
  const approved = masked({sha256, width, height}, then)
  const nothing = {...none, current: masked(current, now)}
  const {browser, fonts} = baseline.environment
  if (browser !== environment.browser || fonts !== environment.fonts) {
    const obstacle = {
      kind: 'environment' as const,
      approved: nameOf(baseline.environment),
      current: nameOf(environment),
    }
    return {...nothing, approved, obstacle}
  }
  const before = await readBaseline(folder, baseline)
  const after = await cache.getBytes(current.sha256)
  if (before === undefined || after === undefined) {
    const obstacle = {kind: 'unreadable' as const, approved: baseline.file, current: current.sha256}
    return {...nothing, approved, obstacle}
  }

  await cache.putBytes(before)
  const {channel, pixels} = tolerance
  const layouts = [then === undefined ? null : (baseline.layout ?? null), JSON.stringify(now)]
  const pair = [sha256, current.sha256, ...layouts, channel, pixels]
  const key = keyOf(['difference', programHash(), ...pair])
  const known = readDifference(await cache.get(key))
  if (known === null) return {...nothing, approved}
  if (known && (await cache.getBytes(known.picture.sha256))) {
    return {...nothing, approved, difference: hatchable(known, nothing.current)}
  }
  const [oldRaster, newRaster] = await Promise.all([rasterOf(before), rasterOf(after)])
  const found = compareLooks(
    {raster: oldRaster, layout: then},
    {raster: newRaster, layout: now},
    tolerance,
  )
  if (found === undefined) {
    await cache.put(key, null)
    return {...nothing, approved}
  }
  const {picture: raster, ...rest} = found
  const isLost = then === undefined && baseline.layout !== undefined
  const bytes = await cache.putBytes(await packRaster(raster))
  const picture = {sha256: bytes, width: raster.width, height: raster.height}
  const difference = {...rest, picture, ...(isLost && {unexplained: layoutFile(baseline.file)})}
  await cache.put(key, difference)
  return {...nothing, approved, difference: hatchable(difference, nothing.current)}
}

type Compared = Omit<PictureComparison, 'masks'>

/** A difference whose picture is laid out as the current one is says what was not compared, too. */
function hatchable(difference: PictureDifference, current: TakenPicture): PictureDifference {
  const {picture} = difference
  if (!current.masked || picture.height !== current.height) return difference
  return {...difference, picture: {...picture, masked: current.masked}}
}

/** The picture with the areas that masks leave blank in it. */
function masked(picture: TakenPicture, layout: Layout | undefined): TakenPicture {
  const areas = (layout?.boxes ?? []).filter((box) => box.masked)
  if (areas.length === 0) return picture
  return {...picture, masked: areas.map(({x, y, w, h}) => ({x, y, w, h}))}
}

function nameOf({browser, fonts}: Environment): string {
  return `${browser}, ${fonts.slice(0, 8)}`
}

/** `undefined`: not known; `null`: known that there is none. */
function readDifference(value: Json | undefined) {
  return value as PictureComparison['difference'] | null
}
