import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type FetchPageOptions, fetchPage } from './fetch-page.ts'
import { resolveTo, startTcp } from './local-server.ts'

const PAGE = '<!doctype html><title>x</title><p>Long walks.</p>'
const HTML = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'
const CHUNKED = `${HTML}Transfer-Encoding: chunked\r\n\r\n`

/** Fetches from a server that talks as told after the first request on each connection, and says how long it took. */
async function fetchFrom(talk: (socket: Socket, request: string) => void, options: FetchPageOptions = {}) {
  const server = await startTcp((socket) => socket.once('data', (data) => talk(socket, data.toString())))
  const start = performance.now()
  const observation = await fetchPage('http://blog.test/post', {
    resolve: resolveTo(server),
    timeoutMs: 3_000,
    ...options,
  })
  const ms = performance.now() - start
  await server.close()
  return { observation, ms, text: new TextDecoder().decode(observation.body) }
}

/** Writes the same again and again, as fast as it is taken. */
function forever(socket: Socket, piece: string | Buffer) {
  const write = () => {
    while (socket.writable && socket.write(piece));
    if (socket.writable) socket.once('drain', write)
  }
  write()
}

describe('the body of a redirect', () => {
  const toPage = (body: (socket: Socket) => void) => (socket: Socket, request: string) => {
    if (request.startsWith('GET /page'))
      return void socket.end(`${HTML}Content-Length: ${PAGE.length}\r\n\r\n${PAGE}`)
    socket.write('HTTP/1.1 302 Found\r\nLocation: /page\r\nTransfer-Encoding: chunked\r\n\r\n')
    body(socket)
  }

  it.each<[string, (socket: Socket) => void]>([
    ['never comes', () => {}],
    ['never ends', (socket) => forever(socket, `400\r\n${' '.repeat(1024)}\r\n`)],
    ['drips', (socket) => void setInterval(() => socket.write('1\r\n \r\n'), 20).unref()],
  ])('that %s is not waited for', async (_, body) => {
    const { observation, ms, text } = await fetchFrom(toPage(body))
    expect(observation).toMatchObject({ status: 200, failure: null, finalUrl: 'http://blog.test/page' })
    expect(text).toBe(PAGE)
    expect(ms).toBeLessThan(1_500)
  })
})

describe('what never ends', () => {
  it('is announcements: they are counted', async () => {
    const { observation, ms } = await fetchFrom((socket) =>
      forever(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'),
    )
    expect(observation).toMatchObject({
      status: null,
      failure: 'protocol',
      failureDetail: '20 announcements',
    })
    expect(ms).toBeLessThan(1_500)
  })

  it('is a fast body: it ends at the limit', async () => {
    const { observation, ms } = await fetchFrom((socket) => {
      socket.write(CHUNKED)
      forever(socket, `4000\r\n${'x'.repeat(0x4000)}\r\n`)
    })
    expect(observation).toMatchObject({ status: 200, failure: 'too-large', cut: true })
    expect(observation.body).toHaveLength(5_000_000)
    expect(ms).toBeLessThan(2_500)
  })

  it('is framing without a body: bytes on the wire are counted too', async () => {
    const { observation } = await fetchFrom(
      (socket) => {
        socket.write(`${CHUNKED}${PAGE.length.toString(16)}\r\n${PAGE}\r\n`)
        forever(socket, `1;${'x'.repeat(8_000)}\r\n \r\n`)
      },
      { maxWireBytes: 2_000_000 },
    )
    expect(observation).toMatchObject({ status: 200, failure: 'too-large', cut: true })
    expect(observation.body.length).toBeLessThan(2_000)
  })

  it('is one header after another: there is an end to their size and their time', async () => {
    const { observation } = await fetchFrom((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      forever(socket, `x-more: ${'y'.repeat(100)}\r\n`)
    })
    expect(observation).toMatchObject({ status: null, failure: 'protocol' })
    const drip = await fetchFrom(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n')
        setInterval(() => socket.write('x: y\r\n'), 20).unref()
      },
      { headersTimeoutMs: 300 },
    )
    expect(drip.observation).toMatchObject({ status: null, failure: 'timeout', failureDetail: 'headers' })
    expect(drip.ms).toBeLessThan(1_500)
  })

  it.each(['gzip', 'identity'])(
    'is a body that stalls after its first half (%s): the half is kept',
    async (coding) => {
      const body = coding === 'gzip' ? gzipSync(PAGE.repeat(3_000)) : Buffer.from(PAGE)
      const { observation, text, ms } = await fetchFrom(
        (socket) => {
          socket.write(`${HTML}Content-Encoding: ${coding}\r\nContent-Length: ${body.length * 2}\r\n\r\n`)
          socket.write(body.subarray(0, body.length - 20))
        },
        { timeoutMs: 500 },
      )
      expect(observation).toMatchObject({
        status: 200,
        failure: 'timeout',
        failureDetail: 'overall',
        cut: true,
      })
      expect(text.startsWith(PAGE.slice(0, 20))).toBe(true)
      expect(ms).toBeLessThan(1_500)
    },
  )
})

it('reads a body of a million chunks of a byte without keeping a million pieces', async () => {
  const pieces = '1\r\nx\r\n'.repeat(20_000)
  const before = process.memoryUsage()
  const { observation } = await fetchFrom(
    (socket) => {
      socket.write(CHUNKED)
      for (let at = 0; at < 50; at += 1) socket.write(pieces)
      socket.end('0\r\n\r\n')
    },
    { timeoutMs: 15_000 },
  )
  expect(observation).toMatchObject({ failure: null, cut: false })
  expect(observation.body).toHaveLength(1_000_000)
  const { heapUsed, external } = process.memoryUsage()
  expect(heapUsed + external - before.heapUsed - before.external).toBeLessThan(60_000_000)
})
