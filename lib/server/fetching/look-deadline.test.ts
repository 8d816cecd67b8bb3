import type { Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LocalServer, resolveTo, startHttp } from './local-server.ts'
import { lookAtLink, startLookRun } from './look-at-link.ts'

type Route = Parameters<typeof startHttp>[0][string]
const TIMEOUT_MS = 1_500
/** What a busy machine may take beyond it. */
const SLACK_MS = 900
const LINK = '<a href="https://acme.test/kit">Acme</a>'
const POST = `<p>${'A post about long walks, and about what one carries on them. '.repeat(6)}</p>`
const html =
  (body: string): Route =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(body)
const silent: Route = () => {}
const late =
  (ms: number, route: Route): Route =>
  (request, response) =>
    setTimeout(() => route(request, response), ms)

const NUMBERS = Array.from({ length: 40 }, (_, n) => n)
const links = (path: string) =>
  NUMBERS.map((n) => `<a href="http://h${n % 3}.test${path}${n}">x</a>`).join(' ')

let server: LocalServer
beforeAll(async () => {
  server = await startHttp({
    '/robots.txt': (request, response) =>
      request.headers.host === 'quick.test' ? response.writeHead(404).end() : silent(request, response),
    '/post': html(`${POST}${LINK}`),
    '/late-post': late(1_000, html(`${POST}${LINK}`)),
    '/hops': html(POST + links('/go/')),
    '/plain-links': html(POST + links('/a/long/read/')),
    ...Object.fromEntries(
      NUMBERS.flatMap((n) => [`/go/${n}`, `/a/long/read/${n}`]).map((path) => [path, late(250, html(POST))]),
    ),
    '/stalls': (_request, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-length': 90_000 })
        .write(`${POST}${LINK}`)
    },
    '/kit': silent,
  })
  // The first thread of a process takes longer to start than these looks may take.
  await lookAtLink(
    { url: 'http://quick.test/post', targets: [{ domain: 'nobody.test' }], brands: [] },
    { resolve: resolveTo(server) },
  )
})
afterAll(() => server.close())

async function look(url: string, question = {}, options = {}) {
  const start = performance.now()
  const { facts } = await lookAtLink(
    { url, targets: [{ domain: 'acme.test' }], brands: [], ...question },
    { resolve: resolveTo(server), timeoutMs: TIMEOUT_MS, ...options },
  )
  return { facts, ms: performance.now() - start }
}

it('one time for page, robots.txt and the page of ours: what was not reached is not known', async () => {
  const { facts, ms } = await look('http://slow.test/late-post')
  expect(facts).toMatchObject({ linked: true, googlebotAllowed: null, indexable: null, targetStatus: null })
  expect(ms).toBeLessThan(TIMEOUT_MS + SLACK_MS)
})

it.each(['/hops', '/plain-links'])(
  '%s that were not all followed in time leave the answer open',
  async (path) => {
    const { facts, ms } = await look(`http://quick.test${path}`, { followHops: true })
    expect(facts).toMatchObject({ linked: null, linkedDirectly: false, viaRedirect: null })
    expect(ms).toBeLessThan(TIMEOUT_MS + SLACK_MS)
  },
)

it('what came before a stall is read all the same', async () => {
  const { facts, ms } = await look('http://quick.test/stalls')
  expect(facts).toMatchObject({ linked: true, truncated: true, failure: 'timeout', reachable: false })
  expect(ms).toBeLessThan(TIMEOUT_MS + SLACK_MS)
})

it('a scheduled look whose robots.txt never answers waits no longer either, and asks for another time', async () => {
  const { facts, ms } = await look('http://slow.test/post', {}, { obeyRobots: true })
  expect(facts).toMatchObject({ linked: null, transient: true, forbiddenByRobots: false })
  expect(ms).toBeLessThan(TIMEOUT_MS + SLACK_MS)
})

it('a look with little time does not decide for others what robots.txt says', async () => {
  let asked = 0
  const sockets: Socket[] = []
  const patient = await startHttp({
    '/robots.txt': (request, response) => {
      asked += 1
      sockets.push(request.socket)
      setTimeout(() => response.writeHead(200).end('user-agent: *\ndisallow: /post'), 800)
    },
    '/post': html(POST),
  })
  const options = { resolve: resolveTo(patient) }
  const run = startLookRun(options)
  const hasty = look('http://blog.test/post', {}, { ...options, run, timeoutMs: 400 })
  const calm = look('http://blog.test/post', {}, { ...options, run, timeoutMs: 5_000 })
  expect((await hasty).facts.googlebotAllowed).toBeNull()
  expect((await calm).facts.googlebotAllowed).toBe(false)
  expect(asked).toBeLessThanOrEqual(2)
  run.end()
  await patient.close()
})
