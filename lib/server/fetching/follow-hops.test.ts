import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LocalServer, resolveTo, startHttp } from './local-server.ts'
import { type LookOptions, lookAtLink } from './look-at-link.ts'

type Route = Parameters<typeof startHttp>[0][string]
const POST = `<p>${'A post about long walks, and about what one carries on them. '.repeat(6)}</p>`
const html =
  (body: string, status = 200): Route =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body)
const to =
  (location: string, status = 302): Route =>
  (_request, response) =>
    response.writeHead(status, { location }).end()
const linking = (...hrefs: string[]) =>
  html(`${POST}${hrefs.map((href) => `<a href="${href}">Acme</a>`).join(' ')}`)
const byScript = (code: string) =>
  html(`<title>One moment</title><p>You are being sent on.</p><script>${code}</script>`)

let server: LocalServer
let robots: Record<string, Route> = {}
/** How many requests each host has open, and the most there were. */
const open = new Map<string, number>()
const most = new Map<string, number>()
const slow: Route = (request, response) => {
  const host = request.headers.host ?? ''
  open.set(host, (open.get(host) ?? 0) + 1)
  most.set(host, Math.max(most.get(host) ?? 0, open.get(host) ?? 0))
  setTimeout(() => {
    open.set(host, (open.get(host) ?? 0) - 1)
    response.writeHead(302, { location: 'http://elsewhere.test/' }).end()
  }, 40)
}
const slowPaths = Array.from({ length: 8 }, (_, n) => `/go/slow-${n}`)

beforeAll(async () => {
  server = await startHttp({
    '/robots.txt': (request, response) =>
      (robots[request.headers.host ?? ''] ?? html('', 404))(request, response),
    '/chain': linking('http://short.test/go/1'),
    '/go/1': to('http://hop.test/go/2', 301),
    '/go/2': to('/go/3', 307),
    '/go/3': to('https://www.acme.test/kit?ref=1'),
    '/in-query': linking('http://out.test/exit?to=https%3A%2F%2Facme.test%2Fkit'),
    '/exit': to('https://acme.test/kit'),
    '/in-query-untrue': linking('http://out.test/leave?to=https%3A%2F%2Facme.test%2Fkit'),
    '/leave': to('http://rival.test/'),
    '/in-query-page': linking('http://out.test/click?to=https%3A%2F%2Facme.test%2Fkit'),
    '/click': html(`${POST}<p>We do not pass you on.</p>`),
    '/to-script': linking('http://pages.test/some/long/read'),
    '/some/long/read': byScript('window.location.href = atob("aHR0cHM6Ly9hY21lLnRlc3Qv")'),
    '/to-onload': linking('http://pages.test/another/long/read'),
    '/another/long/read': html('<body onload="location.replace(next)"><p>One moment.</p>'),
    '/to-application': linking('http://pages.test/a/third/long/read'),
    '/a/third/long/read': html(
      `${POST.repeat(3)}<script>button.onclick = () => { location.href = '/cart' }</script>`,
    ),
    '/to-dead': linking('http://pages.test/nobody/answers/here'),
    '/nobody/answers/here': (request) => request.socket.destroy(),
    '/many-on-one-host': linking(...slowPaths.map((path) => `http://aff.test${path}`)),
    ...Object.fromEntries(slowPaths.map((path) => [path, slow])),
    '/twice': html(
      `${POST}<a rel="nofollow" href="http://short.test/go/3">one</a> <a href="http://short.test/go/3">two</a>`,
    ),
    '/head-hangs': linking('http://hangs.test/go/x'),
    '/go/x': (request, response) => {
      if (request.method === 'GET') to('https://acme.test/')(request, response)
    },
    '/kit': html('ours'),
    '/': html('ours'),
  })
})
afterAll(() => server.close())
beforeEach(() => {
  robots = {}
  most.clear()
  server.hits.length = 0
})

function look(path: string, options: LookOptions = {}) {
  const question = {
    url: `http://blog.test${path}`,
    targets: [{ domain: 'acme.test', includeSubdomains: true }],
    brands: ['Acme'],
    followHops: true,
  }
  return lookAtLink(question, { resolve: resolveTo(server), timeoutMs: 9_000, ...options })
}

describe('a hop', () => {
  it('keeps its chain, address by address, with HEAD where that tells', async () => {
    const { facts, hops } = await look('/chain')
    expect(facts).toMatchObject({
      linked: true,
      viaRedirect: true,
      redirectTo: 'https://www.acme.test/kit?ref=1',
    })
    expect(hops).toMatchObject([
      {
        outcome: 'target',
        url: 'http://short.test/go/1',
        redirectTo: 'https://www.acme.test/kit?ref=1',
        steps: [
          { url: 'http://short.test/go/1', status: 301 },
          { url: 'http://hop.test/go/2', status: 307 },
          { url: 'http://hop.test/go/3', status: 302 },
        ],
      },
    ])
    expect(server.hits.filter((hit) => hit.includes('/go/'))).toEqual([
      'HEAD short.test/go/1',
      'HEAD hop.test/go/2',
      'HEAD hop.test/go/3',
    ])
  })

  it('that names the target in its query is believed only once it leads there', async () => {
    expect((await look('/in-query')).facts).toMatchObject({
      linked: true,
      viaRedirect: true,
      redirectTo: 'https://acme.test/kit',
    })
    expect((await look('/in-query-untrue')).facts).toMatchObject({
      linked: false,
      viaRedirect: false,
      redirectTo: null,
    })
    expect((await look('/in-query-page')).facts).toMatchObject({ linked: false, viaRedirect: false })
  })

  it.each(['/to-script', '/to-onload'])(
    '%s that passes on by script leaves the answer open',
    async (path) => {
      const { facts, hops } = await look(path)
      expect(facts).toMatchObject({ linked: null, linkedDirectly: false, viaRedirect: null })
      expect(hops).toMatchObject([{ outcome: 'unknown', why: 'script' }])
    },
  )

  it.each(['/to-application', '/to-dead'])(
    '%s that is a page like others, or dead, leaves nothing open',
    async (path) => {
      expect((await look(path)).facts).toMatchObject({ linked: false, viaRedirect: false })
    },
  )

  it('is asked with GET in time where HEAD never answers', async () => {
    expect((await look('/head-hangs')).facts).toMatchObject({
      linked: true,
      redirectTo: 'https://acme.test/',
    })
  })

  it('counts for every link that stands on the page with its address', async () => {
    const { hops } = await look('/twice')
    expect(new Set(hops.map(({ outcome }) => outcome))).toEqual(new Set(['target']))
    expect(server.hits.filter((hit) => hit.endsWith('/go/3'))).toHaveLength(1)
  })
})

describe('manners', () => {
  it('ask one host one thing at a time', async () => {
    const { facts } = await look('/many-on-one-host')
    expect(facts.linked).toBe(false)
    expect(most.get('aff.test')).toBe(1)
  })

  it('obey the robots.txt of a hop where nobody clicked, and say then that nothing is known', async () => {
    robots = { 'short.test': html('user-agent: *\ndisallow: /go/') }
    const { facts, hops } = await look('/chain', { obeyRobots: true })
    expect(facts).toMatchObject({ linked: null, viaRedirect: null })
    expect(hops).toMatchObject([{ outcome: 'unknown', why: 'robots', steps: [{ status: null }] }])
    expect(server.hits).not.toContain('HEAD short.test/go/1')
    expect((await look('/chain')).facts).toMatchObject({ linked: true, hopGooglebotAllowed: false })
  })
})
