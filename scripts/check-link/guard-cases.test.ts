import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AddressRow, GuardCase } from './cases/guard-case.ts'
import { GUARD_IPV4_ADDRESSES } from './cases/guard-ipv4-addresses.ts'
import { GUARD_IPV6_ADDRESSES, GUARD_WRAPPED_ADDRESSES } from './cases/guard-ipv6-addresses.ts'
import { GUARD_LOOK_UPS } from './cases/guard-look-ups.ts'
import { GUARD_URLS } from './cases/guard-urls.ts'

// The address guard through the command line, held against IANA's registries and the standards each case names.

const SCRIPT = fileURLToPath(new URL('../check-link.ts', import.meta.url))
const GROUPS: Record<string, GuardCase[]> = {
  'IPv4 addresses': GUARD_IPV4_ADDRESSES.flatMap(bothWays),
  'IPv6 addresses': GUARD_IPV6_ADDRESSES.flatMap(bothWays),
  'IPv4 inside IPv6': GUARD_WRAPPED_ADDRESSES.flatMap(bothWays),
  'forms of addresses': [...GUARD_URLS],
  'look-ups': [...GUARD_LOOK_UPS],
}
const CASES = Object.values(GROUPS).flat()
const LEAST_CASES = 150

let answers = new Map<string, { decision: string; reason: string; ip?: string }>()

beforeAll(() => {
  const lines = CASES.map(({ name, url, dns }) => `${JSON.stringify({ id: name, url, dns })}\n`)
  const { stdout, status } = spawnSync(process.execPath, [SCRIPT, '--guard'], {
    input: lines.join(''),
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  })
  expect(status).toBe(0)
  const read = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  answers = new Map(read.map((answer) => [answer.id, answer]))
})

it(`asks at least ${LEAST_CASES} questions, each of its own name`, () => {
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length)
  expect(CASES.length).toBeGreaterThanOrEqual(LEAST_CASES)
})

for (const [about, cases] of Object.entries(GROUPS)) {
  describe(`the address guard and ${about}`, () => {
    for (const { name, source, decision, reason, ip } of cases) {
      it(`${decision === 'allow' ? 'allows' : 'refuses'} ${name}`, () => {
        const wanted = { decision, ...(reason ? { reason } : {}), ...(ip ? { ip } : {}) }
        expect(answers.get(name), `${name}, by ${source}`).toMatchObject(wanted)
      })
    }
  })
}

/** Asked as the host of a URL and as what a name resolves to: both must be judged alike. */
function bothWays([address, decision, source]: AddressRow): GuardCase[] {
  const host = address.includes(':') ? `[${address}]` : address
  return [
    { name: `${address} in the URL`, source, url: `http://${host}/`, decision, ...reasonOf(decision) },
    {
      name: `${address} as an answer`,
      source,
      url: 'https://blog.test/',
      dns: [[address]],
      decision,
      ...reasonOf(decision),
      ip: address,
    },
  ]
}

function reasonOf(decision: AddressRow[1]): { reason?: string } {
  return decision === 'refuse' ? { reason: 'blocked-address' } : {}
}
