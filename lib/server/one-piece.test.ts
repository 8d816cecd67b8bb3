import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendInOnePiece } from './one-piece.ts'

// As Next does it: headers first, then one piece after the other.

let server: Server
let hadSent: boolean
beforeAll(async () => {
  server = createServer((request, response) => {
    sendInOnePiece(response)
    // A compressor sets this; whoever writes asks for it after each piece.
    Object.assign(response, { flush: () => expect.unreachable('asked to finish a block') })
    response.setHeader('content-type', request.url === '/page' ? 'text/html; charset=utf-8' : 'text/csv')
    response.flushHeaders()
    hadSent = response.headersSent
    response.write('first ')
    ;(response as { flush?: () => void }).flush?.()
    response.end('last')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
})

describe('an answer', () => {
  it.each([
    ['a page goes out with its headers', '/page', false],
    ['a file tells first that it comes', '/file.csv', true],
  ])('that is %s', async (_, path, isAhead) => {
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}${path}`)
    expect([await answer.text(), hadSent]).toEqual(['first last', isAhead])
  })
})
