import { beforeAll, describe, expect, it } from 'vitest'
import { API_SCOPES } from '#lib/domain/api/api-scopes.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { FullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { aToken } from '#lib/testing/a-program.ts'
import { API_CALLS, type ApiCallForTest } from '#lib/testing/api-calls.ts'
import { type ContractWorld, contractWorld, failOnBugs, OURS, THEIRS } from '#lib/testing/contract-world.ts'
import type { ApiOperation } from './api-operation.ts'
import { API_OPERATIONS } from './api-operations.ts'

// Every operation of the document, called on a real database.

const WRITES = API_OPERATIONS.filter(({ method }) => method !== 'GET')

let world: ContractWorld
let ours: WorkspaceScope
let theirThings: FullWorkspace

beforeAll(async () => {
  world = await contractWorld()
  ours = world.ours
  theirThings = world.theirThings
})
failOnBugs()

const ask: ContractWorld['ask'] = (...asked) => world.ask(...asked)
const good: ContractWorld['good'] = (operation) => world.good(operation)

describe('every operation', () => {
  it('stands in the table of calls, and the table names no other', () => {
    expect(Object.keys(API_CALLS).toSorted()).toEqual(API_OPERATIONS.map(({ id }) => id).toSorted())
  })

  it.each(API_OPERATIONS)('$id answers what the document says', async (operation) => {
    const answer = await ask(operation, await good(operation))
    const body = await answer.json()
    expect([answer.status, body]).toEqual([operation.status, expect.anything()])
    expect(operation.answer.schema.safeParse(body).error).toBeUndefined()
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('ratelimit')).toMatch(/^"token";r=\d+;t=\d+$/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  })

  it.each(API_OPERATIONS)(
    '$id neither shows nor changes anything of another workspace',
    async (operation) => {
      const before = await everythingOf(theirThings.workspaceId)
      const call = await theirCall(operation)
      const answer = await ask(operation, call)
      const text = await answer.text()
      if (call.ids) expect(answer.status).toBe(404)
      expect(text).not.toMatch(new RegExp(THEIRS, 'i'))
      expect(await everythingOf(theirThings.workspaceId)).toEqual(before)
    },
  )

  it.each(API_OPERATIONS)('$id gives a viewer nothing that is not for them', async (operation) => {
    const answer = await ask(operation, await good(operation), {}, world.viewerToken)
    const text = await answer.text()
    const isOpen = [
      ...['getMe', 'listSites', 'getSite', 'listMentions', 'getMention', 'listLooks', 'getNumbers'],
      ...['listReports', 'getReport'],
    ]
    if (!isOpen.includes(operation.id))
      expect([answer.status, text]).toEqual([403, expect.stringContaining('role-too-weak')])
    expect(text).not.toMatch(new RegExp(OURS, 'i'))
  })

  it.each(API_OPERATIONS.filter(({ scopes }) => scopes.length > 0))(
    '$id refuses a token without each of its scopes',
    async (operation) => {
      for (const lacking of operation.scopes) {
        const noun = lacking.split(':')[0]
        const held = API_SCOPES.filter((scope) =>
          lacking.endsWith(':write') ? scope !== lacking : !scope.startsWith(`${noun}:`),
        )
        const { token: narrow } = await aToken(ours, { scopes: held })
        const answer = await ask(operation, await good(operation), {}, narrow)
        expect([answer.status, (await answer.json()).type]).toEqual([
          403,
          'urn:rapport:problem:missing-scope',
        ])
      }
    },
  )

  it.each(API_OPERATIONS)('$id opens for no revoked, expired or unknown token', async (operation) => {
    const call = await good(operation)
    const revoked = await aToken(ours)
    await databaseAcrossWorkspaces().apiToken.update({
      where: { id: revoked.tokenId },
      data: { revokedAt: ours.now, revokedById: ours.memberId },
    })
    const expired = await aToken(ours, { days: -1 })
    for (const dead of [revoked.token, expired.token]) {
      // Each from elsewhere: dead tokens are slowed by where they come from.
      const answer = await ask(operation, call, {}, dead, `peer of ${operation.id}`)
      expect(answer.status).toBe(401)
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      expect(answer.headers.get('www-authenticate')).toContain('Bearer')
    }
  })

  it.each(WRITES)('$id is done once with one idempotency key', async (operation) => {
    const call = await good(operation)
    const headers = { 'idempotency-key': `once-${operation.id}` }
    const first = await ask(operation, call, { headers })
    const between = await everythingOf(ours.workspaceId)
    const second = await ask(operation, call, { headers })
    expect(first.status).toBe(operation.status)
    expect(second.status).toBe(operation.status)
    expect(await second.text()).toBe(await first.text())
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(await everythingOf(ours.workspaceId)).toEqual(between)
  })

  it.each(WRITES.filter(({ body }) => body))(
    '$id refuses the key of another request, with what it says',
    async (operation) => {
      const call = await good(operation)
      const headers = { 'idempotency-key': `other-${operation.id}` }
      await ask(operation, call, { headers })
      const raw = `${JSON.stringify(call.body)} `
      const answer = await ask(operation, call, { headers, raw })
      expect([answer.status, (await answer.json()).type]).toEqual([422, 'urn:rapport:problem:key-of-another'])
    },
  )
})

