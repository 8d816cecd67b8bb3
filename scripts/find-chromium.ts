import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'
import { settings } from '#lib/server/env.ts'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, the machine's own, or Playwright's; failing that it tries to
 * install one.
 *
 * @throws Error in one plain sentence when there is none and none can be installed
 */
export function findChromium(): string {
  return known() ?? installed() ?? missing()
}

function known(): string | undefined {
  const named = settings().chromiumPath
  return [named, ...USUAL_PLACES, chromium.executablePath()].find((place) => place && existsSync(place))
}

function installed(): string | undefined {
  console.log('No Chromium found: trying to install one.')
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 180_000 })
  if (!known() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    try {
      execFileSync('apt-get', ['update'], { stdio: 'ignore', timeout: 180_000 })
      execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
        stdio: 'ignore',
        timeout: 600_000,
      })
    } catch {
      // missing() says what to do
    }
  }
  return known()
}

function missing(): never {
  throw new Error(
    'The browser tests need a Chromium, and none was found or could be installed. Install your system\'s package (on Debian: "apt install chromium"), or set CHROMIUM_PATH to one.',
  )
}
