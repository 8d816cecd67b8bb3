import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGE, PAGE_ROUTES } from './cases/page-routes.ts'
import { type FetchPageOptions, fetchPage } from './fetch-page.ts'
import { type LocalServer, resolveTo, startHttp } from './local-server.ts'

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
const text = (body: Uint8Array) => new TextDecoder().decode(body)

describe('a page that is there', () => {
  it('is read whole, with its headers', async () => {
    const observation = await look('/page#part')
    expect(observation).toMatchObject({
      status: 200,
      finalUrl: 'http://blog.test/page',
      redirects: [],
      failure: null,
      cut: false,
    })
    expect(observation.headers).toContainEqual(['content-type', 'text/html; charset=utf-8'])
    expect(text(observation.body)).toBe(PAGE)
  })

  it('is asked for by name, without credentials', async () => {
    const observation = await look('http://user:secret@blog.test/agent?a=1', {
      aboutUrl: 'https://rapport.test/about',
    })
    const asked = JSON.parse(text(observation.body))
    expect(asked).toMatchObject({
      'user-agent': 'RapportLinkCheck/0.1 (+https://rapport.test/about)',
      url: '/agent?a=1',
      host: 'blog.test',
    })
    expect(asked.authorization).toBeUndefined()
    expect(asked.cookie).toBeUndefined()
    expect(observation.finalUrl).toBe('http://blog.test/agent?a=1')
  })

  it.each([
    '/gzip',
    '/gzip-and-more',
    '/gzip-padded',
    '/gzip-members',
    '/gzip-named',
    '/br',
    '/deflate',
    '/deflate-raw',
    '/three',
    '/early',
    '/continue',
  ])('%s is undone', async (path) => {
    expect(text((await look(path)).body)).toBe(PAGE)
  })

  it.each(['/empty', '/no-content'])('%s has nothing in it', async (path) => {
    expect(await look(path)).toMatchObject({ failure: null, cut: false, body: new Uint8Array() })
  })

  it('may be just below the limit', async () => {
    expect(await look('/fits')).toMatchObject({ failure: null, cut: false })
  })
})

describe('redirects', () => {
  it.each([
    ['/301', 'http://blog.test/page', [['http://blog.test/301', 301]]],
    ['/303', 'http://blog.test/page', [['http://blog.test/303', 303]]],
    ['/307', 'http://other.test/page', [['http://blog.test/307', 307]]],
    ['/308', 'http://other.test/page', [['http://blog.test/308', 308]]],
    ['/umlaut', 'http://blog.test/p%C3%A4ge?x=%C3%BC', [['http://blog.test/umlaut', 302]]],
    ['/refresh', 'http://blog.test/page', [['http://blog.test/refresh', 200]]],
    ['/refresh-reference', 'http://blog.test/page', [['http://blog.test/refresh-reference', 200]]],
    ['/refresh-header', 'http://blog.test/page', [['http://blog.test/refresh-header', 200]]],
  ] as const)('%s are followed', async (path, finalUrl, redirects) => {
    const observation = await look(path)
    expect(observation).toMatchObject({
      status: 200,
      finalUrl,
      failure: null,
      redirects: redirects.map(([url, status]) => ({ url, status })),
    })
    expect(text(observation.body)).toBe(PAGE)
  })

  it.each([
    '/refresh-top',
    '/refresh-script',
    '/refresh-later',
    '/refresh-comment',
    '/refresh-noscript',
    '/refresh-404',
    '/nowhere',
  ])('%s is the page itself', async (path) => {
    expect(await look(path)).toMatchObject({
      finalUrl: `http://blog.test${path}`,
      redirects: [],
      failure: null,
    })
  })

  it.each([
    ['/loop', 'redirect-loop'],
    ['/refresh-self', 'redirect-loop'],
    ['/many?n=0', 'too-many-redirects'],
    ['/bad-location', 'protocol'],
    ['/to-file', 'bad-scheme'],
    ['/to-inside', 'blocked-address'],
    ['/to-metadata', 'blocked-address'],
    ['/to-port', 'blocked-port'],
    ['/to-dead', 'dns'],
  ])('%s end with %s', async (path, failure) => {
    const observation = await look(path)
    expect(observation).toMatchObject({ failure, cut: false })
    expect(observation.body).toHaveLength(0)
  })

  it('are followed ten times', async () => {
    const observation = await look('/ten?n=0')
    expect(observation).toMatchObject({ failure: null, finalUrl: 'http://blog.test/page' })
    expect(observation.redirects).toHaveLength(10)
  })
})

describe('bounds', () => {
  it.each([
    ['/large', 'too-large'],
    ['/bomb', 'too-large'],
    ['/double-bomb', 'too-large'],
    ['/br-bomb', 'too-large'],
    ['/deflate-bomb', 'too-large'],
    ['/raw-deflate-bomb', 'too-large'],
    ['/mixed-bomb', 'too-large'],
    ['/gzip-endless-members', 'protocol'],
    ['/cut-length', 'reset'],
    ['/cut-chunk', 'reset'],
    ['/half-gzip', 'protocol'],
    ['/gzip-wrong-sum', 'protocol'],
    ['/gzip-no-trailer', 'protocol'],
  ])('%s is cut, and keeps what came', async (path, failure) => {
    const observation = await look(path)
    expect(observation).toMatchObject({ status: 200, failure, cut: true })
    expect(observation.body.length).toBeLessThanOrEqual(5_000_000)
  })

  it('end a slow drip when all the time is used up', async () => {
    const start = performance.now()
    const observation = await look('/drip', { timeoutMs: 400 })
    expect(observation).toMatchObject({ status: 200, failure: 'timeout', cut: true })
    expect(observation.body.length).toBeGreaterThan(2)
    expect(performance.now() - start).toBeLessThan(1_500)
  })

  it('end the waiting for headers sooner than all the time', async () => {
    const start = performance.now()
    expect(await look('/silent', { headersTimeoutMs: 200 })).toMatchObject({
      status: null,
      finalUrl: null,
      failure: 'timeout',
    })
    expect(performance.now() - start).toBeLessThan(1_500)
  })

  it.each(['/four', '/unknown-coding', '/not-gzip', '/headers'])('%s cannot be read', async (path) => {
    expect(await look(path)).toMatchObject({ failure: 'protocol' })
  })

  it('end a look-up that never answers', async () => {
    expect(await look('/page', { resolve: () => new Promise(() => {}), timeoutMs: 200 })).toMatchObject({
      failure: 'timeout',
      status: null,
    })
  })
})
