import {join} from 'node:path'
import {playwright} from './playwright.ts'

/** Paths at which a Chromium or Chrome is usually installed on this system, best first. */
export function installedBrowsers(): readonly string[] {
  const {env} = process
  const known: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
    linux: [
      '/usr/bin/chromium-headless-shell',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/google-chrome',
      '/snap/bin/chromium',
    ],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((folder) => [
      join(env[folder] ?? '', 'Google/Chrome/Application/chrome.exe'),
      join(env[folder] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  }
  const {chromium} = playwright()
  // The path where Playwright would have put its own.
  return [chromium.executablePath(), ...(known[process.platform] ?? [])].filter(Boolean)
}
