import { chromium } from 'playwright'
import { findChromium } from '../find-chromium.ts'

const TIMES = 5

export type Seen = { visible: number; scriptBytes: number; otherHosts: string[] }

/** Runs in the page before anything else of it: notes when so many rows stand in the next frame. */
const NOTE_ROWS = (rows: number) => `
  const look = () => {
    if (window.rowsVisibleAt === undefined && document.querySelectorAll('tbody tr').length >= ${rows}) {
      window.rowsVisibleAt = 0
      requestAnimationFrame(() => requestAnimationFrame(() => { window.rowsVisibleAt = performance.now() }))
    }
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true })
  document.addEventListener('DOMContentLoaded', look)`

/**
 * Opens an address with nothing in the cache, several times: when so many rows are visible (median, in milliseconds since
 * the navigation began), how many bytes of script came over the wire, and which other hosts were asked.
 */
export async function seenInBrowser(url: string, cookie: string, rows: number): Promise<Seen> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  const visible: number[] = []
  let scriptBytes = 0
  const otherHosts = new Set<string>()
  try {
    for (let n = 0; n < TIMES; n += 1) {
      const context = await browser.newContext()
      await context.addCookies([{ name, value, url: new URL(url).origin }])
      const page = await context.newPage()
      await page.addInitScript(NOTE_ROWS(rows))
      page.on('request', (asked) => {
        const { host, protocol } = new URL(asked.url())
        if (protocol.startsWith('http') && host !== new URL(url).host) otherHosts.add(host)
      })
      const bytes = await scriptCounter(await context.newCDPSession(page))
      await page.goto(url, { waitUntil: 'networkidle' })
      scriptBytes = bytes()
      visible.push(
        await page.evaluate(
          () => (window as unknown as { rowsVisibleAt?: number }).rowsVisibleAt ?? Infinity,
        ),
      )
      await context.close()
    }
  } finally {
    await browser.close()
  }
  visible.sort((a, b) => a - b)
  return { visible: visible[Math.floor(TIMES / 2)] ?? Infinity, scriptBytes, otherHosts: [...otherHosts] }
}

type Wire = Awaited<ReturnType<import('playwright').BrowserContext['newCDPSession']>>

/** Adds up what scripts weigh on the wire, compressed as they come. */
async function scriptCounter(wire: Wire): Promise<() => number> {
  const scripts = new Set<string>()
  let bytes = 0
  wire.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await wire.send('Network.enable')
  return () => bytes
}
