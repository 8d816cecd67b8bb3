import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { drawWhole, handOver } from './page-markup.ts'

const asking = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage

/** What the name of a piece is while this request is answered, some turns later. */
function named(headers: Record<string, string>, html: string): Promise<string | null> {
  return new Promise((resolve) => {
    drawWhole(asking(headers), () => setImmediate(() => resolve(handOver(html))))
  })
}

describe('a piece of markup', () => {
  it('is handed over under a name of its own while a whole page is drawn', async () => {
    const names = await Promise.all([named({}, 'one'), named({}, 'one')])
    expect(names[0]).toMatch(/^[\w-]{8,}-0$/)
    expect(new Set(names).size).toBe(2)
  })

  it.each([
    ['what a script asks for', { rsc: '1' }],
    ['the answer to a form that a script sent', { 'next-action': '40ab' }],
  ])('is not, for %s: nothing is drawn there that could hold it', async (_, headers) => {
    expect(await named(headers, 'one')).toBeNull()
  })

  it('is not, where nobody asked for a page', () => {
    expect(handOver('one')).toBeNull()
  })
})
