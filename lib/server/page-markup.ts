import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Pieces of markup of the page that is being drawn, by their names. */
type Pieces = { page: string; byName: Map<string, string> }

// Next bundles what draws a page apart from what answers for it: they meet here.
const meeting = globalThis as typeof globalThis & { rapportPageMarkup?: AsyncLocalStorage<Pieces> }
meeting.rapportPageMarkup ??= new AsyncLocalStorage<Pieces>()
const pages = meeting.rapportPageMarkup

/**
 * Draws a page that is asked for as a whole. What its still parts show is then handed from the one drawing to the other, and
 * need not be written into the page a second time, as data.
 */
export function drawWhole(request: IncomingMessage, draw: () => void) {
  if (request.headers.rsc || request.headers['next-action']) return draw()
  pages.run({ page: randomBytes(6).toString('base64url'), byName: new Map() }, draw)
}

/** @returns the name under which the piece is found again, or null where no whole page is drawn */
export function handOver(html: string): string | null {
  const pieces = pages.getStore()
  if (!pieces) return null
  const name = `${pieces.page}-${pieces.byName.size}`
  pieces.byName.set(name, html)
  return name
}
