import type {Hands} from '../../model/hands.ts'
import type {Spot} from './deaf-to-keys.ts'

/** The part of the browser's decoder that is used: it is newer than the types. */
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
    readonly image: {readonly duration: number | null; close(): void}
  }>
  close(): void
}
type DecoderMaker = new (options: {readonly data: Uint8Array; readonly type: string}) => Decoder

declare global {
  var galleyPictures: readonly Element[]
}

/** Pictures on the page that go on moving for longer than five seconds, and cannot be stopped. */
export async function movingPictures(hands: Hands): Promise<readonly Spot[]> {
  const urls = await hands.evaluate(pictures, null)
  const found: Spot[] = []
  for (const [index, url] of urls.entries()) {
    const bytes = await hands.bytesOf(url)
    const spot = bytes === undefined ? null : await hands.evaluate(moving, {index, bytes})
    if (spot) found.push(spot)
  }
  return found
}

/** Runs in the page. */
function pictures(): readonly string[] {
  const {all, isSeen, textOf} = globalThis.galleyEyes
  const stops = /\b(pause|stop|freeze)\b|정지|멈춤/i
  if (
    all('button, [role=button], input[type=button]').some(
      (one) => isSeen(one) && stops.test(textOf(one)),
    )
  )
    return []
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
  return found.slice(0, 30).map(({currentSrc}) => currentSrc)
}

/** Runs in the page. */
async function moving({
  index,
  bytes,
}: {
  readonly index: number
  readonly bytes: string
}): Promise<Spot | null> {
  const {selectorOf, textOf} = globalThis.galleyEyes
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
    if (
      repetitionCount !== Infinity &&
      (await lengthOf(decoder, frameCount)) * (repetitionCount + 1) <= 5
    )
      return null
    return {selector: selectorOf(image), text: image.getAttribute('alt') || textOf(image)}
  } catch {
    return null
  } finally {
    decoder.close()
  }

  /** Once through, in seconds. */
  async function lengthOf(pictured: Decoder, count: number): Promise<number> {
    let microseconds = 0
    for (let frameIndex = 0; frameIndex < Math.min(count, 200); frameIndex++) {
      const {image: frame} = await pictured.decode({frameIndex})
      microseconds += frame.duration ?? 0
      frame.close()
    }
    return microseconds / 1_000_000
  }

  function typeOf(start: Uint8Array): string {
    const head = String.fromCharCode(...start.slice(0, 12))
    if (head.startsWith('GIF8')) return 'image/gif'
    if (head.startsWith('\u0089PNG')) return 'image/png'
    if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp'
    return head.slice(4, 8) === 'ftyp' ? 'image/avif' : ''
  }
}
