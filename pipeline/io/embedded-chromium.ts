import {createHash, randomUUID} from 'node:crypto'
import {createReadStream, createWriteStream} from 'node:fs'
import {mkdir, readFile, readdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createBrotliDecompress} from 'node:zlib'
import {extract} from 'tar'
import {installFonts, type Fonts} from './browser-fonts.ts'
import {once} from './once.ts'

/** The browser that came with the packages, unpacked. */
export interface EmbeddedChromium {
  readonly path: string
  /** Folder of the shared libraries it needs where the system has none. */
  readonly libraries: string
  readonly fonts: Fonts
}

/** What was unpacked. Written last, so that its presence says that all the rest is there. */
interface Seal {
  readonly sha256: string
  readonly size: number
  readonly modified: number
}

const require = createRequire(import.meta.url)

/**
 * Unpacks the Chromium of `@sparticuz/chromium` into its own folder below `home`, once a version;
 * `undefined` where it does not run. Its own unpacking is not used: that runs whatever lies at a
 * shared, predictable path, and a second process would start half a file.
 */
export async function embeddedChromium(home: string): Promise<EmbeddedChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const packed = join(dirname(require.resolve('@sparticuz/chromium')), '../../bin')
  const archive = await stat(join(packed, 'chromium.br')).catch(() => undefined)
  if (archive === undefined) return undefined

  // A published version never changes, so its number and size name the bytes.
  const folder = join(home, `chromium-${await versionOf(packed)}-${archive.size}`)
  await mkdir(folder, {recursive: true, mode: 0o700})
  await once(
    join(folder, 'lock'),
    () => isWhole(folder),
    () => unpack(packed, folder),
  )
  const fonts = await installFonts(join(home, 'fonts'), join(packed, 'fonts.tar.br'))
  return {path: join(folder, 'chromium'), libraries: join(folder, 'lib'), fonts}
}

async function versionOf(packed: string): Promise<string> {
  const text = await readFile(join(packed, '../package.json'), 'utf8')
  return String(Object(JSON.parse(text)).version)
}

/** Hashing 200 MB takes most of a second, so a file of the sealed size and date is taken as whole. */
async function isWhole(folder: string): Promise<boolean> {
  const path = join(folder, 'chromium')
  const found = await stat(path).catch(() => undefined)
  const seal = readSeal(await readFile(join(folder, 'seal.json'), 'utf8').catch(() => ''))
  if (found === undefined || seal === undefined || found.size !== seal.size) return false
  if (found.mtimeMs === seal.modified) return true
  return (await hashOf(path)) === seal.sha256
}

function readSeal(text: string): Seal | undefined {
  try {
    const {sha256, size, modified} = Object(JSON.parse(text))
    return typeof sha256 === 'string' ? {sha256, size, modified} : undefined
  } catch {
    return undefined
  }
}

async function unpack(packed: string, folder: string): Promise<void> {
  const path = join(folder, 'chromium')
  await pipeline(
    createReadStream(join(packed, 'al2023.tar.br')),
    createBrotliDecompress(),
    extract({cwd: folder}),
  )
  const hash = createHash('sha256')
  await sweep(folder)
  const temporary = `${path}.part-${randomUUID()}`
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress({chunkSize: 2 ** 21}),
    new Transform({
      transform(chunk, _, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    }),
    createWriteStream(temporary, {mode: 0o755, flags: 'wx', flush: true}),
  )
  const sha256 = hash.digest('hex')
  if ((await hashOf(temporary)) !== sha256)
    throw new Error('The unpacked browser reads back wrong.')
  await rename(temporary, path)
  const {size, mtimeMs: modified} = await stat(path)
  await writeWhole(join(folder, 'seal.json'), JSON.stringify({sha256, size, modified}))
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.part-${randomUUID()}`
  await writeFile(temporary, text, {flush: true})
  await rename(temporary, path)
}

/** Removes what an unpacking that was killed has left. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.includes('.part-')) await rm(join(folder, name), {force: true})
  }
}
