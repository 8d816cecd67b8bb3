import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { settings } from './env.ts'
import { KeyedTurns } from './keyed-turns.ts'

const LONGEST_MS = 30_000
/** Who comes while so many wait is asked to come again. */
const MOST_WAITING = 5

/** Too many wait for their paper already. */
export class PrintBusy extends Error {
  override name = 'PrintBusy'
}

/** The browser took too long, broke off, or left no file. */
export class PrintFailed extends Error {
  override name = 'PrintFailed'
}

const turns = new KeyedTurns()
let waiting = 0

/** Whether a Chromium was named in the settings (CHROMIUM_PATH). */
export function canPrintPdf(): boolean {
  return settings().chromiumPath !== undefined
}

/**
 * A page of ours on paper. One at a time, in a browser of its own that reaches no network, runs no script and keeps nothing;
 * it and all its processes are gone when this returns.
 *
 * @param html brings everything it shows
 * @throws PrintBusy, PrintFailed
 */
export async function printPdf(html: string): Promise<Uint8Array<ArrayBuffer>> {
  const chromium = settings().chromiumPath
  if (!chromium) throw new PrintFailed('CHROMIUM_PATH is not set')
  if (waiting >= MOST_WAITING) throw new PrintBusy('Too many wait')
  waiting += 1
  try {
    return await turns.inTurn('print', () => printed(chromium, html))
  } finally {
    waiting -= 1
  }
}

async function printed(chromium: string, html: string): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-print-'))
  try {
    const [page, paper] = [path.join(folder, 'page.html'), path.join(folder, 'page.pdf')]
    await writeFile(page, html.replace(/^(?:<!doctype html>)?/i, `$&${STILL}`), { mode: 0o600 })
    await run(
      chromium,
      [...ALONE, `--user-data-dir=${folder}`, `--print-to-pdf=${paper}`, pathToFileURL(page).href],
      folder,
    )
    const bytes = await readFile(paper).catch(() => null)
    if (!bytes?.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new PrintFailed('It left no PDF')
    return new Uint8Array(bytes)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** Nothing runs, and nothing is asked for: the page brings its style and its pictures. */
const STILL = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`

/** Names lead nowhere, and what has a number goes to a proxy that is not there. */
const ALONE = [
  ...['--headless', '--disable-gpu', '--no-first-run', '--no-default-browser-check', '--disable-extensions'],
  ...[
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-breakpad',
  ],
  ...[
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=http://127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
  ],
  ...['--no-pdf-header-footer', '--disable-dev-shm-usage'],
  // Chromium has no sandbox for root, which is whom small servers and containers run as; what is printed is ours alone.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** In a group of its own, so that its helpers end with it; with none of our settings in its environment. */
function run(command: string, args: string[], home: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...{ detached: true, stdio: 'ignore', cwd: home },
      env: { NODE_ENV: 'production', HOME: home, PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' },
    })
    const endAll = () => {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // They are gone already.
      }
    }
    const tooLong = setTimeout(endAll, LONGEST_MS)
    child.on('error', (error) => {
      clearTimeout(tooLong)
      reject(new PrintFailed(error.message))
    })
    child.on('exit', (code) => {
      clearTimeout(tooLong)
      endAll()
      if (code === 0) resolve()
      else reject(new PrintFailed(code === null ? 'It took too long' : `It ended with ${code}`))
    })
  })
}
