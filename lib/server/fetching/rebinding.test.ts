import { createServer } from 'node:http'
import { type AddressInfo, isIP } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LocalServer, startHttp } from './local-server.ts'
import { lookAtLink } from './look-at-link.ts'
import type { Resolve } from './resolve-host.ts'

type Route = Parameters<typeof startHttp>[0][string]

/** A server inside, which nothing may ever reach: it counts who comes by. */
const canary = { visits: 0, port: 0 }
const inside = createServer((_request, response) => response.end('secret'))
inside.on('connection', () => {
  canary.visits += 1
})
const POST = `<p>${'A post about long walks, and about what one carries on them. '.repeat(6)}</p>`
let outside: LocalServer
let routes: Record<string, Route> = {}

beforeAll(async () => {
  await new Promise<void>((done) => inside.listen(0, '127.0.0.1', done))
  canary.port = (inside.address() as AddressInfo).port
  outside = await startHttp(new Proxy<Record<string, Route>>({}, { get: (_, path) => routes[String(path)] }))
})
afterAll(async () => {
  await outside.close()
  await new Promise((done) => inside.close(done))
})
beforeEach(() => {
  canary.visits = 0
  routes = {}
})

const html =
  (body: string): Route =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(body)
const to =
  (location: string): Route =>
  (_request, response) =>
    response.writeHead(302, { location }).end()

/** Names lead outside for their first look-ups and inside for all later ones, as an attacker's name server would have it. */
function rebinding(firstLookUps: number): Resolve {
  const asked = new Map<string, number>()
  return async (host) => {
    const count = (asked.get(host) ?? 0) + 1
    asked.set(host, count)
    const isOutside = /^(?:ours|blog|hop)\./.test(host) && (host.startsWith('ours') || count <= firstLookUps)
    if (isOutside) return [{ address: '127.0.0.1', port: outside.port, exempt: true }]
    return [{ address: isIP(host) ? host : '127.0.0.1' }]
  }
}

function look(url: string, resolve: Resolve) {
  const question = {
    url,
    targets: [
      { domain: 'ours.test', includeSubdomains: true },
      { domain: 'inside.test', includeSubdomains: true },
    ],
    brands: ['Acme'],
    followHops: true,
  }
  return lookAtLink(question, { resolve, timeoutMs: 3_000, obeyRobots: true })
}

/** All the ways to write the canary's address. */
const disguises = () =>
  [
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    'localhost',
    'inside.test',
  ].map((host) => `http://${host}:${canary.port}/`)

describe('nothing inside is reached', () => {
  it('by the page', async () => {
    for (const url of disguises())
      expect((await look(url, rebinding(0))).facts).toMatchObject({
        reachable: false,
        failure: 'blocked-address',
      })
    expect(canary.visits).toBe(0)
  })

  it.each<[string, (url: string) => Route]>([
    ['a redirect', to],
    ['a meta refresh', (url) => html(`<meta http-equiv="refresh" content="0; url=${url}">`)],
    [
      'a Refresh header',
      (url) => (_request, response) =>
        response.writeHead(200, { 'content-type': 'text/html', refresh: `0; url=${url}` }).end(POST),
    ],
  ])('by %s', async (_, sendTo) => {
    for (const url of disguises()) {
      routes = { '/post': sendTo(url) }
      expect((await look('http://ours.test/post', rebinding(9))).facts).toMatchObject({
        failure: 'blocked-address',
      })
    }
    expect(canary.visits).toBe(0)
  })

  it('by a name that leads elsewhere at its second look-up', async () => {
    routes = { '/post': to(`http://blog.test:${canary.port}/`) }
    expect((await look('http://blog.test/post', rebinding(1))).facts).toMatchObject({ reachable: false })
    expect(canary.visits).toBe(0)
  })

  it('by robots.txt, its redirects included', async () => {
    for (const url of disguises()) {
      routes = { '/robots.txt': to(`${url}robots.txt`), '/post': html(POST) }
      await look('http://ours.test/post', rebinding(9))
    }
    routes = { '/post': html(POST) }
    const { facts } = await lookAtLink(
      { url: `http://blog.test:${canary.port}/post`, targets: [{ domain: 'ours.test' }], brands: [] },
      { resolve: rebinding(1), timeoutMs: 3_000 },
    )
    expect(facts.httpStatus).toBe(200)
    expect(canary.visits).toBe(0)
  })

  it('by the hops of a link', async () => {
    for (const url of disguises()) {
      routes = {
        '/post': html(`${POST}<a href="${url}go/">one</a> <a href="http://hop.test/go/x">two</a>`),
        '/go/x': to(url),
      }
      await look('http://ours.test/post', rebinding(9))
    }
    routes = {
      '/post': html(`${POST}<a href="http://hop.test:${canary.port}/go/x">two</a>`),
      '/go/x': to(`http://hop.test:${canary.port}/go/y`),
    }
    await look('http://ours.test/post', rebinding(1))
    expect(canary.visits).toBe(0)
  })

  it('by the page of ours a link leads to', async () => {
    routes = { '/post': html(`${POST}<a href="http://inside.test:${canary.port}/kit">Acme</a>`) }
    expect((await look('http://ours.test/post', rebinding(9))).facts).toMatchObject({
      linked: true,
      targetStatus: null,
    })
    expect(canary.visits).toBe(0)
  })
})
