import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGE_ROUTES } from './cases/page-routes.ts'
import { type FetchPageOptions, fetchPage } from './fetch-page.ts'
import { type LocalServer, resolveTo, startHttp, startTcp } from './local-server.ts'

let server: LocalServer
beforeAll(async () => {
  server = await startHttp(PAGE_ROUTES)
})
afterAll(() => server.close())

const look = (path: string, options: FetchPageOptions = {}) =>
  fetchPage(path.startsWith('/') ? `http://blog.test${path}` : path, {
    resolve: resolveTo(server),
    timeoutMs: 3_000,
    ...options,
  })

describe('what is not opened', () => {
  it.each([
    ['ftp://blog.test/', 'bad-scheme'],
    ['javascript:alert(1)', 'bad-scheme'],
    ['not an address', 'bad-scheme'],
    ['', 'bad-scheme'],
    ['http://blog.test:25/', 'blocked-port'],
    ['http://127.0.0.1/', 'blocked-address'],
    ['http://[::1]/', 'blocked-address'],
    ['http://0x7f.1/', 'blocked-address'],
    ['http://localhost/', 'blocked-address'],
    ['http://nobody.example/', 'dns'],
  ])('%s: %s', async (url, failure) => {
    const resolve = async (host: string) =>
      host === 'localhost' ? [{ address: '8.8.8.8' }] : resolveTo(server)(host, 80)
    expect(await look(url, { resolve })).toMatchObject({ failure, status: null, finalUrl: null })
  })

  it('is decided by the answer that is connected to: one look-up for each connection', async () => {
    let lookUps = 0
    const resolve = async () => {
      lookUps += 1
      return lookUps === 1
        ? [{ address: '127.0.0.1', port: server.port, exempt: true }]
        : [{ address: '127.0.0.1' }]
    }
    expect(await look('/301', { resolve })).toMatchObject({ failure: 'blocked-address', status: 301 })
    expect(lookUps).toBe(2)
  })

  it('is what robots.txt forbids a look that obeys it', async () => {
    const before = server.hits.length
    expect(await look('/page', { mayFetch: async () => 'forbidden' })).toMatchObject({
      forbiddenByRobots: true,
      status: null,
      failure: null,
    })
    expect(server.hits.length).toBe(before)
  })
})

describe('servers that misbehave', () => {
  it.each<[string, (socket: import('node:net').Socket) => void, string]>([
    ['hang up at once', (socket) => socket.destroy(), 'reset'],
    ['answer nothing', (socket) => socket.once('data', () => socket.end()), 'reset'],
    [
      'answer garbage',
      (socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.6\r\n')),
      'protocol',
    ],
    [
      'send a broken status line',
      (socket) => socket.once('data', () => socket.end('HTTP/1.1 abc\r\n\r\n')),
      'protocol',
    ],
    [
      'send a broken chunk',
      (socket) =>
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n')),
      'protocol',
    ],
    [
      'speak plainly where TLS is expected',
      (socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\n\r\n')),
      'tls',
    ],
  ])('%s', async (what, talk, failure) => {
    const rude = await startTcp(talk)
    const url = what.includes('TLS') ? 'https://rude.test/' : 'http://rude.test/'
    expect(await fetchPage(url, { resolve: resolveTo(rude), timeoutMs: 2_000 })).toMatchObject({ failure })
    await rude.close()
  })

  it('are not there', async () => {
    const gone = await startTcp(() => {})
    await gone.close()
    expect(
      await fetchPage('http://gone.test/', { resolve: resolveTo(gone), timeoutMs: 2_000 }),
    ).toMatchObject({ failure: 'refused', failureDetail: 'ECONNREFUSED' })
  })

  it('are tried at their other addresses', async () => {
    const gone = await startTcp(() => {})
    await gone.close()
    const resolve = async () =>
      [gone.port, server.port].map((port) => ({ address: '127.0.0.1', port, exempt: true }))
    expect(await look('/page', { resolve })).toMatchObject({ status: 200, failure: null })
  })
})
