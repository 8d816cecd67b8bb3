import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalServer, startHttp } from '#lib/server/fetching/local-server.ts'

const SCRIPT = fileURLToPath(new URL('./check-link.ts', import.meta.url))
const TARGETS = [{ domain: 'acme.test', includeSubdomains: true }]
let server: LocalServer
let folder: string
let hosts: string

beforeAll(async () => {
  server = await startHttp({
    '/linked': (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<p>By <a href="https://acme.test/" rel="nofollow">Acme</a></p>'),
    '/unlinked': (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>By Acme</p>'),
    '/agent': (request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<p>${request.headers['user-agent']} <a href="https://acme.test/">kit</a></p>`),
    '/silent': () => {},
  })
  folder = mkdtempSync(path.join(tmpdir(), 'check-link-'))
  hosts = path.join(folder, 'hosts.json')
  writeFileSync(
    hosts,
    JSON.stringify({
      'blog.test:80': `127.0.0.1:${server.port}`,
      'bücher.test:8080': `127.0.0.1:${server.port}`,
      'gone.test:80': null,
    }),
  )
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server.close()
})

type Run = { code: number | null; stdout: string; stderr: string }

function run(
  args: string[],
  lines: (object | string)[] = [],
  env: Record<string, string> = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [SCRIPT, ...args], {
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    })
    const out: Run = { code: null, stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => (out.stdout += chunk))
    child.stderr.on('data', (chunk) => (out.stderr += chunk))
    child.on('close', (code) => resolve({ ...out, code }))
    child.stdin.end(
      lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
    )
  })
}

async function answers(
  args: string[],
  lines: (object | string)[],
): Promise<{ code: number | null; byId: Map<unknown, Record<string, unknown>> }> {
  const { code, stdout } = await run(args, lines)
  const read = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(read).toHaveLength(lines.filter((line) => line !== '').length)
  return { code, byId: new Map(read.map((answer) => [answer.id, answer])) }
}

describe('check-link --stdin', () => {
  it('answers each line, and knows no name but those it was given', async () => {
    const ask = (id: string, url: string) => ({ id, url, targets: TARGETS, brands: ['Acme'] })
    const lines = [
      ask('a', 'http://blog.test/linked'),
      ask('b', 'http://blog.test/unlinked'),
      ask('c', 'http://gone.test/'),
      ask('d', 'http://example.com/'),
      '',
      ask('e', 'http://bücher.test:8080/linked'),
      ask('f', 'http://127.0.0.1/'),
      ask('g', 'nonsense'),
    ]
    const { code, byId } = await answers(['--stdin', '--hosts', hosts, '--concurrency', '3'], lines)
    expect(code).toBe(0)
    expect(byId.get('a')).toMatchObject({
      facts: { linked: true, followed: false, rel: ['nofollow'] },
      verdict: 'linked-qualified',
    })
    expect(byId.get('b')).toMatchObject({
      facts: { linked: false, mentioned: true },
      verdict: 'mentioned-unlinked',
      sentence: 'The page names you, but does not link to you.',
    })
    expect(byId.get('c')).toMatchObject({ facts: { failure: 'dns' }, verdict: 'could-not-check' })
    expect(byId.get('d')).toMatchObject({ facts: { failure: 'dns' } })
    expect(byId.get('e')).toMatchObject({ facts: { linked: true } })
    expect(byId.get('f')).toMatchObject({ facts: { failure: 'blocked-address' } })
    expect(byId.get('g')).toMatchObject({ facts: { failure: 'bad-scheme' } })
  })

  it('answers what is malformed as such, and goes on', async () => {
    const { stdout, code } = await run(
      ['--stdin', '--hosts', hosts],
      [
        '{',
        '[]',
        { id: 1 },
        { id: 2, url: 'http://gone.test/', targets: [{}] },
        { id: 4, url: 'http://gone.test/', targets: [] },
        { id: 5, url: 'http://gone.test/', targets: [{ domain: 'not a domain' }] },
        { id: 6, url: 'http://gone.test/', targets: [...TARGETS, { domain: '*.acme.test' }] },
        { id: 3, url: 'http://gone.test/', targets: TARGETS, brands: [] },
      ],
    )
    const read = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(code).toBe(0)
    expect(read.filter(({ id, error }) => id === null && typeof error === 'string')).toHaveLength(7)
    expect(read.find(({ id }) => id === 3)).toMatchObject({ verdict: 'could-not-check' })
  })

  it('keeps to the time it is given', async () => {
    const start = performance.now()
    const { byId } = await answers(
      ['--stdin', '--hosts', hosts, '--timeout-ms', '300'],
      [{ id: 1, url: 'http://blog.test/silent', targets: TARGETS, brands: [] }],
    )
    expect(byId.get(1)).toMatchObject({ facts: { failure: 'timeout', transient: true } })
    expect(performance.now() - start).toBeLessThan(6_000)
  })
})

describe('check-link says who it is', () => {
  const agentOf = async (args: string[], env: Record<string, string> = {}) => {
    const { stdout } = await run(
      ['http://blog.test/agent', '--domain', 'acme.test', '--json', '--hosts', hosts, ...args],
      [],
      env,
    )
    return JSON.parse(stdout).facts.context
  }

  it('with the page about our looks, where there is one', async () => {
    expect(await agentOf([])).toBe('RapportLinkCheck/0.1 (a link check run by hand) kit')
    expect(await agentOf(['--about', 'https://shop.test/robot'])).toBe(
      'RapportLinkCheck/0.1 (+https://shop.test/robot) kit',
    )
    const server = {
      DATABASE_URL: 'postgres://x',
      APP_URL: 'https://rapport.test/',
      AUTH_SECRET: 'x'.repeat(40),
    }
    expect(await agentOf([], server)).toBe('RapportLinkCheck/0.1 (+https://rapport.test/robot) kit')
    expect(await agentOf([], { APP_URL: 'https://rapport.test' })).toContain('run by hand')
  })
})

describe('check-link --guard', () => {
  it('says what it would do, without any network', async () => {
    const { code, byId } = await answers(
      ['--guard'],
      [
        { id: 1, url: 'https://blog.test/', dns: [['8.8.8.8'], ['127.0.0.1']] },
        { id: 2, url: 'https://blog.test/', dns: [['127.0.0.1'], ['8.8.8.8']] },
        { id: 3, url: 'https://blog.test/', dns: ['8.8.8.8', '10.0.0.1'] },
        { id: 4, url: 'https://blog.test/', dns: [] },
        { id: 5, url: 'http://[::ffff:169.254.169.254]/', dns: [['8.8.8.8']] },
        { id: 6, url: 'gopher://blog.test/', dns: [['8.8.8.8']] },
        { id: 7, url: 'http://blog.test:25/', dns: [['8.8.8.8']] },
        { id: 8, url: 'http://8.8.8.8/' },
        { id: 9, url: 'http://[2606:4700::1]/', dns: [] },
      ],
    )
    expect(code).toBe(0)
    const short = [...byId].map(([id, { decision, reason, ip }]) => [id, decision, reason, ip])
    expect(short).toEqual([
      [1, 'allow', 'public', '8.8.8.8'],
      [2, 'refuse', 'blocked-address', '127.0.0.1'],
      [3, 'refuse', 'blocked-address', '10.0.0.1'],
      [4, 'refuse', 'dns', undefined],
      [5, 'refuse', 'blocked-address', '::ffff:a9fe:a9fe'],
      [6, 'refuse', 'bad-scheme', undefined],
      [7, 'refuse', 'blocked-port', undefined],
      [8, 'allow', 'public', '8.8.8.8'],
      [9, 'allow', 'public', '2606:4700::1'],
    ])
  })
})

describe('check-link --robots', () => {
  it('answers for each agent', async () => {
    const robotsTxt = 'User-agent: Googlebot\nDisallow: /private\n'
    const { byId } = await answers(
      ['--robots'],
      [
        { id: 1, robotsTxt, agent: 'Googlebot', url: 'https://blog.test/private/x' },
        { id: 2, robotsTxt, agent: 'FooBot', url: 'https://blog.test/private/x' },
        { id: 3, robotsTxt: '', agent: 'Googlebot', url: '' },
      ],
    )
    expect([...byId].map(([id, { allowed }]) => [id, allowed])).toEqual([
      [1, false],
      [2, true],
      [3, true],
    ])
  })
})

describe('check-link for a person', () => {
  it('prints verdict, sentence and evidence', async () => {
    const { code, stdout } = await run([
      'http://blog.test/linked',
      '--domain',
      'acme.test',
      '--brand',
      'Acme',
      '--hosts',
      hosts,
    ])
    expect(code).toBe(0)
    for (const words of [
      'linked-qualified',
      'Readers can still click it.',
      'https://acme.test/',
      '"Acme"',
      'nofollow',
      'In your hands',
    ])
      expect(stdout).toContain(words)
  })

  it('says how it is used when it is used otherwise', async () => {
    const wrong = [
      [],
      ['http://blog.test/'],
      ['--what'],
      ['--stdin', '--concurrency', 'x'],
      ['http://blog.test/', '--domain', 'acme test'],
      ['--stdin', '--hosts', path.join(folder, 'none.json')],
    ]
    for (const { code, stdout, stderr } of await Promise.all(wrong.map((args) => run(args)))) {
      expect(code).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).not.toBe('')
    }
  })
})
