import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ApiScope } from '#lib/domain/api/api-scopes.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { type Asked, aToken, programRequest } from '#lib/testing/a-program.ts'
import { aMember, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { addProspect } from '../prospects/prospect-commands.ts'
import { prospectSchema } from '../prospects/prospect-schema.ts'
import { addSite } from '../sites/site-commands.ts'
import { siteSchema } from '../sites/site-schema.ts'
import { answerProgram } from './answer-program.ts'
import { REQUESTS_PER_MINUTE } from './count-request.ts'

const db = databaseAcrossWorkspaces
const MINUTE_MS = 60_000

let ours: WorkspaceScope
let things: FullWorkspace
let token: string
let tokenId: string
let now: Date

beforeAll(async () => {
  ours = await aWorkspace('Ours')
  things = await aFullWorkspace(ours, 'Oursmark')
})
beforeEach(async () => {
  now = new Date(ours.now)
  ;({ token, tokenId } = await aToken(ours))
})

const ask = (path: string, asked: Asked = {}, of = token, peer = '192.0.2.9') =>
  answerProgram(programRequest(of, path, asked), { now, peer })
const read = async (path: string, of = token) => (await ask(path, {}, of)).json()
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, { method: 'POST', body, headers })

describe('a list', () => {
  it('goes on where it ended, whatever came meanwhile, to the last one', async () => {
    const scope = await aWorkspace('Long')
    const { token: long } = await aToken(scope)
    const add = (index: number) =>
      addProspect(
        scope,
        prospectSchema.parse({
          kind: 'blogger',
          name: `Outlet ${index}`,
          address: `https://outlet-${index}.example`,
        }),
      )
    for (let index = 0; index < 7; index++) await add(index)
    const seen: string[] = []
    let path: string | null = '/prospects?limit=3'
    while (path) {
      const answer: Response = await ask(path, {}, long)
      const page = await answer.json()
      seen.push(...page.items.map(({ name }: { name: string }) => name))
      const link = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? null
      expect(link === null).toBe(page.next === null)
      path = link
      if (seen.length === 3) await add(99)
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((index) => `Outlet ${index}`))
  })

  it('refuses a cursor of another list', async () => {
    const { token: scoped } = await aToken(ours)
    const { next } = await read('/prospects?limit=1', scoped)
    expect((await ask(`/mentions?cursor=${next}`)).status).toBe(400)
    expect((await ask('/prospects?limit=0')).status).toBe(400)
    expect((await ask('/prospects?limit=101')).status).toBe(400)
    expect((await ask('/prospects?limit=5&limit=6')).status).toBe(400)
  })

  it('finds by kind and stage what the rows say', async () => {
    for (const filter of ['kind', 'stage'] as const) {
      const { items } = await read('/prospects?limit=100')
      const [{ [filter]: value }] = items
      const found = (await read(`/prospects?limit=100&${filter}=${value}`)).items
      expect(found).toEqual(items.filter((each: Record<string, string>) => each[filter] === value))
      expect(found.length).toBeGreaterThan(0)
    }
  })

  it('finds by words as they are, signs of SQL and all', async () => {
    expect((await read('/prospects?q=oursmark')).items.length).toBeGreaterThan(0)
    expect((await read('/prospects?q=%25')).items).toEqual([])
    expect((await read('/prospects?q=_')).items).toEqual([])
  })
})

