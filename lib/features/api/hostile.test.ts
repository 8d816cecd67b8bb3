import { beforeAll, describe, expect, it } from 'vitest'
import { type ContractWorld, contractWorld, failOnBugs } from '#lib/testing/contract-world.ts'
import { API_OPERATIONS } from './api-operations.ts'

const WRITES = API_OPERATIONS.filter(({ method }) => method !== 'GET')

let world: ContractWorld
beforeAll(async () => {
  world = await contractWorld()
})
failOnBugs()

const ask: ContractWorld['ask'] = (...asked) => world.ask(...asked)
const good: ContractWorld['good'] = (operation) => world.good(operation)

describe('hostile input', () => {
  const TEXTS = ['', 'x'.repeat(300_000), 'a\0b', '\ud800', '__proto__', '😀'.repeat(5000)]
  const VALUES = [...TEXTS, -1, true, null, [], {}, ['a\0'], deep(500)]

  it.each(WRITES.filter(({ body }) => body))(
    '$id answers every wrong value of every field with what is wrong',
    { timeout: 120_000 },
    async (operation) => {
      const call = await good(operation)
      for (const field of operation.body?.shapes.keys() ?? []) {
        for (const value of VALUES) {
          const answer = await ask(operation, { ...call, body: { ...call.body, [field]: value } })
          const said = `${field}: ${JSON.stringify(value)?.slice(0, 60)} gives ${answer.status}`
          expect([200, 201, 409, 413, 422], said).toContain(answer.status)
        }
      }
    },
  )

  it.each(WRITES.filter(({ body }) => body))(
    '$id reads one JSON object and nothing else',
    async (operation) => {
      const call = await good(operation)
      const asked = async (raw: string, headers: Record<string, string> = {}) => {
        const answer = await ask(operation, call, { raw, headers })
        return [answer.status, (await answer.json()).type.split(':').at(-1)]
      }
      expect(await asked('{')).toEqual([400, 'bad-request'])
      expect(await asked('[]')).toEqual([422, 'invalid'])
      expect(await asked('null')).toEqual([422, 'invalid'])
      expect(await asked('"text"')).toEqual([422, 'invalid'])
      expect(await asked('{"no such field": 1}')).toEqual([422, 'invalid'])
      expect(await asked('{"__proto__": {"name": "x"}, "constructor": 1}')).toEqual([422, 'invalid'])
      const levels = 100_000
      expect(await asked(`{"name": ${'['.repeat(levels)}${']'.repeat(levels)}}`)).toEqual([422, 'invalid'])
      expect(await asked(`{"name": "${'x'.repeat(1_000_001)}"}`)).toEqual([413, 'too-large'])
      expect(await asked('{}', { 'content-type': 'text/plain' })).toEqual([415, 'not-json'])
      expect(await asked('{}', { 'content-type': 'application/x-www-form-urlencoded' })).toEqual([
        415,
        'not-json',
      ])
      expect(await asked('{}', { 'content-encoding': 'gzip' })).toEqual([415, 'not-json'])
      expect(await asked('{}', { 'idempotency-key': 'x'.repeat(300) })).toEqual([400, 'bad-request'])
    },
  )

  it.each(API_OPERATIONS)('$id answers a wrong query and a wrong id as such', async (operation) => {
    const call = await good(operation)
    const wrong = Object.keys(operation.query.shape).flatMap((name) =>
      ['%00', '%ed%a0%80', 'x'.repeat(5000), `a&${name}=b`].map((value) => `${name}=${value}`),
    )
    for (const query of [...wrong, 'none=1', '__proto__=1', 'constructor=1']) {
      const answer = await ask(operation, { ...call, query: `?${query}` })
      expect([200, 400], `${query.slice(0, 40)}: ${answer.status}`).toContain(answer.status)
    }
    for (const id of ['none', '%00', '00000000-0000-7000-8000-000000000000']) {
      if (!call.ids) continue
      const ids = Object.fromEntries(Object.keys(call.ids).map((name) => [name, id]))
      expect((await ask(operation, { ...call, ids })).status, id).toBe(404)
    }
  })
})

function deep(levels: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < levels; level++) value = [value]
  return value
}
