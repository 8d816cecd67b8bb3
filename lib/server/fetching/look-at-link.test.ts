import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import { verdictOf } from '#lib/domain/link-check/link-verdict.ts'
import { type LocalServer, resolveTo, startHttp } from './local-server.ts'
import { type LookOptions, lookAtLink, startLookRun } from './look-at-link.ts'

const POST = `<p>${'A post about long walks, and about what one carries on them. '.repeat(6)}</p>`
type Route = Parameters<typeof startHttp>[0][string]
const html =
  (body: string, status = 200): Route =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body)
const to =
  (location: string): Route =>
  (_request, response) =>
    response.writeHead(302, { location }).end()
/** One page for each host, one robots.txt for each host. */
let robots: Record<string, Route> = {}

let server: LocalServer
beforeAll(async () => {
  server = await startHttp({
    '/robots.txt': (request, response) =>
      (robots[request.headers.host ?? ''] ?? html('', 404))(request, response),
    '/direct': html(`${POST}<a href="https://acme.test/kit">kit</a>`),
    '/broken': html(`${POST}<a href="http://acme.test/old">kit</a>`),
    '/fine': html(`${POST}<a href="http://acme.test/">kit</a>`),
    '/': html('ours'),
    '/short': html(
      `${POST}<a href="https://elsewhere.example/x/y">other</a> <a href="http://short.test/abc" rel="sponsored">Acme</a>`,
    ),
    '/abc': to('http://hop.test/next'),
    '/next': to('https://www.acme.test/kit?ref=1'),
    '/by-get': html(`${POST}<a href="http://short.test/get-only">Acme</a>`),
    '/get-only': (request, response) =>
      (request.method === 'HEAD' ? html('', 405) : to('https://acme.test/'))(request, response),
    '/by-refresh': html(`${POST}<a href="http://short.test/refresh">Acme</a>`),
    '/refresh': html('<meta http-equiv="refresh" content="0;url=https://acme.test/">'),
    '/to-inside': html(`${POST}<a href="http://short.test/inside">Acme</a>`),
    '/inside': to('http://127.0.0.1:8080/secret'),
    '/to-busy': html(`${POST}<a href="http://short.test/go/busy">Acme</a>`),
    '/go/busy': html('', 503),
    '/to-plain': html(`${POST}<a href="http://other.test/a/long/read">Acme</a>`),
    '/a/long/read': html(POST),
    '/both': html(
      `${POST}<a href="http://short.test/abc">by hop</a> <a rel="nofollow" href="https://acme.test/">direct</a>`,
    ),
    '/moved': to('http://new.test/direct'),
    '/heavy': html('<meta name="robots" content="noindex">'.repeat(10) + POST),
    '/secret-post': html(`${POST}<a href="https://acme.test/">kit</a>`),
  })
})
afterAll(() => server.close())
beforeEach(() => {
  robots = {}
})

function look(path: string, question: Partial<LinkQuestion> = {}, options: LookOptions = {}) {
  const asked = {
    url: `http://blog.test${path}`,
    targets: [{ domain: 'acme.test', includeSubdomains: true }],
    brands: ['Acme'],
    ...question,
  }
  return lookAtLink(asked, {
    resolve: resolveTo(server),
    timeoutMs: 3_000,
    now: new Date('2026-03-01T00:00:00Z'),
    ...options,
  })
}

describe('a look at a page', () => {
  it('finds the link, and asks robots.txt for Googlebot', async () => {
    const { facts, verdict, observation } = await look('/direct')
    expect(facts).toMatchObject({ linked: true, followed: true, googlebotAllowed: true, indexable: true })
    expect(verdict.kind).toBe('linked')
    expect(observation.fetchedAt).toBe('2026-03-01T00:00:00.000Z')
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
  })

  it.each<[string, Route, boolean | null]>([
    ['allows', html('user-agent: *\nallow: /'), true],
    ['forbids', html('user-agent: googlebot\ndisallow: /direct'), false],
    ['is missing', html('', 404), true],
    ['is itself forbidden', html('', 403), true],
    ['is asked for too often', html('', 429), false],
    ['belongs to a server in trouble', html('', 503), false],
    ['is elsewhere', to('http://other.test/robots.txt'), false],
    ['goes round in a circle', to('http://blog.test/robots.txt'), true],
    ['does not answer', (request) => request.socket.destroy(), null],
  ])('when robots.txt %s', async (_, answer, googlebotAllowed) => {
    robots = { 'blog.test': answer, 'other.test': html('user-agent: *\ndisallow: /') }
    expect((await look('/direct')).facts).toMatchObject({ linked: true, googlebotAllowed })
  })

  it('asks the robots.txt of the host it ended on, once for a whole run', async () => {
    robots = { 'new.test': html('user-agent: *\ndisallow: /') }
    const run = startLookRun({ resolve: resolveTo(server) })
    server.hits.length = 0
    for (const _ of [1, 2])
      expect((await look('/moved', {}, { run })).facts).toMatchObject({
        googlebotAllowed: false,
        finalUrl: 'http://new.test/direct',
      })
    expect(server.hits.filter((hit) => hit.endsWith('/robots.txt'))).toEqual(['GET new.test/robots.txt'])
  })

  it('obeys robots.txt for our own agent where nobody clicked', async () => {
    robots = { 'blog.test': html('user-agent: RapportLinkCheck\ndisallow: /direct') }
    server.hits.length = 0
    const { facts, verdict } = await look('/direct', {}, { obeyRobots: true })
    expect(facts).toMatchObject({
      forbiddenByRobots: true,
      reachable: false,
      linked: null,
      botWall: null,
      truncated: false,
    })
    expect(verdict).toMatchObject({ kind: 'could-not-check', expert: 'robots.txt forbids RapportLinkCheck.' })
    expect(server.hits).toEqual(['GET blog.test/robots.txt'])
    expect((await look('/direct')).facts.linked).toBe(true)
  })

  it('notices that the page of ours is broken', async () => {
    expect(await look('/broken')).toMatchObject({
      facts: { targetStatus: 404 },
      verdict: { kind: 'linked-wrong-page' },
    })
    expect(await look('/fine')).toMatchObject({ facts: { targetStatus: 200 }, verdict: { kind: 'linked' } })
  })
})