describe('a token for some sites', () => {
  let other: string
  let narrow: string

  beforeAll(async () => {
    const input = { name: 'Other', ownerName: 'Other', domains: 'other.example', timeZone: 'UTC' }
    other = (await addSite(ours, siteSchema.parse(input))).siteId
    narrow = (await aToken(ours, { siteIds: [other] })).token
  })

  it('sees nothing that is another Site’s', async () => {
    const lists = [
      'sites',
      'campaigns',
      'pitches',
      'mentions',
      'samples',
      'sample-items',
      'contributions',
      'insights',
    ]
    for (const list of lists) {
      expect((await read(`/${list}`)).items.length, list).toBeGreaterThan(0)
      const ids = (await read(`/${list}`, narrow)).items.map(({ id }: { id: string }) => id)
      expect(ids, list).toEqual(list === 'sites' ? [other] : [])
    }
    for (const [path, id] of Object.entries({
      ...{ sites: things.siteId, campaigns: things.campaignId, pitches: things.pitchId },
      ...{ mentions: things.mentionId, prospects: things.prospectId, samples: things.sampleId },
      ...{ contacts: things.contactId, touches: things.touchId, promises: things.promiseId },
      ...{ 'reading-notes': things.noteId },
    }))
      expect((await ask(`/${path}/${id}`, {}, narrow)).status, path).toBe(404)
    expect((await ask(`/pitches/${things.pitchId}/messages`, {}, narrow)).status).toBe(404)
    expect((await ask(`/mentions/${things.mentionId}/looks`, {}, narrow)).status).toBe(404)
    expect(await read('/numbers', narrow)).toMatchObject({ mentions: [], letters: { sent: 0 } })
    expect((await ask('/today', {}, narrow)).status).toBe(403)
    expect((await ask(`/prospects/${things.prospectId}/story`, {}, narrow)).status).toBe(403)
  })

  it('writes nothing to another Site, and sees what it made itself', async () => {
    const mention = { siteId: things.siteId, url: 'https://news.example/a', provenance: 'earned' }
    const refused = await ask('/mentions', { method: 'POST', body: mention }, narrow)
    expect([refused.status, (await refused.json()).errors]).toEqual([
      422,
      [{ field: 'siteId', message: 'That is not here.' }],
    ])
    const body = { kind: 'blogger', address: 'https://made-by-it.example', name: 'Made by it' }
    const { id } = await (await ask('/prospects', { method: 'POST', body }, narrow)).json()
    expect((await ask(`/prospects/${id}`, {}, narrow)).status).toBe(200)
    const touch = { prospectId: things.prospectId, kind: 'met' }
    expect((await ask('/touches', { method: 'POST', body: touch }, narrow)).status).toBe(422)
  })
})

describe('a viewer’s token', () => {
  it('sees the mentions of their Sites, without whom we wrote to and what we noted', async () => {
    const viewer = await aMember(ours.workspaceId, 'viewer', ours.now, [things.siteId])
    const seen = await read(`/mentions/${things.mentionId}`, (await aToken(viewer)).token)
    expect(seen).toMatchObject({ siteId: things.siteId, url: things.mentionUrl })
    expect([seen.note, seen.prospectId, seen.pitchId, seen.campaignId]).toEqual([null, null, null, null])
  })
})

