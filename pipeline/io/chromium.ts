import {execFile} from 'node:child_process'
import {access, mkdir} from 'node:fs/promises'
import {release} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {PipelineError} from '../model/error.ts'
import {embeddedChromium} from './embedded-chromium.ts'
import {installedBrowsers} from './installed-browsers.ts'
import {privateFolder} from './private-folder.ts'
import {sha256} from './digest.ts'

/** A browser that can be started, and what its pictures depend on. */
export interface FoundBrowser {
  readonly path: string
  readonly args: readonly string[]
  /** The whole environment it is given. */
  readonly env: Readonly<Record<string, string>>
  /** `Chromium 147.0.7727.0 (embedded)`. */
  readonly name: string
  /** SHA-256 (hex) of the fonts and settings it draws with; of the system's name where those are its own. */
  readonly fonts: string
}

/** Our own pages are drawn alike everywhere by the embedded one, which ages; an installed one is kept safe. */
export type Preference = 'embedded' | 'installed'

/**
 * The browser that pages are checked in: the one `GALLEY_BROWSER` names, else the embedded one,
 * else one that is installed (or first that, where it is preferred). Rejects with `no-browser`
 * where there is none.
 */
export async function findBrowser(prefer: Preference = 'embedded'): Promise<FoundBrowser> {
  const home = await privateFolder()
  const embedded = await embeddedChromium(home)
  const env = await environment(home, embedded?.fonts.config)
  const fonts = embedded?.fonts.hash ?? sha256(`${process.platform} ${release()}`)

  const configured = process.env['GALLEY_BROWSER']
  if (configured !== undefined && configured !== '') {
    const name = await versionOf(configured, env)
    if (name !== undefined) return {path: configured, args, env, fonts, name}
    throw new PipelineError(
      'no-browser',
      `The browser that GALLEY_BROWSER names does not start: ${configured}.`,
      'Set GALLEY_BROWSER to the program of a Chromium or Chrome, or unset it.',
    )
  }

  const installed = async () => {
    for (const path of installedBrowsers()) {
      const name = await versionOf(path, env)
      if (name !== undefined) return {path, args, env, fonts, name}
    }
    return undefined
  }
  const first = prefer === 'installed' ? await installed() : undefined
  if (first !== undefined) return first
  if (embedded !== undefined) {
    const bare = {...env, LD_LIBRARY_PATH: embedded.libraries}
    for (const given of [env, bare]) {
      const name = await versionOf(embedded.path, given)
      if (name !== undefined) {
        return {path: embedded.path, args, env: given, fonts, name: `${name} (embedded)`}
      }
    }
  }
  const last = await installed()
  if (last !== undefined) return last
  throw new PipelineError(
    'no-browser',
    'No browser was found to check the pages in.',
    'Run `npx playwright-core install chromium`, or set GALLEY_BROWSER to the path of a Chromium.',
  )
}

// Our own switches, never those of the embedded package, which turn web security off. What is not
// given from memory does not resolve, and WebRTC finds no way around that.
const args: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-domain-reliability',
  '--no-pings',
  '--force-color-profile=srgb',
  // Else a large picture is drawn when it has been decoded, and not with the frame that is captured.
  '--disable-checker-imaging',
  // Consent banners and the like are hidden from what says that it is a machine; readers meet them.
  '--disable-blink-features=AutomationControlled',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  // Where it has a process of its own, and that dies, all that pages wait for ends as if they had called
  // it off, and they are judged without it. The last such switch counts: these are Playwright's too.
  '--enable-features=CDPScreenshotNewSurface,SkipListAccountsWithoutGaiaCookies,NetworkServiceInProcess2',
]

/** Nothing of our own environment, which may hold secrets, but what the program needs to start. */
async function environment(home: string, fontconfig: string | undefined) {
  if (process.platform !== 'linux') {
    const needed = ['HOME', 'PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LOCALAPPDATA']
    return Object.fromEntries(needed.map((key) => [key, process.env[key] ?? '']))
  }
  const folder = join(home, 'browser-home')
  await mkdir(folder, {recursive: true, mode: 0o700})
  const given = {HOME: folder, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC'}
  return fontconfig === undefined ? given : {...given, FONTCONFIG_FILE: fontconfig}
}

/** What the program says of itself; `undefined` where it does not start. */
async function versionOf(path: string, env: Readonly<Record<string, string>>) {
  try {
    await access(path)
    // Chrome on Windows opens a window when asked; its file name has to do.
    if (process.platform === 'win32') return path
    const {stdout} = await promisify(execFile)(path, ['--version'], {env, timeout: 20_000})
    return stdout.trim()
  } catch {
    return undefined
  }
}