describe('hops', () => {
  it('are not followed unless asked', async () => {
    expect((await look('/short')).facts).toMatchObject({
      linked: false,
      viaRedirect: false,
      hopGooglebotAllowed: null,
    })
  })

  it('lead to us through redirects, and the target itself is not counted among them', async () => {
    const { facts, verdict } = await look('/short', { followHops: true })
    expect(facts).toMatchObject({
      linked: true,
      linkedDirectly: false,
      viaRedirect: true,
      redirectTo: 'https://www.acme.test/kit?ref=1',
      matchedHref: 'http://short.test/abc',
      rel: ['sponsored'],
      crawlable: true,
      followed: false,
      hopGooglebotAllowed: true,
      linkCount: 1,
    })
    expect(verdict.kind).toBe('linked-qualified')
  })

  it.each(['/by-get', '/by-refresh'])('%s are found where HEAD does not tell', async (path) => {
    expect((await look(path, { followHops: true })).facts).toMatchObject({
      linked: true,
      viaRedirect: true,
      redirectTo: 'https://acme.test/',
    })
  })

  it('that Googlebot may not follow are told', async () => {
    robots = { 'hop.test': html('user-agent: *\ndisallow: /next') }
    expect((await look('/short', { followHops: true })).facts).toMatchObject({
      linked: true,
      hopGooglebotAllowed: false,
    })
  })

  it('into closed networks lead nowhere', async () => {
    expect((await look('/to-inside', { followHops: true })).facts).toMatchObject({
      linked: false,
      viaRedirect: false,
    })
  })

  it('that could not be followed leave the answer open', async () => {
    expect((await look('/to-busy', { followHops: true })).facts).toMatchObject({
      linked: null,
      linkedDirectly: false,
      viaRedirect: null,
    })
  })

  it('that are plain links elsewhere change nothing', async () => {
    expect((await look('/to-plain', { followHops: true })).facts).toMatchObject({
      linked: false,
      mentioned: true,
    })
  })

  it('stand beside direct links, the first followed one being the best', async () => {
    expect((await look('/both', { followHops: true })).facts).toMatchObject({
      linkedDirectly: true,
      viaRedirect: true,
      linkCount: 2,
      matchedHref: 'http://short.test/abc',
      followed: true,
    })
  })
})

describe('TLS', () => {
  const cert = readFileSync(new URL('./cases/blog.test.pem', import.meta.url), 'utf8')
  const ca = readFileSync(new URL('./cases/test-ca.pem', import.meta.url), 'utf8')
  const secure = createServer({ cert, key: cert }, (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<a href="https://acme.test/">kit</a>'),
  )
  beforeAll(() => new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve)))
  afterAll(() => secure.close())
  const resolve = async () => [
    { address: '127.0.0.1', port: (secure.address() as AddressInfo).port, exempt: true },
  ]

  it('trusts an authority it is given, for the names it vouches for', async () => {
    expect((await look('', { url: 'https://blog.test/' }, { resolve, ca })).facts).toMatchObject({
      reachable: true,
      linked: true,
    })
    expect((await look('', { url: 'https://other.test/' }, { resolve, ca })).facts).toMatchObject({
      reachable: false,
      failure: 'tls',
      failureDetail: 'ERR_TLS_CERT_ALTNAME_INVALID',
      transient: null,
    })
  })

  it('trusts no other', async () => {
    expect((await look('', { url: 'https://blog.test/' }, { resolve })).facts).toMatchObject({
      failure: 'tls',
      linked: null,
    })
  })

  it.each([
    ['is over', 'expired-certificate.pem', 'CERT_HAS_EXPIRED'],
    ['has not begun', 'future-certificate.pem', 'CERT_NOT_YET_VALID'],
    ['is signed by itself', 'self-certificate.pem', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ])('tells a certificate whose time or word is worth nothing: one that %s', async (_, file, detail) => {
    const pem = readFileSync(new URL(`./cases/${file}`, import.meta.url), 'utf8')
    const authority = readFileSync(new URL('./cases/times-ca.pem', import.meta.url), 'utf8')
    const other = createServer({ cert: pem, key: pem }, (_request, response) => response.end())
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const { port } = other.address() as AddressInfo
    const there = { ca: authority, resolve: async () => [{ address: '127.0.0.1', port, exempt: true }] }
    const { facts } = await look('', { url: 'https://blog.test/' }, there)
    other.close()
    expect(facts).toMatchObject({ failure: 'tls', failureDetail: detail, linked: null, reachable: false })
    expect(verdictOf(facts, { url: 'https://blog.test/', targets: [] }).sentence).toMatch(/certificate/)
  })
})
