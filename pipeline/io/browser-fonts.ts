import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {mkdir, readFile, readdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createBrotliDecompress} from 'node:zlib'
import {extract} from 'tar'
import {once} from './once.ts'

/** The fonts a browser falls back on, the same on every machine, and how they are drawn. */
export interface Fonts {
  /** Path of the fontconfig file, for `FONTCONFIG_FILE`. */
  readonly config: string
  /** SHA-256 (hex) of the font files and of the settings: pictures depend on both. */
  readonly hash: string
}

// Every setting that changes a pixel, so that the machine's own defaults do not matter.
const settings = `<match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>true</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintslight</const></edit>
    <edit name="autohint" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
    <edit name="lcdfilter" mode="assign"><const>lcdnone</const></edit>
    <edit name="embeddedbitmap" mode="assign"><bool>false</bool></edit>
  </match>`

// Light: pages that ship Noto Sans KR themselves use other weights, and so it can be told by its
// looks what fell back.
const korean = '@fontsource/noto-sans-kr/files/noto-sans-kr-korean-300-normal.woff2'

/**
 * Puts Open Sans (Latin, Greek, Cyrillic) and Noto Sans KR into a folder below `home` with a
 * fontconfig file that names nothing else. Without any font Chromium's pages crash.
 *
 * @param archive `fonts.tar.br` of `@sparticuz/chromium`
 */
export async function installFonts(home: string, archive: string): Promise<Fonts> {
  const require = createRequire(import.meta.url)
  const sources = [await readFile(archive), await readFile(require.resolve(korean))]
  const hash = createHash('sha256')
  for (const part of [...sources, settings]) hash.update(part)
  const name = hash.digest('hex')
  const folder = join(home, name.slice(0, 16))
  const config = join(folder, 'galley.conf')
  await mkdir(folder, {recursive: true, mode: 0o700})
  await once(
    join(folder, 'lock'),
    () => isWhole(folder, config),
    () => install(folder, archive, require.resolve(korean), config),
  )
  return {config, hash: name}
}

async function install(folder: string, archive: string, woff: string, config: string) {
  await rm(join(folder, 'fonts'), {recursive: true, force: true})
  await pipeline(createReadStream(archive), createBrotliDecompress(), extract({cwd: folder}))
  // Fontconfig reads no WOFF.
  const {default: subsetFont} = await import('subset-font')
  const truetype = await subsetFont(await readFile(woff), basicPlane(), {targetFormat: 'sfnt'})
  await writeFile(join(folder, 'fonts', 'NotoSansKR-Light.ttf'), truetype, {flush: true})
  await writeFile(`${config}.part`, configuration, {flush: true})
  await rename(`${config}.part`, config)
}

const configuration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  ${settings}
</fontconfig>
`

function basicPlane(): string {
  const codes = Array.from({length: 0xd800 - 0x20}, (_, index) => index + 0x20)
  return codes.map((code) => String.fromCodePoint(code)).join('')
}

/** The settings are written last; a font that a power cut left empty is none. */
async function isWhole(folder: string, config: string): Promise<boolean> {
  if ((await sizeOf(config)) === 0) return false
  const fonts = await readdir(join(folder, 'fonts')).catch((): string[] => [])
  const sizes = await Promise.all(fonts.map((name) => sizeOf(join(folder, 'fonts', name))))
  return fonts.includes('NotoSansKR-Light.ttf') && sizes.every((size) => size > 0)
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0
}
