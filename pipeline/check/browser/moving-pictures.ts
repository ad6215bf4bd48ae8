import type {Hands} from '../../model/hands.ts'
import type {Spot} from './deaf-to-keys.ts'
import {flashRate, type Flicker} from './flash-rate.ts'

/** What the browser's own decoder gives, as far as it is used: it is newer than the types. */
interface Decoder {
  readonly tracks: {
    readonly ready: Promise<void>
    readonly selectedTrack?: {
      readonly animated: boolean
      readonly frameCount: number
      readonly repetitionCount: number
    }
  }
  decode(options: {readonly frameIndex: number}): Promise<{
    readonly image: CanvasImageSource & {readonly duration: number | null; close(): void}
  }>
  close(): void
}
type DecoderMaker = new (options: {readonly data: Uint8Array; readonly type: string}) => Decoder

declare global {
  var galleyPictures: readonly Element[]
}

export type MovingPicture = Spot & {
  /** It goes on for longer than five seconds, and nothing on the page stops it. */
  readonly isEndless: boolean
  /** How often a second it flashes, at its worst. */
  readonly rate: number
}

type Animated = Spot & {readonly isEndless: boolean; readonly flicker: Flicker}

/** Pictures on the page that have more than one frame, and whether a button says that it stops things. */
export async function movingPictures(
  hands: Hands,
): Promise<{readonly pictures: readonly MovingPicture[]; readonly canStop: boolean}> {
  const {urls, canStop} = await hands.evaluate(pictures, null)
  const found: MovingPicture[] = []
  for (const [index, url] of urls.entries()) {
    const bytes = await hands.bytesOf(url)
    const spot = bytes === undefined ? null : await hands.evaluate(moving, {index, bytes})
    if (!spot) continue
    const {flicker, isEndless, ...rest} = spot
    found.push({...rest, isEndless: isEndless && !canStop, rate: flashRate(flicker)})
  }
  return {pictures: found, canStop}
}

/** Runs in the page. */
function pictures() {
  const {all, isSeen, textOf} = globalThis.galleyEyes
  const stops = /\b(pause|stop|freeze)\b|정지|중지|멈[춤추춰춥]/i
  const switches =
    /^(motion|animations?)$|\b(less|reduced?|play|allow) (motion|animations?)\b|움직임|애니메이션/i
  const canStop =
    all('button, [role=button], input[type=button]').some(
      (one) => isSeen(one) && stops.test(textOf(one)),
    ) ||
    all('input[type=checkbox], [role=switch]').some(
      (one) => isSeen(one) && (stops.test(textOf(one)) || switches.test(textOf(one))),
    )
  const known = new Set<string>()
  const found = all('img').filter((image): image is HTMLImageElement => {
    if (!(image instanceof HTMLImageElement) || !isSeen(image)) return false
    const {width, height} = image.getBoundingClientRect()
    const url = image.currentSrc
    if (width * height < 100 || known.has(url) || !/^https?:/.test(url)) return false
    known.add(url)
    return /\.(gif|png|apng|webp|avif)([?#]|$)/i.test(url)
  })
  globalThis.galleyPictures = found.slice(0, 30)
  return {urls: found.slice(0, 30).map(({currentSrc}) => currentSrc), canStop}
}

/** Runs in the page. */
async function moving({
  index,
  bytes,
}: {
  readonly index: number
  readonly bytes: string
}): Promise<Animated | null> {
  const {luminanceOf, selectorOf, textOf} = globalThis.galleyEyes
  const {ImageDecoder: Maker} = globalThis as unknown as {ImageDecoder?: DecoderMaker}
  const image = globalThis.galleyPictures[index]
  if (!Maker || !image) return null
  const data = Uint8Array.from(atob(bytes), (letter) => letter.codePointAt(0) ?? 0)
  const type = typeOf(data)
  if (type === '') return null
  const decoder = new Maker({data, type})
  try {
    await decoder.tracks.ready
    const {animated, frameCount, repetitionCount} = decoder.tracks.selectedTrack ?? {
      animated: false,
      frameCount: 0,
      repetitionCount: 0,
    }
    if (!animated || frameCount < 2) return null
    const flicker = await flickerOf(image, decoder, frameCount, repetitionCount > 0)
    const isEndless = repetitionCount === Infinity || flicker.seconds * (repetitionCount + 1) > 5
    const text = image.getAttribute('alt') || textOf(image)
    return {selector: selectorOf(image), text, isEndless, flicker}
  } catch {
    return null
  } finally {
    decoder.close()
  }

  /** How much of it turns brighter or darker with each frame, by the relative luminance of 32 × 24 parts. */
  async function flickerOf(
    shown: Element,
    pictured: Decoder,
    count: number,
    repeats: boolean,
  ): Promise<Flicker> {
    const {width, height} = shown.getBoundingClientRect()
    const pen = new OffscreenCanvas(32, 24).getContext('2d', {willReadFrequently: true})
    const turns: {at: number; brighter: number; darker: number}[] = []
    const ends: number[] = []
    const ways: number[] = []
    let seconds = 0
    for (let frameIndex = 0; frameIndex < Math.min(count, 200); frameIndex++) {
      const {image: frame} = await pictured.decode({frameIndex})
      let [brighter, darker] = [0, 0]
      pen?.clearRect(0, 0, 32, 24)
      pen?.drawImage(frame, 0, 0, 32, 24)
      const pixels = pen?.getImageData(0, 0, 32, 24).data ?? []
      for (let part = 0; part * 4 < pixels.length; part++) {
        const now = luminance(pixels, part * 4)
        const before = (ends[part] ??= now)
        const way = Math.sign(now - before)
        // A change by a tenth, the darker of the two below eight tenths; the further end of it counts.
        const isTurn = Math.abs(now - before) >= 0.1 && Math.min(now, before) < 0.8
        if (way === ways[part]) ends[part] = now
        if (!isTurn || way === ways[part]) continue
        ends[part] = now
        ways[part] = way
        if (way > 0) brighter += 1 / 768
        else darker += 1 / 768
      }
      if (brighter > 0 || darker > 0) turns.push({at: seconds, brighter, darker})
      const microseconds = frame.duration ?? 0
      // Browsers take no time at all for a tenth of a second.
      seconds += microseconds < 11_000 ? 0.1 : microseconds / 1_000_000
      frame.close()
    }
    return {area: width * height, seconds, repeats, turns}
  }

  function luminance(pixels: ArrayLike<number>, at: number): number {
    return luminanceOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)
  }

  function typeOf(start: Uint8Array): string {
    const head = String.fromCharCode(...start.slice(0, 12))
    if (head.startsWith('GIF8')) return 'image/gif'
    if (head.startsWith('\u0089PNG')) return 'image/png'
    if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp'
    return head.slice(4, 8) === 'ftyp' ? 'image/avif' : ''
  }
}
