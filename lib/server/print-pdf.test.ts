import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as env from './env.ts'
import { canPrintPdf, PrintBusy, PrintFailed, printPdf } from './print-pdf.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((place) =>
  existsSync(place),
)

afterEach(() => vi.restoreAllMocks())

function withChromium(chromiumPath: string | undefined) {
  vi.spyOn(env, 'settings').mockReturnValue({ ...env.readSettings({}), chromiumPath })
}

function left(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('rapport-print-'))
}

describe('a page on paper', () => {
  it.skipIf(!CHROMIUM)(
    'is a PDF, made without asking anybody for anything, and nothing of it is left behind',
    { timeout: 60_000 },
    async () => {
      withChromium(CHROMIUM)
      let asked = 0
      const server = createServer((_request, response) => {
        asked += 1
        response.end('x')
      }).listen(0, '127.0.0.1')
      await new Promise((resolve) => server.once('listening', resolve))
      const { port } = server.address() as AddressInfo
      const beacon = `http://127.0.0.1:${port}/`
      const html = `<!doctype html><title>Paper</title><p>Hello</p><img src="${beacon}"><script>fetch('${beacon}')</script>`
      const [first, second] = await Promise.all([printPdf(html), printPdf(html)])
      server.close()
      expect(Buffer.from(first.subarray(0, 5)).toString()).toBe('%PDF-')
      expect(second.length).toBeGreaterThan(500)
      expect(asked).toBe(0)
      expect(left()).toEqual([])
    },
  )

  it('is not there where no browser was named, and says so plainly where it is none', async () => {
    withChromium(undefined)
    expect(canPrintPdf()).toBe(false)
    await expect(printPdf('')).rejects.toThrow(PrintFailed)
    for (const wrong of ['/nowhere/chromium', '/bin/true', '/bin/false']) {
      withChromium(wrong)
      await expect(printPdf('<p>'), wrong).rejects.toThrow(PrintFailed)
    }
    expect(left()).toEqual([])
  })

  it('sends away who comes while five wait', async () => {
    withChromium('/bin/false')
    const tries = Array.from({ length: 7 }, () => printPdf('<p>').catch((error: unknown) => error))
    const errors = await Promise.all(tries)
    expect(errors.filter((error) => error instanceof PrintBusy)).toHaveLength(2)
  })
})