describe('what no program writes', () => {
  it('is as it was after every operation', async () => {
    const before = await personsOwn()
    for (const operation of WRITES) await ask(operation, await good(operation))
    expect(await personsOwn()).toEqual(before)
  })
})

/** Their ids, in the path and in the body. */
async function theirCall(operation: ApiOperation): Promise<ApiCallForTest> {
  const call = await good(operation)
  const theirs = {
    ...(theirThings as unknown as Record<string, string>),
    ...{ stopId: theirThings.suppressionId, reportId: theirThings.sharedReportId },
  } as Record<string, string>
  const swapped = (values: Record<string, unknown> = {}) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, (name.endsWith('Id') && theirs[name]) || value]),
    )
  return {
    ...(call.ids ? { ids: swapped(call.ids) as Record<string, string> } : {}),
    ...(call.body ? { body: swapped(call.body) } : {}),
    query: 'siteId' in operation.query.shape ? `?siteId=${theirThings.siteId}` : '',
  }
}

/** What only a person writes, as it stands. */
async function personsOwn() {
  const where = { workspaceId: ours.workspaceId }
  const db = databaseAcrossWorkspaces()
  return JSON.stringify(
    await Promise.all([
      db.pitch.findMany({
        where,
        select: { id: true, subject: true, body: true, state: true, revision: true },
      }),
      db.pitchRevision.findMany({ where }),
      db.pitchRemark.findMany({ where }),
      db.message.findMany({ where }),
      db.outgoingMail.findMany({ where, select: { id: true, state: true } }),
      db.followUp.findMany({ where }),
      db.readingNote.findMany({ where }),
      db.pageCopy.findMany({ where, select: { id: true, text: true } }),
      db.contributionText.findMany({ where }),
      db.linkCheck.findMany({ where, select: { id: true, verdict: true } }),
      db.outcomeDecision.findMany({ where }),
      db.request.findMany({
        where: { ...where, OR: [{ body: { not: '' } }, { sentAt: { not: null } }] },
        select: { id: true, subject: true, body: true, sentAt: true },
      }),
    ]),
  )
}

/** Every row of theirs and ours that a call could change; what a token counts and what answers are kept are not. */
async function everythingOf(workspaceId: string): Promise<string[]> {
  const tables = [
    'Site',
    'Prospect',
    'Contact',
    'Channel',
    'Affiliation',
    'Touch',
    'Mention',
    'LinkCheck',
    'Sample',
  ]
  const more = [
    'SampleItem',
    'Request',
    'RequestDigest',
    'Pitch',
    'Message',
    'ReadingNote',
    'Tag',
    'AddressOrigin',
  ]
  const asked = [...tables, ...more].map(
    (table) =>
      `SELECT '${table} ' || to_jsonb(one)::text AS row FROM "${table}" one WHERE "workspaceId" = $1`,
  )
  const rows = await databaseAcrossWorkspaces().$queryRawUnsafe<{ row: string }[]>(
    `${asked.join(' UNION ALL ')} ORDER BY row`,
    workspaceId,
  )
  return rows.map(({ row }) => row)
}
