import { zstdDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalServer, resolveTo, startHttp } from './local-server.ts'
import { lookAgainAtLink, lookAtLink } from './look-at-link.ts'

type Route = Parameters<typeof startHttp>[0][string]
const POST = `<p>${'A post about long walks. '.repeat(12)}<a href="https://acme.test/">Acme</a></p>`
const ETAG = 'W/"v1"'
const CHANGED = 'Sun, 01 Mar 2026 10:00:00 GMT'
const answering =
  (status: number, headers: Record<string, string | string[]>, body = ''): Route =>
  (_request, response) =>
    response.writeHead(status, headers).end(body)
const conditional: Route = (request, response) => {
  const { 'if-none-match': none, 'if-modified-since': since } = request.headers
  const isSame = none === undefined ? since === CHANGED : none === ETAG
  if (isSame) response.writeHead(304, { etag: ETAG, 'x-robots-tag': 'noindex' }).end()
  else
    response.writeHead(200, { 'content-type': 'text/html', etag: ETAG, 'last-modified': CHANGED }).end(POST)
}

let server: LocalServer
beforeAll(async () => {
  server = await startHttp({
    '/post': conditional,
    '/moved': answering(301, { location: '/post' }),
    '/unasked-304': answering(304, {}),
    '/busy': answering(503, { 'retry-after': '120' }),
    '/busy-until': answering(429, { 'retry-after': 'Sun, 01 Mar 2026 00:10:00 GMT' }),
    '/busy-for-years': answering(503, { 'retry-after': '999999999' }),
    '/busy-for-ever': answering(503, { 'retry-after': 'soon' }),
    '/headers': answering(
      200,
      {
        'content-type': 'text/html',
        'x-robots-tag': ['googlebot: nofollow', 'noarchive'],
        link: `<https://blog.test/x>; rel="canonical"${'x'.repeat(5_000)}`,
        server: 'nginx',
        'set-cookie': 'a=b',
      },
      POST,
    ),
    '/robots.txt': (request, response) =>
      request.headers.host === 'closed.test'
        ? response.writeHead(503, { 'retry-after': '60' }).end()
        : response.writeHead(404).end(),
  })
})
afterAll(() => server.close())

const question = (path: string, host = 'blog.test') => ({
  url: `http://${host}${path}`,
  targets: [{ domain: 'acme.test' }],
  brands: ['Acme'],
})
const options = () => ({
  resolve: resolveTo(server),
  timeoutMs: 3_000,
  now: new Date('2026-03-01T00:00:00Z'),
})
const URL_OF_POST = 'http://blog.test/post'

describe('a second look', () => {
  it.each([
    ['the ETag', { etag: ETAG }],
    ['the date', { lastModified: CHANGED }],
    ['both, of which the ETag is sent', { etag: ETAG, lastModified: 'Mon, 01 Jan 2001 00:00:00 GMT' }],
  ])('is told that nothing has changed by %s', async (_, validators) => {
    const again = await lookAgainAtLink(question('/post'), { url: URL_OF_POST, ...validators }, options())
    expect(again).toMatchObject({ notModified: true, observation: { status: 304, finalUrl: URL_OF_POST } })
    expect(again.headers).toEqual([
      ['etag', ETAG],
      ['x-robots-tag', 'noindex'],
    ])
  })

  it('is told so behind the same redirect', async () => {
    expect(
      await lookAgainAtLink(question('/moved'), { url: URL_OF_POST, etag: ETAG }, options()),
    ).toMatchObject({
      notModified: true,
      observation: { redirects: [{ url: 'http://blog.test/moved', status: 301 }] },
    })
  })

  it.each([
    ['the page has changed', '/post', { url: URL_OF_POST, etag: '"v0"' }],
    ['the marks are another address’s', '/post', { url: 'http://blog.test/other', etag: ETAG }],
    ['the marks are none', '/post', { url: URL_OF_POST, etag: 'v1\r\nx: y', lastModified: '' }],
  ])('is a whole look when %s', async (_, path, validators) => {
    expect(await lookAgainAtLink(question(path), validators, options())).toMatchObject({
      facts: { linked: true, httpStatus: 200 },
      headers: expect.arrayContaining([['etag', ETAG]]),
    })
  })

  it('takes a 304 that nobody asked for as no page', async () => {
    expect(await lookAtLink(question('/unasked-304'), options())).toMatchObject({
      facts: { linked: null, reachable: false, httpStatus: 304 },
      verdict: { kind: 'could-not-check' },
    })
  })
})

describe('beside the facts', () => {
  it.each([
    ['/busy', 120_000],
    ['/busy-until', 600_000],
    ['/busy-for-years', 7 * 24 * 3_600_000],
    ['/busy-for-ever', null],
    ['/post', null],
  ])('%s says how long to stay away: %s', async (path, retryAfterMs) => {
    expect(await lookAtLink(question(path), options())).toMatchObject({ retryAfterMs })
  })

  it('the headers that mattered are kept, bounded', async () => {
    const { headers } = await lookAtLink(question('/headers'), options())
    expect(headers.map(([name]) => name)).toEqual(['content-type', 'x-robots-tag', 'x-robots-tag', 'link'])
    expect(headers.at(-1)?.[1]).toHaveLength(1_000)
  })

  it('the page’s bytes are kept where they are wanted', async () => {
    expect((await lookAtLink(question('/post'), options())).body).toBeNull()
    const { body } = await lookAtLink(question('/post'), { ...options(), keepBody: true })
    expect(zstdDecompressSync(body ?? new Uint8Array()).toString()).toBe(POST)
    expect((await lookAtLink(question('/busy'), { ...options(), keepBody: true })).body).toBeNull()
  })

  it('the bytes are still there after they were read, and are counted', async () => {
    const { observation, facts } = await lookAtLink(question('/post'), options())
    expect(new TextDecoder().decode(observation.body)).toBe(POST)
    expect(facts.bytesRead).toBe(POST.length)
  })

  it('a robots.txt in trouble is no no: the look will come again', async () => {
    const { facts, observation, retryAfterMs } = await lookAtLink(question('/post', 'closed.test'), {
      ...options(),
      obeyRobots: true,
    })
    expect(observation).toMatchObject({
      robotsUnavailable: true,
      forbiddenByRobots: false,
      failureDetail: 'robots.txt 503',
    })
    expect(facts).toMatchObject({ linked: null, forbiddenByRobots: false, transient: true, reachable: false })
    expect(retryAfterMs).toBe(60_000)
  })
})
