import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { Connections } from './connections.ts'
import { fetchPage } from './fetch-page.ts'
import type { Resolve } from './resolve-host.ts'

const running: { server: Server; connections: Connections }[] = []
afterEach(async () => {
  for (const { server, connections } of running.splice(0)) {
    connections.close()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})

/** A server that counts its connections, and look-ups that are counted too. */
async function world(afterAnswer: (socket: Socket) => void = () => {}) {
  const seen = { connections: 0, lookUps: 0 }
  const server = createServer((request, response) => {
    response.on('finish', () => afterAnswer(request.socket))
    if (request.url === '/moved') response.writeHead(302, { location: '/post', 'content-length': 0 }).end()
    else
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>${request.headers.host}${request.url}`)
  })
  server.on('connection', () => {
    seen.connections += 1
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const resolve: Resolve = async () => {
    seen.lookUps += 1
    return [{ address: '127.0.0.1', port, exempt: true }]
  }
  const connections = new Connections()
  running.push({ server, connections })
  const get = async (url: string, options = {}) => {
    const observation = await fetchPage(url, { resolve, connections, timeoutMs: 2_000, ...options })
    // A connection is free again in the next turn of the loop.
    await new Promise((done) => setTimeout(done, 5))
    return observation
  }
  return { seen, get, resolve }
}

it('uses a connection again for the same origin, without another look-up', async () => {
  const { seen, get } = await world()
  for (const path of ['/moved', '/other', '/post'])
    expect(await get(`http://blog.test${path}`)).toMatchObject({ status: 200, failure: null })
  expect(seen).toEqual({ connections: 1, lookUps: 1 })
})

it('uses none for another host, another port or another resolver, whatever address they lead to', async () => {
  const { seen, get, resolve } = await world()
  await get('http://blog.test/')
  await get('http://other.test/')
  await get('http://blog.test:8080/')
  await get('http://blog.test/', { resolve: (host: string, port: number) => resolve(host, port) })
  expect(seen).toEqual({ connections: 4, lookUps: 4 })
})

it('asks again on a new one, judged anew, when the server had hung up', async () => {
  const { seen, get } = await world((socket) => socket.destroySoon())
  for (const _ of [1, 2]) expect(await get('http://blog.test/')).toMatchObject({ status: 200, failure: null })
  expect(seen).toEqual({ connections: 2, lookUps: 2 })
})

it('never gives one connection to two requests at a time', async () => {
  const { seen, get } = await world()
  await get('http://blog.test/')
  const both = await Promise.all([get('http://blog.test/a'), get('http://blog.test/b')])
  expect(both.map(({ body }) => new TextDecoder().decode(body))).toEqual(['<p>blog.test/a', '<p>blog.test/b'])
  expect(seen.connections).toBe(2)
})

it('leaves none open once the run has ended', async () => {
  const { get, seen } = await world()
  await get('http://blog.test/')
  running[0]?.connections.close()
  await get('http://blog.test/')
  expect(seen.connections).toBe(2)
})