describe('an idempotency key', () => {
  const key = { 'idempotency-key': 'a key' }
  const touch = () => ({ prospectId: things.prospectId, kind: 'met', note: crypto.randomUUID() })

  it('lets one of two do the work that come at once', async () => {
    const body = touch()
    const answers = await Promise.all(Array.from({ length: 6 }, () => post('/touches', body, key)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses).toContain(201)
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
    expect(await db().touch.count({ where: { note: body.note } })).toBe(1)
    const after = await post('/touches', body, key)
    expect([after.status, after.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
  })

  it('is free again after a refusal, which changed nothing', async () => {
    const body = touch()
    expect((await post('/touches', { ...body, kind: 'none of them' }, key)).status).toBe(422)
    expect((await post('/touches', body, key)).status).toBe(201)
  })

  it('does nothing a second time where a process was killed half-way', async () => {
    const body = touch()
    await post('/touches', body, key)
    await db().apiAnswer.updateMany({ where: { tokenId }, data: { status: null } })
    now = new Date(now.getTime() + 30_000)
    expect((await post('/touches', body, key)).headers.get('retry-after')).toBe('2')
    now = new Date(now.getTime() + 10 * MINUTE_MS)
    const cutOff = await post('/touches', body, key)
    expect([cutOff.status, (await cutOff.json()).remedy]).toEqual([
      409,
      expect.stringContaining('Look whether'),
    ])
    expect(await db().touch.count({ where: { note: body.note } })).toBe(1)
  })

  it('is new again after a day', async () => {
    await post('/touches', touch(), key)
    expect((await post('/touches', touch(), key)).status).toBe(422)
    now = new Date(now.getTime() + 24 * 60 * MINUTE_MS)
    expect((await post('/touches', touch(), key)).status).toBe(201)
  })

  it('is each token’s own', async () => {
    const body = touch()
    await post('/touches', body, key)
    const { token: another } = await aToken(ours)
    const answer = await ask('/touches', { method: 'POST', body: touch(), headers: key }, another)
    expect([answer.status, answer.headers.has('idempotent-replayed')]).toEqual([201, false])
  })
})

describe('how much may be asked', () => {
  it('is counted by the minute, for all servers together, and said', async () => {
    const first = await ask('/me')
    expect(first.headers.get('ratelimit-policy')).toBe(`"token";q=${REQUESTS_PER_MINUTE};w=60`)
    expect(first.headers.get('ratelimit')).toBe(`"token";r=${REQUESTS_PER_MINUTE - 1};t=60`)
    await db().apiToken.update({ where: { id: tokenId }, data: { minuteUsed: REQUESTS_PER_MINUTE - 1 } })
    const together = await Promise.all(Array.from({ length: 5 }, () => ask('/me')))
    expect(together.map(({ status }) => status).toSorted()).toEqual([200, 429, 429, 429, 429])
    const late = together.find(({ status }) => status === 429)
    expect(Number(late?.headers.get('retry-after'))).toBeGreaterThan(0)
    now = new Date(now.getTime() + MINUTE_MS)
    expect((await ask('/me')).status).toBe(200)
  })

  it('tells when the token was last used, to the minute', async () => {
    now = new Date('2026-03-04T12:34:56Z')
    await ask('/me')
    const row = await db().apiToken.findUniqueOrThrow({ where: { id: tokenId } })
    expect(row.minuteAt).toEqual(new Date('2026-03-04T12:34:00Z'))
  })

  it('slows whoever guesses tokens, and nobody else', async () => {
    const guess = () => ask('/me', {}, `rapport_${'x'.repeat(43)}`, '198.51.100.77')
    const statuses: number[] = []
    for (let index = 0; index < 25; index++) statuses.push((await guess()).status)
    expect(statuses.slice(0, 19).every((status) => status === 401)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
    expect((await ask('/me', {}, token, '198.51.100.77')).status).toBe(200)
  })
})

describe('what goes wrong', () => {
  it('is told by RFC 9457, with the fields it is about', async () => {
    const answer = await post('/prospects', { kind: 'wizard', address: 'not an address', name: '' })
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    const problem = await answer.json()
    expect(problem).toMatchObject({ type: 'urn:rapport:problem:invalid', status: 422 })
    expect(problem.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      'address',
      'kind',
      'name',
    ])
  })

  it('is a conflict where it is here already, with what to do', async () => {
    const body = { kind: 'blogger', address: `https://blog-${things.host}`, name: 'Again' }
    const answer = await post('/prospects', body)
    expect([answer.status, (await answer.json()).type]).toEqual([409, 'urn:rapport:problem:conflict'])
  })

  it('tells where nothing is from what cannot be done there', async () => {
    expect((await ask('/nothing')).status).toBe(404)
    const answer = await ask(`/pitches/${things.pitchId}`, { method: 'PATCH', body: { body: 'Mine now' } })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect((await ask('/prospects', { method: 'DELETE' })).status).toBe(405)
  })

  it('asks for a token before anything else', async () => {
    const bare = new Request('http://rapport.test/api/v1/nothing')
    const answer = await answerProgram(bare, { now, peer: '192.0.2.10' })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Rapport"'])
  })
})

describe('a change', () => {
  it('leaves what it does not name as it was', async () => {
    const before = await read(`/prospects/${things.prospectId}`)
    const answer = await ask(`/prospects/${things.prospectId}`, { method: 'PATCH', body: { country: 'SE' } })
    const { updatedAt: _, ...after } = await answer.json()
    const { updatedAt: __, ...was } = before
    expect(after).toEqual({ ...was, country: 'SE' })
  })

  it('fills the workspace’s own fields by their key, and refuses one that is not there', async () => {
    const patch = (custom: unknown) =>
      ask(`/prospects/${things.prospectId}`, { method: 'PATCH', body: { custom } })
    expect((await (await patch({ oursmark: 'By a program' })).json()).custom).toEqual({
      oursmark: 'By a program',
    })
    const answer = await patch({ nothing: 'x' })
    expect([answer.status, (await answer.json()).errors]).toEqual([
      422,
      [{ field: 'custom.nothing', message: 'There is no such field here.' }],
    ])
  })

  it('needs the scope of its own noun: reading it is not enough, writing it is enough to read', async () => {
    const withScopes = async (...scopes: ApiScope[]) => (await aToken(ours, { scopes })).token
    const reader = await withScopes('prospects:read', 'touches:write')
    const patch = { method: 'PATCH', body: { whyCare: 'x' } }
    expect((await ask(`/prospects/${things.prospectId}`, patch, reader)).status).toBe(403)
    const writer = await withScopes('prospects:write')
    expect((await ask(`/prospects/${things.prospectId}`, {}, writer)).status).toBe(200)
  })
})
