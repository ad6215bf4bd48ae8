import type {Json, PictureComparison, TakenPicture} from '../model/tab.ts'
import {readBaseline, type Baseline, type Environment} from './baselines.ts'
import {keyOf, type Cache} from './cache.ts'
import {comparePictures, type Tolerance} from './pictures.ts'

export interface ComparisonOptions {
  readonly folder: string
  readonly cache: Cache
  /** What the current picture was drawn with. */
  readonly environment: Environment
  readonly tolerance: Tolerance
}

/**
 * Compares a picture with the approved one. Equal bytes are equal pictures, whatever drew them;
 * pictures that differ are held against each other only where browser and fonts are the same.
 */
export async function compareWithBaseline(
  current: TakenPicture,
  baseline: Baseline | undefined,
  {folder, cache, environment, tolerance}: ComparisonOptions,
): Promise<PictureComparison> {
  const nothing = {current, approved: undefined, obstacle: undefined, difference: undefined}
  if (baseline === undefined) return nothing
  const {width, height, picture: sha256} = baseline
  const approved = {sha256, width, height}
  if (baseline.capture === current.sha256) return {...nothing, approved}

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
  const key = keyOf(['difference', sha256, current.sha256, channel, pixels])
  const known = readDifference(await cache.get(key))
  if (known === null) return {...nothing, approved}
  if (known && (await cache.getBytes(known.picture.sha256))) {
    return {...nothing, approved, difference: known}
  }
  const found = await comparePictures(before, after, tolerance)
  if (found === undefined) {
    await cache.put(key, null)
    return {...nothing, approved}
  }
  const {png, width: w, height: h, ...box} = found
  const difference = {...box, picture: {sha256: await cache.putBytes(png), width: w, height: h}}
  await cache.put(key, difference)
  return {...nothing, approved, difference}
}

function nameOf({browser, fonts}: Environment): string {
  return `${browser}, ${fonts.slice(0, 8)}`
}

/** `undefined`: not known; `null`: known that there is none. */
function readDifference(value: Json | undefined) {
  return value as PictureComparison['difference'] | null
}
