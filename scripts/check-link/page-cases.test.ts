import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, type PageCase } from './cases/page-case.ts'
import { PAGE_CASES } from './cases/page-cases.ts'
import { type PageServers, startPageServers } from './cases/page-server.ts'

// Every page goes through the command line, all in one run, and is held against the standard its case names.

const SCRIPT = fileURLToPath(new URL('../check-link.ts', import.meta.url))
const CA = fileURLToPath(new URL('../../lib/server/fetching/cases/test-ca.pem', import.meta.url))
const CASES = Object.values(PAGE_CASES).flat()
const LEAST_CASES = 400
const TIMEOUT_MS = 6_000

type Answer = { facts: Record<string, unknown>; verdict: string }
let answers = new Map<string, Answer>()
let servers: PageServers
const folder = mkdtempSync(path.join(tmpdir(), 'page-cases-'))

beforeAll(async () => {
  servers = await startPageServers(CASES)
  answers = await answersTo(CASES)
}, 120_000)
afterAll(async () => {
  await servers.close()
  rmSync(folder, { recursive: true })
})

it(`looks at ${LEAST_CASES} pages or more, each of its own name`, () => {
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length)
  expect(CASES.length).toBeGreaterThanOrEqual(LEAST_CASES)
})

for (const [about, cases] of Object.entries(PAGE_CASES)) {
  describe(about, () => {
    for (const one of cases) {
      it(one.name, () => {
        const wrong = differences(one, answers.get(one.name))
        if (wrong.length > 0) expect.fail(`${one.name}\n  by ${one.source}\n  ${wrong.join('\n  ')}`)
      })
    }
  })
}

function differences(one: PageCase, answer: Answer | undefined): string[] {
  if (!answer) return ['no answer']
  const wrong = Object.entries(one.facts).flatMap(([fact, wanted]) => {
    const got = answer.facts[fact]
    return isAsWanted(wanted, got) ? [] : [`${fact}: expected ${shown(wanted)}, got ${shown(got)}`]
  })
  const isOther = one.verdict !== undefined && one.verdict !== answer.verdict
  return isOther ? [...wrong, `verdict: expected ${one.verdict}, got ${answer.verdict}`] : wrong
}

function isAsWanted(wanted: unknown, got: unknown): boolean {
  if (wanted instanceof RegExp) return typeof got === 'string' && wanted.test(got)
  if (wanted instanceof Object && 'not' in wanted) return got !== wanted.not && got !== undefined
  return isDeepStrictEqual(wanted, got)
}

function shown(value: unknown): string {
  if (value instanceof RegExp) return String(value)
  if (value instanceof Object && 'not' in value) return `anything but ${JSON.stringify(value.not)}`
  return JSON.stringify(value) ?? 'nothing'
}

async function answersTo(cases: readonly PageCase[]): Promise<Map<string, Answer>> {
  const hosts = path.join(folder, 'hosts.json')
  writeFileSync(hosts, JSON.stringify(servers.hosts))
  const lines = cases.map((one) => {
    const targets = [{ domain: 'acme.test', includeSubdomains: true }]
    return `${JSON.stringify({ id: one.name, url: addressOf(one), targets, brands: ['Acme'], ...one.ask })}\n`
  })
  const stdout = await outputOf(
    ['--stdin', '--hosts', hosts, '--ca', CA, '--concurrency', '20', '--timeout-ms', String(TIMEOUT_MS)],
    lines.join(''),
  )
  const read = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return new Map(read.map((answer) => [answer.id, answer]))
}

function outputOf(args: string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += chunk))
    child.on('close', (code) =>
      code === 0 ? resolve(stdout) : reject(new Error(`check-link ended with ${code}`)),
    )
    child.stdin.end(input)
  })
}
