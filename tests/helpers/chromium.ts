import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Path of a Chromium on this machine: `CHROMIUM_PATH`, one on the PATH, or the one that Playwright installed. Null if none. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (existsSync(given)) return given
    throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`)
  }
  const onPath = names.flatMap(name => which(name) ?? [])
  if (onPath[0]) return onPath[0]
  const installed = chromium.executablePath()
  return existsSync(installed) ? installed : null
}

/**
 * Makes sure that there is a Chromium: one that is installed, else `playwright install chromium`, else Debian's package when
 * this is root.
 * @throws Error that says what to install.
 */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  console.log('No Chromium found; trying `playwright install chromium` …')
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' })
  const downloaded = findChromium()
  if (downloaded) return downloaded
  if (process.getuid?.() === 0 && which('apt-get')) {
    console.log('Trying `apt-get install chromium` …')
    spawnSync('apt-get', ['update'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'inherit' })
  }
  const packaged = findChromium()
  if (packaged) return packaged
  throw new Error(
    'The browser tests need a Chromium. Install one (Debian: apt-get install chromium; anywhere: npx playwright install chromium) or set CHROMIUM_PATH.',
  )
}

function which(name: string): string | null {
  try {
    return (
      execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
    )
  } catch {
    return null
  }
}
